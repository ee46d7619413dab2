package io.osusume.cli;

import io.osusume.changes.Comparing;
import io.osusume.changes.Difference;
import io.osusume.config.RunConfig.Language;
import io.osusume.text.SmallestCoin;
import io.osusume.text.Wrapping;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a planned night would change, in one language and in at most 100 columns. */
final class DifferenceText {
    /** So many lines of each kind of change, those of most offers. */
    private static final int LINES = 15;

    private static final int LABEL = 26;
    private static final int TYPE = 12;
    private static final int REASON = 28;
    private static final int SPREAD = 36;
    private static final int RATE = 32;

    private final Lines out;
    private final PrintWriter writer;
    private final SummaryWords words;

    DifferenceText(PrintWriter out, Language language) {
        this.out = new Lines(out);
        this.writer = out;
        this.words = new SummaryWords(language);
    }

    void print(Difference difference) {
        String night = words.date(difference.runDate());
        out.say("");
        out.whole(
                difference.against() == null
                        ? words.say("plan.title", night)
                        : words.say(
                                "plan.title.against",
                                night,
                                words.date(difference.against().runDate())));
        totals(difference);
        moves(difference, Comparing.GAINED, "because");
        moves(difference, Comparing.LOST, "reason");
        moves(difference, Comparing.CHANGED, "because");
        shelf(difference.shelf());
        rates("rejects", difference.rejects());
        rates("matches", difference.matches());
        difference.notes().forEach(note -> out.say(words.say("note", note)));
        writer.flush();
    }

    private void totals(Difference d) {
        columns("", words.say("plan.before"), words.say("plan.after"), words.say("plan.change"));
        out.whole(right(words.say("plan.swing"), 10));
        counted(
                "plan.offers",
                d.offers().before(),
                d.offers().after(),
                d.swing().offers());
        double before = d.expectedValue().before();
        double after = d.expectedValue().after();
        int digits = SmallestCoin.of(d.currency()).digits();
        columns(
                words.say("plan.expected_value", d.currency()),
                amount(before, "", digits),
                amount(after, "", digits),
                amount(after - before, "+", digits));
        swing(d.swing().expectedValue());
        counted(
                "plan.customers",
                d.customers().before(),
                d.customers().after(),
                d.swing().customers());
        out.whole(words.say(
                "plan.contacted",
                Lines.number(d.customers().newlyContacted()),
                Lines.number(d.customers().newlySilent())));
    }

    private void counted(String what, long before, long after, double swing) {
        columns(
                words.say(what),
                Lines.number(before),
                Lines.number(after),
                String.format(Locale.ROOT, "%+,d", after - before));
        swing(swing);
    }

    private void columns(String label, String before, String after, String change) {
        writer.print("  " + Wrapping.padded(label, LABEL) + right(before, 17) + right(after, 17) + right(change, 17));
    }

    private void swing(double share) {
        out.whole(' ' + String.format(Locale.ROOT, "%7.1f %%", 100 * share));
    }

    private static String right(String cell, int columns) {
        return " ".repeat(Math.max(1, columns - Wrapping.width(cell))) + cell;
    }

    private static String amount(double value, String sign, int digits) {
        return String.format(Locale.ROOT, "%" + sign + ",." + digits + "f", value);
    }

    private void moves(Difference difference, String change, String vocabulary) {
        List<Difference.Move> moves = difference.moves().stream()
                .filter(move -> move.change().equals(change))
                .sorted(Comparator.comparingLong(Difference.Move::offers)
                        .reversed()
                        .thenComparing(Difference.Move::offerType)
                        .thenComparing(Difference.Move::reasonCode))
                .toList();
        out.whole(words.say("plan." + change, Lines.number(offers(moves))));
        int digits = SmallestCoin.of(difference.currency()).digits();
        moves.stream()
                .limit(LINES)
                .forEach(move -> out.whole("  " + Wrapping.padded(words.word("type", move.offerType()), TYPE) + ' '
                        + Wrapping.padded(words.word(vocabulary, move.reasonCode()), REASON)
                        + right(Lines.number(move.offers()), 13)
                        + right(amount(move.expectedValue(), "+", digits), 21) + ' ' + difference.currency()));
        if (moves.size() > LINES) {
            out.whole("  " + Wrapping.padded(words.say("plan.kinds", moves.size() - LINES), TYPE + 1 + REASON)
                    + right(Lines.number(offers(moves.subList(LINES, moves.size()))), 13));
        }
    }

    private static long offers(List<Difference.Move> moves) {
        return moves.stream().mapToLong(Difference.Move::offers).sum();
    }

    private void shelf(Map<String, Difference.ShelfChange> shelf) {
        if (shelf.isEmpty()) {
            return;
        }
        out.whole(words.say("plan.shelf"));
        shelf.forEach((type, change) -> out.whole("  " + Wrapping.padded(words.word("type", type), TYPE) + ' '
                + Wrapping.padded(spread(change.before()), SPREAD) + " → " + spread(change.after())));
    }

    private String spread(Difference.Spread spread) {
        return spread == null
                ? words.say("plan.shelf.none")
                : words.say(
                        "plan.shelf.line",
                        Lines.number(spread.products()),
                        Lines.number(spread.offerable()),
                        amount(100 * spread.topTen(), "", 0),
                        amount(spread.gini(), "", 2));
    }

    private void rates(String what, Map<String, Difference.Rate> rates) {
        Map<String, Difference.Rate> changed = new TreeMap<>(rates);
        changed.values().removeIf(rate -> share(rate.before()).equals(share(rate.after())));
        if (changed.isEmpty()) {
            out.whole(words.say("plan." + what + ".same", rates.size()));
            return;
        }
        out.whole(words.say("plan." + what + ".differ"));
        changed.forEach((name, rate) -> out.whole("  " + name + " ".repeat(Math.max(0, RATE - name.length()))
                + right(share(rate.before()), 11) + " → " + share(rate.after())));
    }

    private static String share(Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}

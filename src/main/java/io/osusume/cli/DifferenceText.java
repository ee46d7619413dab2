package io.osusume.cli;

import io.osusume.changes.Comparing;
import io.osusume.changes.Difference;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a planned night would change, in at most 100 columns. */
final class DifferenceText {
    /** So many lines of each kind of change, those of most offers. */
    private static final int LINES = 15;

    private final PrintWriter out;

    DifferenceText(PrintWriter out) {
        this.out = out;
    }

    void print(Difference difference) {
        out.printf(
                Locale.ROOT,
                "%nWhat the night of %s would change%s%n",
                difference.runDate(),
                difference.against() == null
                        ? ":"
                        : " of the published one of " + difference.against().runDate() + ":");
        totals(difference);
        moves(difference, Comparing.GAINED, "Offers gained, by type and reason");
        moves(difference, Comparing.LOST, "Offers lost, by type and what stops them now");
        moves(difference, Comparing.CHANGED, "Offers changed in price, dates, rank or reason");
        shelf(difference.shelf());
        rates("Rejected rows of the inputs", difference.rejects());
        rates("Rows whose ids match", difference.matches());
        difference.notes().forEach(note -> new Lines(out).say("Note: " + note));
        out.flush();
    }

    private void totals(Difference d) {
        out.printf(Locale.ROOT, "  %-26s %16s %16s %16s %9s%n", "", "before", "after", "change", "swing");
        counted("offers", d.offers().before(), d.offers().after(), d.swing().offers());
        out.printf(
                Locale.ROOT,
                "  %-26s %,16.2f %,16.2f %+,16.2f %7.1f %%%n",
                "expected value, " + d.currency(),
                d.expectedValue().before(),
                d.expectedValue().after(),
                d.expectedValue().after() - d.expectedValue().before(),
                100 * d.swing().expectedValue());
        counted(
                "customers with an offer",
                d.customers().before(),
                d.customers().after(),
                d.swing().customers());
        out.printf(
                Locale.ROOT,
                "Customers newly contacted: %,d; newly silent: %,d%n",
                d.customers().newlyContacted(),
                d.customers().newlySilent());
    }

    private void counted(String what, long before, long after, double swing) {
        out.printf(
                Locale.ROOT, "  %-26s %,16d %,16d %+,16d %7.1f %%%n", what, before, after, after - before, 100 * swing);
    }

    private void moves(Difference difference, String change, String title) {
        List<Difference.Move> moves = difference.moves().stream()
                .filter(move -> move.change().equals(change))
                .sorted(Comparator.comparingLong(Difference.Move::offers)
                        .reversed()
                        .thenComparing(Difference.Move::offerType)
                        .thenComparing(Difference.Move::reasonCode))
                .toList();
        long all = moves.stream().mapToLong(Difference.Move::offers).sum();
        out.printf(Locale.ROOT, "%s: %,d%n", title, all);
        moves.stream()
                .limit(LINES)
                .forEach(move -> out.printf(
                        Locale.ROOT,
                        "  %-12s %-28s %,12d %+,20.2f %s%n",
                        move.offerType(),
                        move.reasonCode(),
                        move.offers(),
                        move.expectedValue(),
                        difference.currency()));
        if (moves.size() > LINES) {
            long rest = moves.stream()
                    .skip(LINES)
                    .mapToLong(Difference.Move::offers)
                    .sum();
            out.printf(Locale.ROOT, "  %-41s %,12d%n", "and " + (moves.size() - LINES) + " kinds more", rest);
        }
    }

    private void shelf(Map<String, Difference.ShelfChange> shelf) {
        if (shelf.isEmpty()) {
            return;
        }
        out.println("The shelf (offered of what might be; share of the ten most offered; Gini), before → after:");
        shelf.forEach((type, change) ->
                out.printf(Locale.ROOT, "  %-12s %-36s → %s%n", type, spread(change.before()), spread(change.after())));
    }

    private static String spread(Difference.Spread spread) {
        return spread == null
                ? "no offer"
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d; %.0f %%; %.2f",
                        spread.products(),
                        spread.offerable(),
                        100 * spread.topTen(),
                        spread.gini());
    }

    private void rates(String title, Map<String, Difference.Rate> rates) {
        Map<String, Difference.Rate> changed = new TreeMap<>(rates);
        changed.values().removeIf(rate -> share(rate.before()).equals(share(rate.after())));
        if (changed.isEmpty()) {
            out.println(title + ": the same share" + (rates.size() == 1 ? "" : " each"));
            return;
        }
        out.println(title + ", where the share differs:");
        changed.forEach((name, rate) ->
                out.printf(Locale.ROOT, "  %-32s %10s → %s%n", name, share(rate.before()), share(rate.after())));
    }

    private static String share(Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}

package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Further files of order lines, as of tills beside a shop: other sales of the same products, whose rows are lines as well. A file that
 * may tell the same sales again, as invoices do beside orders, is not read.
 */
record FurtherLines(Guesses guesses, KeyChoice keys) {
    private static final List<String> NEEDED =
            List.of(Orders.ORDER_ID, Orders.PRODUCT_ID, Orders.ORDERED_AT, Orders.QUANTITY);
    /** Files of lines that are bought from others, only asked for, or moved about. */
    private static final Pattern NO_SALES = Pattern.compile(
            "(.*[^a-z])?(purchases?|suppliers?|vendors?|procurement|carts?|wish ?lists?|quotes?|quotations?|estimates?|proposals?|offers?|forecasts?"
                    + "|budgets?|stock|inventory|movements?|transfers?|shipments?|deliver(y|ies)|einkauf.*|lieferanten?.*|lieferschein.*|angebote?"
                    + "|warenkorb.*|devis|panier.*|fournisseur.*|achats?|presupuesto.*|proveedor.*|preventiv[io]|fornitor[ei]|carrello)([^a-z].*)?"
                    + "|.*(発注|仕入|見積|カート|入庫|出庫|出荷|納品|在庫).*");
    /** Of its products, how many the first must know. */
    private static final double KNOWN = 0.3;

    /**
     * A file that is read as well.
     *
     * @param guess what its columns are
     * @param settled what a reader should know of its ids
     */
    record Further(InputGuess guess, ProposedInput lines, List<String> settled) {}

    /** The first with the lines of all such files. */
    ProposedInput with(ProposedInput first) {
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        if (lines.isEmpty() || guesses.linesWhere().isPresent() || !isRead(first)) {
            return first;
        }
        List<Further> further = new ArrayList<>();
        for (TableProfile table : guesses.tables()) {
            if (!first.from().contains(table) && isFree(table)) {
                of(table, lines.get(), further).ifPresent(further::add);
            }
        }
        return further.isEmpty() ? first : LinesTogether.of(first, further);
    }

    /** A file of orders to which no lines lead has its lines itself. */
    private boolean isFree(TableProfile table) {
        return !ReturnFiles.isNamed(table)
                && !NO_SALES.matcher(HeaderNames.plain(table.name())).matches()
                && guesses.chosen().values().stream()
                        .filter(chosen -> !chosen.input().equals(Helper.HEADS))
                        .noneMatch(chosen -> chosen.table().equals(table));
    }

    /** @param before those that are read already, of which it may be the sales again */
    private Optional<Further> of(TableProfile table, InputGuess first, List<Further> before) {
        InputGuess named = InputGuess.of(table, Orders.INPUT.name());
        if (!areLines(named)) {
            return Optional.empty();
        }
        List<String> remarks = new ArrayList<>();
        InputGuess lines = keys.settled(named, Orders.INPUT, remarks);
        if (!areLines(lines) || !hasCustomer(lines)) {
            return Optional.empty();
        }
        SoldTwice twice = new SoldTwice(guesses, keys, first, lines);
        boolean again = twice.isLikely()
                || before.stream().anyMatch(other -> new SoldTwice(guesses, keys, other.guess(), lines).isLikely());
        if (twice.known() < KNOWN || again) {
            return Optional.empty();
        }
        ProposedInput proposed = new OrdersProposer(alone(lines), lines, Optional.of(keys)).propose();
        return isRead(proposed) ? Optional.of(new Further(lines, proposed, remarks)) : Optional.empty();
    }

    /** Whether a table has all that order lines must have. */
    static boolean areLines(InputGuess lines) {
        return lines.fits()
                && NEEDED.stream().allMatch(lines::has)
                && (lines.has(Orders.UNIT_PRICE) || lines.has(Helper.LINE_TOTAL));
    }

    /** What is bought from others, or moved, has none. */
    private static boolean hasCustomer(InputGuess lines) {
        return lines.has(Orders.CUSTOMER_ID) || lines.has(Helper.EMAIL) || lines.has(Helper.CUSTOMER_NAME);
    }

    private static boolean isRead(ProposedInput lines) {
        return lines.column(Orders.UNIT_PRICE).isPresent()
                && NEEDED.stream().allMatch(target -> lines.column(target).isPresent());
    }

    /** As if its lines were the only ones, and nothing came back of them but by themselves. */
    private Guesses alone(InputGuess lines) {
        Map<String, InputGuess> chosen = new HashMap<>(guesses.chosen());
        chosen.values().removeIf(other -> other.table().equals(lines.table()));
        chosen.put(Orders.INPUT.name(), lines);
        return new Guesses(
                guesses.tables().stream()
                        .filter(table -> !ReturnFiles.isNamed(table))
                        .toList(),
                chosen,
                Optional.empty());
    }
}

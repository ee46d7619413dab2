package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How {@code orders} would be made: of the file of lines, with what stands in other files beside them. */
final class OrdersProposer {
    /** How sure a column is that its values alone make what it is. */
    static final double GUESS = 0.6;

    private static final List<String> AMOUNTS = List.of(Orders.QUANTITY, Orders.UNIT_PRICE);

    private final Guesses guesses;
    private final InputGuess lines;
    private final View view;
    private final LineReader read;
    private final OrderHeads heads;
    private final LineCustomers customers;
    private final Optional<KeyChoice> keys;
    private final DocumentKinds documents;
    private final List<ProposedColumn> columns = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    OrdersProposer(Guesses guesses, InputGuess lines) {
        this(guesses, lines, Optional.empty());
    }

    /** @param keys what customers and products are known by elsewhere, whatever the lines call them */
    OrdersProposer(Guesses guesses, InputGuess lines, Optional<KeyChoice> keys) {
        this.keys = keys;
        this.guesses = guesses;
        this.lines = lines;
        this.view = new View(lines.table(), guesses.linesWhere());
        this.read = new LineReader(lines, view);
        this.heads = new OrderHeads(guesses, lines, view);
        this.customers = new LineCustomers(guesses, read, heads, keys);
        this.documents = new DocumentKinds(read, heads);
    }

    ProposedInput propose() {
        SettledLines.remark(lines).ifPresent(remarks::add);
        lines.table().sample().made().map(TableSample.Made::told).ifPresent(remarks::add);
        if (view.isPlain()) {
            new NestedLines(lines).query(remarks).ifPresent(view::rows);
        }
        orderId();
        lineId();
        customers.column(remarks).ifPresent(columns::add);
        columns.addAll(new LineProducts(guesses, read, keys).columns());
        orderedAt();
        LinePrices prices = new LinePrices(guesses, read);
        remarks.addAll(lines.unread());
        TaxRates.remark(lines).ifPresent(remarks::add);
        columns.add(pieces(prices.quantity()));
        ProposedColumn price = new OrderDiscounts(read).less(prices.price(remarks), remarks);
        Optional<String> currency = fromLinesOrHeads(Orders.CURRENCY).map(ProposedColumn::sql);
        Optional<ProposedColumn> whole = MinorUnits.told(guesses, lines, price, currency);
        if (whole.isEmpty() && !MinorUnits.areWhole(guesses, lines)) {
            MinorUnits.question(Orders.INPUT, price, lines, currency).ifPresent(questions::add);
        }
        columns.add(whole.orElse(price));
        ReturnFiles.add(guesses, lines, view, remarks);
        fromLinesOrHeads(Orders.CURRENCY).ifPresent(columns::add);
        fromLinesOrHeads(Orders.CHANNEL).ifPresent(columns::add);
        status().ifPresent(columns::add);
        documents.question().ifPresent(questions::add);
        List<ProposedColumn> read = new BareAmounts(this.read).over(documents.over(columns), remarks);
        read.stream()
                .filter(c -> AMOUNTS.contains(c.target()))
                .flatMap(c -> DecimalMarks.question(Orders.INPUT, c, view).stream())
                .forEach(questions::add);
        Optional<String> query = documents.sales(view.query(), remarks);
        return new ProposedInput(Orders.INPUT, List.copyOf(view.tables()), query, read, remarks, questions);
    }

    private void orderId() {
        Optional<ProposedColumn> own = read.direct(Orders.ORDER_ID);
        if (own.isPresent()) {
            columns.add(own.get());
            return;
        }
        Optional<Ref> customer = customers.ref();
        Optional<Ref> day = lines.column(Orders.ORDERED_AT).map(view::own).or(this::onlyTime);
        if (customer.isPresent() && day.isPresent()) {
            columns.add(ProposedColumn.constant(
                    Orders.ORDER_ID,
                    "concat_ws('/', " + customer.get().sql() + ", " + day.get().sql() + ")",
                    "no column names the order: what a customer bought at one time is taken as one"));
        }
    }

    /** Only where it truly tells the lines of an order apart: a second line of the same number would be a reject. */
    private void lineId() {
        Optional<ColumnProfile> line = lines.column(Orders.LINE_ID);
        Optional<ColumnProfile> order = lines.column(Orders.ORDER_ID);
        if (line.isPresent() && order.isPresent()) {
            boolean apart = lines.table()
                            .uniqueShare(List.of(order.get().name(), line.get().name()))
                    > 0.9999;
            if (apart) {
                read.direct(Orders.LINE_ID).ifPresent(columns::add);
            } else {
                remarks.add(line.get().name()
                        + " does not tell the lines of an order apart, and is not mapped to line_id.");
            }
        }
    }

    private void orderedAt() {
        Optional<Ref> day = lines.match(Orders.ORDERED_AT)
                .filter(m -> m.score() >= 0.6 || heads.column(Orders.ORDERED_AT).isEmpty())
                .filter(m -> !heads.isSold(m.column()))
                .map(m -> view.own(m.column()))
                .or(() -> heads.column(Orders.ORDERED_AT));
        boolean named = day.isPresent();
        day = day.or(this::onlyTime);
        Optional<Ref> clock = lines.column(Helper.ORDER_TIME).map(view::own);
        if (day.isEmpty()) {
            remarks.add("No column tells when an order was made; ordered_at is needed.");
            return;
        }
        ColumnProfile column = day.get().column();
        boolean apart = clock.isPresent()
                && column.times().stream().allMatch(t -> t.clock().isEmpty());
        Ref carried = read.carried(day.get());
        String sql = apart ? OrderTimes.joined(carried, read.carried(clock.get())) : Sql.time(carried.sql(), column);
        columns.add(ProposedColumn.of(
                        Orders.ORDERED_AT, sql, read.sureness(Orders.ORDERED_AT, named ? 0.85 : GUESS), column)
                .noting(OrderTimes.note(column)));
        OrderTimes.question(column, sql).ifPresent(questions::add);
    }

    /** A time by a name that no words tell, where it is the only one. */
    private Optional<Ref> onlyTime() {
        List<ColumnProfile> times = lines.table().columns().values().stream()
                .filter(ColumnProfile::isTime)
                .toList();
        return times.size() == 1 ? Optional.of(view.own(times.get(0))) : Optional.empty();
    }

    private ProposedColumn pieces(ProposedColumn told) {
        if (documents.tell()) {
            return told;
        }
        CreditNotes notes = new CreditNotes(lines, view);
        Optional<ProposedColumn> signed = notes.over(told);
        if (signed.isEmpty()) {
            notes.question(told).ifPresent(questions::add);
        }
        return signed.orElse(told);
    }

    private Optional<ProposedColumn> status() {
        Optional<ProposedColumn> own = lines.match(Orders.STATUS)
                .flatMap(m -> StatusCodes.read(view.own(m.column()), m.score()))
                .or(this::wordsOfStates)
                .or(() -> fromLinesOrHeads(Orders.STATUS));
        Optional<ProposedColumn> said = new OrderFlags(read, heads).over(own).or(() -> own);
        return new LineKinds(lines, view).over(said).or(() -> said);
    }

    /** The words for the numbers of states, where another file has them. */
    private Optional<ProposedColumn> wordsOfStates() {
        Optional<ColumnProfile> own = lines.column(Orders.STATUS);
        Optional<TableProfile> owner =
                own.isPresent() ? Optional.of(lines.table()) : guesses.heads().map(InputGuess::table);
        return own.or(() -> heads.column(Orders.STATUS).map(Ref::column))
                .filter(ColumnProfile::isWhole)
                .flatMap(codes -> owner.flatMap(table -> new NamesOfKeys(guesses, view).of(codes, table)))
                .map(NamesOfKeys.Found::name)
                .map(words -> ProposedColumn.of(Orders.STATUS, words.sql(), 0.85, words.column())
                        .noting("what its numbers stand for"));
    }

    private Optional<ProposedColumn> fromLinesOrHeads(String target) {
        return read.direct(target)
                .or(() -> heads.column(target).map(ref -> ProposedColumn.of(target, ref.sql(), 0.85, ref.column())));
    }
}

package io.osusume.intake.profile;

import io.osusume.tables.Behavior;
import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an input other than {@code orders} would be made: each column of the one that its header names. */
final class InputProposer {
    private final Guesses guesses;
    private final InputGuess guess;
    private final Input input;
    private final View view;
    private final References references;
    private final ContractColumns contracts;
    private final KeyChoice keys;
    private final InputRows rows;
    private final List<String> remarks = new ArrayList<>();

    InputProposer(Guesses guesses, Input input, InputGuess guess, References references, KeyChoice keys) {
        this.keys = keys;
        this.guesses = guesses;
        this.rows = InputRows.of(guesses, input, guess, references);
        this.guess = rows.guess();
        this.input = input;
        this.view = rows.view();
        remarks.addAll(rows.remarks());
        this.references = references;
        this.contracts = new ContractColumns(this.guess, view);
    }

    ProposedInput propose() {
        List<ProposedColumn> columns = new ArrayList<>();
        for (Field field : input.table().columns()) {
            column(field).ifPresent(columns::add);
        }
        remarks.addAll(guess.unread());
        remarks.addAll(rows.variants().map(Variants::remarks).orElse(List.of()));
        remarks.addAll(input.equals(Subscriptions.INPUT) ? contracts.remarks() : List.of());
        List<String> questions = new InputQuestions(guesses, input, guess).of(columns, productId());
        if (input.equals(Customers.INPUT)) {
            new Refusals(guesses, guess, view).question().ifPresent(questions::add);
        }
        Optional<String> query = new Touched(guess, view).query(remarks);
        return new ProposedInput(input, List.copyOf(view.tables()), query, columns, remarks, questions);
    }

    private Optional<ProposedColumn> column(Field field) {
        Optional<ProposedColumn> key = key(field);
        return key.isPresent()
                ? key
                : direct(field)
                        .map(c -> input.equals(Subscriptions.INPUT) || is(field, Products.INPUT, Products.BILLING)
                                ? contracts.read(field, c)
                                : c)
                        .or(() -> new Elsewhere(guesses, input, rows, references).column(field))
                        .or(() -> made(field));
    }

    private Optional<ProposedColumn> key(Field field) {
        return new KeyColumn(guesses, input, guess, view, references).of(field, remarks);
    }

    private Optional<ProposedColumn> direct(Field field) {
        if (is(field, Products.INPUT, Products.CATEGORY)) {
            return new Categories(guess, view, new NamesOfKeys(guesses, view)).column();
        }
        Optional<InputGuess.Match> match = guess.match(field.name());
        boolean kind = is(field, Products.INPUT, Products.FAMILY) && Categories.standsInFamily(guess);
        boolean otherName = match.filter(
                        m -> is(field, Usage.INPUT, Usage.SUBSCRIPTION_ID) && !ContractUse.isById(guesses, m))
                .isPresent();
        if (match.isEmpty() || kind || otherName) {
            return Optional.empty();
        }
        Ref ref = keys.ref(field.name(), match.get().column(), view);
        Optional<ProposedColumn> whole = is(field, Customers.INPUT, Customers.NAME)
                ? new CustomerNames(guess, view).orParts(match.get())
                : Optional.empty();
        if (whole.isPresent()) {
            return whole;
        }
        if (is(field, Products.INPUT, Products.NAME)) {
            return Optional.of(new ProductNames(guess, view, rows.variants(), productId()).read(match.get(), ref));
        }
        if (is(field, Products.INPUT, Products.STOCK)) {
            return Optional.of(OnSale.stock(match.get().score(), ref));
        }
        return worded(field, match.get(), ref)
                .map(made -> is(field, Customers.INPUT, Customers.LOCALE) ? Locales.noted(made, ref.column()) : made)
                .map(made -> is(field, Products.INPUT, Products.OFFERABLE) ? new OnSale(guess, view).and(made) : made)
                .map(made -> is(field, Customers.INPUT, Customers.MARKETING_CONSENT)
                        ? new Refusals(guesses, guess, view)
                                .less(new LeftCustomers(guess, view).consents(ConsentWords.read(made, ref)))
                        : made)
                .map(made -> is(field, Behavior.INPUT, Behavior.EVENT)
                        ? new EventWords(guess).read(made)
                        : PriceUnits.each(made, guess, view).orElse(made));
    }

    /** Of a column that may hold a few words, those that are known. */
    private Optional<ProposedColumn> worded(Field field, InputGuess.Match match, Ref ref) {
        Field worded = Vocabulary.of(field);
        if (worded.allowed().isEmpty() || ref.column().isWhole()) {
            return Optional.of(ProposedColumn.of(field.name(), Sql.read(field, ref), match.score(), ref.column()));
        }
        Optional<String> words = Vocabulary.read(worded, ref);
        List<String> unknown = Vocabulary.unknown(worded, ref);
        if (!unknown.isEmpty()) {
            remarks.add(ref.column().name() + " may be " + field.name() + ", but "
                    + (words.isEmpty() ? "its words are others: " : "of its words these are read as nothing: ")
                    + String.join(", ", unknown.subList(0, Math.min(5, unknown.size()))) + ".");
        }
        return words.map(sql -> ProposedColumn.of(field.name(), sql, match.score(), ref.column()));
    }

    private boolean is(Field field, Input of, String column) {
        return input.equals(of) && field.name().equals(column);
    }

    /** A column that stands for another. */
    private Optional<ProposedColumn> as(Field field, Optional<InputGuess.Match> match) {
        return match.map(
                m -> ProposedColumn.of(field.name(), view.own(m.column()).sql(), 0.7, m.column()));
    }

    /** What no single column has. */
    private Optional<ProposedColumn> made(Field field) {
        if (is(field, Behavior.INPUT, Behavior.CUSTOMER_ID) && !guess.has(Behavior.ACCOUNT_ID)) {
            return as(field, guess.match(Behavior.PERSON_ID));
        }
        if (rows.mails().isPresent()) {
            return rows.mails().get().column(field, view);
        }
        if (is(field, Customers.INPUT, Customers.NAME)) {
            return new CustomerNames(guess, view).fromParts();
        }
        if (is(field, Products.INPUT, Products.OFFERABLE)) {
            return new OnSale(guess, view).column();
        }
        if (is(field, Products.INPUT, Products.NAME)) {
            return Optional.of(new ProductNames(guess, view, rows.variants(), productId()).made());
        }
        if (is(field, Subscriptions.INPUT, Subscriptions.PRODUCT_ID)) {
            return as(field, guess.match(Products.NAME).or(() -> guess.match("product_name")));
        }
        if (input.equals(Subscriptions.INPUT)) {
            return contracts.made(field, remarks);
        }
        if (is(field, Products.INPUT, Products.BILLING)) {
            return contracts
                    .made(field, remarks)
                    .or(() -> ContractPrices.billing(field, guess.column(Products.LIST_PRICE)));
        }
        boolean isKey = input.table().key().equals(List.of(field.name()))
                && field.name().endsWith("_id");
        if (isKey && input.timeColumn().isPresent()) {
            return new RowNumbers(guess, view).column(field, input.timeColumn().get());
        }
        return input.equals(Usage.INPUT) ? new ContractUse(guesses, guess, view).column(field) : Optional.empty();
    }

    private String productId() {
        return key(Products.TABLE.column(Products.PRODUCT_ID).orElseThrow())
                .map(ProposedColumn::sql)
                .or(() -> guess.column(Products.PRODUCT_ID).map(c -> view.own(c).sql()))
                .orElse("'?'");
    }
}

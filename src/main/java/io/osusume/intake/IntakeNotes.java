package io.osusume.intake;

import io.osusume.config.ConsentConfig;
import io.osusume.config.InputsConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person is told of the inputs, in sentences. */
final class IntakeNotes {
    private IntakeNotes() {}

    /** What cannot be known without the inputs and columns that the company has not. */
    static List<String> unknown(Facts facts, ConsentConfig consent) {
        List<String> notes = new ArrayList<>();
        facts.absent().forEach(input -> notes.add("No " + input.name() + ": " + input.without() + "."));
        if (!facts.knows(Customers.INPUT, Customers.MARKETING_CONSENT)) {
            notes.add("No marketing_consent: consent.assume = " + consent.assume() + " decides, so "
                    + (consent.assume() ? "everybody may be offered something." : "nobody is offered anything."));
        }
        return notes;
    }

    /** Mapped columns that nothing reads. */
    static List<String> ignored(InputsConfig inputs) {
        return Input.all().stream()
                .flatMap(input -> inputs.of(input).columns().keySet().stream()
                        .filter(input::isIgnored)
                        .sorted()
                        .map(c -> "inputs." + input.name() + ".columns." + c
                                + " is ignored: nothing reads it. The line may go."))
                .toList();
    }

    static String unknownContracts(long rows) {
        return String.format(
                Locale.ROOT,
                "%,d rows of usage name no product, and no contract in subscriptions tells it: neither by subscription_id nor by"
                        + " a contract of the customer that ran then. They count for nobody.",
                rows);
    }

    static String unknownOffers(long events) {
        return String.format(
                Locale.ROOT,
                "%,d offer_events name an offer_row_id that no earlier night in this warehouse published, and no customer:"
                        + " they count for nobody.",
                events);
    }

    /** What was noticed while files were read, such as the encoding that fits: it may say why the data is not fit. */
    static String noticed(List<String> notes) {
        return notes.isEmpty()
                ? ""
                : "\n  Noticed:\n    "
                        + String.join("\n    ", notes.stream().limit(10).toList());
    }
}

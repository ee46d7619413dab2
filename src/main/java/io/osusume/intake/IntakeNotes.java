package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.ConsentConfig;
import io.osusume.tables.Rejects;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person is told of the inputs, in sentences. */
final class IntakeNotes {
    /** What cannot be known without an input. */
    private static final Map<String, String> WITHOUT = Map.of(
            "products",
                    "No products: categories, tiers, costs and billing are unknown, so every other product counts as"
                            + " another category and nothing can be upsold; names come from the orders.",
            "customers", "No customers: owners, accounts, locales and consent are unknown.",
            "usage", "No usage: utilisation and usage trends are unknown.",
            "subscriptions", "No subscriptions: what is under contract is known from orders alone.",
            "contacts", "No contacts: the pace is judged by orders and usage alone.",
            "behavior", "No behavior: interest is unknown, and accounts are not scored.",
            "tickets", "No tickets: open issues are unknown.",
            "offer_events", "No offer_events: refusals and past acceptance are unknown.",
            "accounts", "No accounts: companies are known by their id alone.");

    private IntakeNotes() {}

    /** What cannot be known without these inputs. */
    static List<String> absent(Collection<String> inputs) {
        return inputs.stream().map(WITHOUT::get).toList();
    }

    static String unknownConsent(ConsentConfig consent) {
        return "No marketing_consent: consent.assume = " + consent.assume() + " decides, so "
                + (consent.assume() ? "everybody may be offered something." : "nobody is offered anything.");
    }

    static String unknownOffers(long events) {
        return String.format(
                Locale.ROOT,
                "%,d offer_events name an offer_row_id that no earlier night in this warehouse published, and no customer:"
                        + " they count for nobody.",
                events);
    }

    /** The commonest reasons of rejects, each on a line of its own. */
    static String reasons(Dataset<Row> rejects) {
        List<Row> top = rejects.groupBy(Rejects.INPUT, Rejects.REASON)
                .agg(count(lit(1)).as("rows"))
                .orderBy(col("rows").desc(), col(Rejects.INPUT), col(Rejects.REASON))
                .limit(10)
                .collectAsList();
        StringBuilder text = new StringBuilder(top.isEmpty() ? "" : "\n  Rejected rows by reason:");
        top.forEach(r -> text.append("\n    ")
                .append(r.getString(0))
                .append(": ")
                .append(r.getString(1))
                .append(" (")
                .append(r.getLong(2))
                .append(" rows)"));
        return text.toString();
    }
}

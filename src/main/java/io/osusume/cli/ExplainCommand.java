package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RunConfig.Language;
import io.osusume.errors.UserException;
import io.osusume.io.Sessions;
import io.osusume.io.Warehouse;
import io.osusume.report.Outline;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume explain}: why one customer is offered what it is, and why not the rest, from the published tables. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Tells what a customer has, how it was judged, and which offers were made and stopped, each with the"
                        + " arithmetic of its expected value. Reads the newest published tables (or those of --as-of).")
final class ExplainCommand implements Callable<Integer> {
    private static final LocalDate NEWEST = LocalDate.of(9999, 12, 30);

    @Option(names = "--customer", required = true, paramLabel = "ID", description = "The customer, or an account.")
    private String customer;

    @ArgGroup
    private Form form = new Form();

    /** How it is told; else as lines. */
    private static final class Form {
        @Option(names = "--json", description = "Prints one JSON object.")
        private boolean json;

        @Option(names = "--html", description = "Prints a page that works by itself: --html > customer.html")
        private boolean html;
    }

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "en or ja. Default: run.language.")
    private Language language;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    private SparkSession spark;
    private Warehouse warehouse;
    private LocalDate until;

    @Override
    public Integer call() {
        ConfigLoader.Loaded loaded = options.load();
        spark = Sessions.open(loaded.config().run().zone());
        warehouse = new Warehouse(spark, loaded.config().warehouse());
        until = loaded.config().run().asOf().orElse(NEWEST).plusDays(1);
        Explanation explanation = found();
        if (explanation.isEmpty()) {
            throw UserException.configuration("--customer " + customer + ": in no table of " + warehouse.path()
                    + ". Give the id of a customer or an account, and the --conf or --warehouse of a night that was"
                    + " published.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Language wanted = language == null ? loaded.config().run().language() : language;
        if (form.json) {
            explanation.print(out);
        } else if (form.html) {
            out.print(page(explanation, wanted));
            out.flush();
        } else {
            new ExplanationText(wanted, out).print(explanation);
        }
        return 0;
    }

    /** The same words as a page. */
    private static String page(Explanation explanation, Language language) {
        StringWriter lines = new StringWriter();
        new ExplanationText(language, new PrintWriter(lines)).print(explanation);
        return new Outline(lines.toString().lines().toList()).page(language);
    }

    private Explanation found() {
        Column one = col(Offers.CUSTOMER_ID)
                .equalTo(customer)
                .or(col(Offers.TARGET_ID).equalTo(customer));
        List<Row> offers = rows(Offers.TABLE, one);
        List<Row> withheld = rows(WithheldOffers.TABLE, one);
        List<Row> suppressed = rows(SuppressedOffers.TABLE, one);
        TreeSet<String> accounts = new TreeSet<>();
        List.of(offers, withheld, suppressed).forEach(rows -> rows.stream()
                .map(r -> r.<String>getAs(Offers.ACCOUNT_ID))
                .filter(a -> a != null)
                .forEach(accounts::add));
        if (!accounts.isEmpty()) {
            // What was offered to the customer's company as a whole.
            Column all = one.or(col(Offers.TARGET_TYPE)
                    .equalTo(Offers.ACCOUNT)
                    .and(col(Offers.TARGET_ID).isin(accounts.toArray())));
            offers = rows(Offers.TABLE, all);
            withheld = rows(WithheldOffers.TABLE, all);
            suppressed = rows(SuppressedOffers.TABLE, all);
        }
        Column self = col(LwpSegments.CUSTOMER_ID).equalTo(customer);
        return new Explanation(
                customer,
                rows(LwpSegments.TABLE, self),
                rows(CustomerHoldings.TABLE, self),
                rows(RankedProducts.TABLE, self),
                offers,
                withheld,
                suppressed);
    }

    private List<Row> rows(Table table, Column condition) {
        Dataset<Row> published = warehouse.earlier(until, table);
        List<Column> order =
                List.of(RankedProducts.PLACE, "target_type", Offers.RANK, Offers.RANK_SCORE, "product_id").stream()
                        .filter(c -> List.of(published.columns()).contains(c))
                        .map(c -> c.equals(Offers.RANK_SCORE) ? col(c).desc() : col(c))
                        .toList();
        return published
                .where(condition)
                .orderBy(order.isEmpty() ? new Column[] {lit(1)} : order.toArray(Column[]::new))
                .collectAsList();
    }
}

package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.config.LtvConfig;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvModels;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Companies of two channels: what comes in the year after as-of is drawn with what came before, and not shown. */
@Slow
class GroupsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final int CUSTOMERS = 500;

    /** How a channel's customers buy: after so many days on average, and with these odds never again after an order. */
    private record Habit(double gap, double leaves) {}

    private final Shop shop = new Shop();
    private final Map<String, Double> came = new TreeMap<>();
    private final Map<String, Double> squares = new TreeMap<>();

    private void channel(String name, Habit habit, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CUSTOMERS; i++) {
            double day = -60 - random.nextInt(600);
            double gap = habit.gap() * (0.5 + random.nextDouble());
            double stays = 1;
            int later = 0;
            int last = Integer.MIN_VALUE;
            while (day <= 365 && stays > habit.leaves()) {
                int whole = (int) Math.floor(day);
                if (whole > 0) {
                    later += whole > last ? 1 : 0;
                } else if (whole > last) {
                    shop.order(name + i, AS_OF.plusDays(whole).toString(), 100);
                }
                last = whole;
                stays = random.nextDouble();
                day -= gap * Math.log(1 - random.nextDouble());
            }
            came.merge(name, (double) later, Double::sum);
            squares.merge(name, (double) later * later, Double::sum);
        }
    }

    /** Of a night by these settings: orders forecast, by channel. */
    private record Outcome(Map<String, Double> forecast, List<Row> models, List<String> notes) {
        List<String> groups() {
            return models.stream()
                    .filter(row -> row.<Boolean>getAs(LtvModels.CHOSEN)
                            && row.<String>getAs(LtvModels.MODEL).endsWith("nbd"))
                    .map(row -> row.<String>getAs(LtvModels.GROUP))
                    .toList();
        }

        String reason() {
            return models.stream()
                    .filter(row -> row.<Boolean>getAs(LtvModels.CHOSEN)
                            && row.<String>getAs(LtvModels.MODEL).endsWith("nbd"))
                    .map(row -> row.<String>getAs(LtvModels.REASON))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String channel(Row row) {
        return row.<String>getAs(Ltv.CUSTOMER_ID).startsWith("web") ? "web" : "store";
    }

    private Outcome night(String... settings) {
        List<String> all = new ArrayList<>(List.of("model=auto", "horizon_days=365"));
        all.addAll(List.of(settings));
        LtvConfig config = Shop.config(all.toArray(String[]::new));
        Dataset<Row> orders = shop.orders()
                .withColumn(
                        Orders.CHANNEL,
                        when(col(Orders.CUSTOMER_ID).startsWith("web"), "web").otherwise("store"));
        PlanRetention none = PlanRetention.fit(config, shop.contracts(config, AS_OF), shop.products(), AS_OF);
        Map<String, Double> forecast = new TreeMap<>();
        try (LifetimeValue model = new LifetimeValue(config)) {
            model.estimate(orders, shop.products(), none, AS_OF)
                    .collectAsList()
                    .forEach(row -> forecast.merge(channel(row), row.<Double>getAs(Ltv.EXPECTED_ORDERS), Double::sum));
            return new Outcome(forecast, model.models(TestSession.spark()).collectAsList(), model.notes());
        }
    }

    /** Of the orders that came of a channel, whose customers buy each for themselves. */
    private double standardError(String channel) {
        double mean = came.get(channel) / CUSTOMERS;
        return Math.sqrt(squares.get(channel) - CUSTOMERS * mean * mean);
    }

    private void comesTrue(Outcome outcome, String channel) {
        // The forecast errs about as the orders do: it was learned from as many customers.
        assertThat(outcome.forecast().get(channel))
                .as(channel)
                .isCloseTo(came.get(channel), within(2.5 * Math.sqrt(2) * standardError(channel)));
    }

    @Test
    void channelsThatDifferAreToldApart() {
        channel("store", new Habit(25, .06), 11);
        channel("web", new Habit(25, .3), 12);
        Outcome apart = night();
        assertThat(apart.groups()).containsExactlyInAnyOrder("all", "channel=store", "channel=web");
        assertThat(apart.notes())
                .anyMatch(note -> note.contains("told apart by the channel of their first order, 2 groups"));
        comesTrue(apart, "store");
        comesTrue(apart, "web");
        // Without, who is gone is taken for one of the others.
        Outcome together = night("groups=none");
        assertThat(together.groups()).containsExactly("all");
        assertThat(together.forecast().get("web")).isGreaterThan(2 * came.get("web"));
    }

    @Test
    void channelsAlikeAreNot() {
        channel("store", new Habit(25, .15), 11);
        channel("web", new Habit(25, .15), 12);
        Outcome outcome = night();
        assertThat(outcome.groups()).containsExactly("all");
        assertThat(outcome.reason()).endsWith("; apart by the channel of the first order it forecast no better");
        assertThat(outcome.notes()).noneMatch(note -> note.contains("told apart"));
        Outcome together = night("groups=none");
        assertThat(together.forecast()).isEqualTo(outcome.forecast());
        assertThat(together.reason()).doesNotContain("apart");
    }

    private static Dataset<Row> told(Dataset<Row> orders, Dataset<Row> products) {
        OrderDays days = new OrderDays(Shop.config("model=auto"));
        return new FirstOrders(days, orders, products, AS_OF).tellOf(days.of(orders, products, AS_OF, 90));
    }

    /** One customer in forty is of a third channel, too few for a model of their own. */
    @Test
    void theRestHasTheModelOfAll() {
        channel("store", new Habit(25, .06), 11);
        channel("web", new Habit(25, .3), 12);
        Column few = col(Orders.CUSTOMER_ID).endsWith("11");
        Dataset<Row> orders = shop.orders()
                .withColumn(
                        Orders.CHANNEL,
                        when(few, "fair")
                                .when(col(Orders.CUSTOMER_ID).startsWith("web"), "web")
                                .otherwise("store"));
        Dataset<Row> days = told(orders, shop.products());
        List<Grouping> groupings = Grouping.of(days, 100);
        assertThat(groupings).hasSize(1);
        assertThat(groupings.get(0).groups()).containsExactly("store", "web");
        assertThat(days.where(groupings.get(0).place().equalTo(0))
                        .select(Orders.CUSTOMER_ID)
                        .collectAsList())
                .hasSize(10)
                .allMatch(row -> row.getString(0).endsWith("11"));
    }

    /** The line that most was paid for on the first day of purchase tells, whatever was bought later. */
    @Test
    void theDearestLineOfTheFirstDayTells() {
        shop.line("a", "tea", "2026-01-05", 5, 1, "JPY")
                .line("a", "pot", "2026-01-05", 40, 1, "JPY")
                .line("a", "lamp", "2026-02-05", 400, 1, "JPY");
        Dataset<Row> products = shop.products()
                .unionByName(
                        TestSession.spark()
                                .sql("SELECT * FROM VALUES ('tea', 'food'), ('pot', 'kitchen'), ('lamp', 'light')"
                                        + " AS p (product_id, category)"),
                        true);
        Row row = told(shop.orders(), products).first();
        assertThat(row.<String>getAs(FirstOrders.CATEGORY)).isEqualTo("kitchen");
        assertThat(row.<String>getAs(FirstOrders.CHANNEL)).isNull();
    }
}

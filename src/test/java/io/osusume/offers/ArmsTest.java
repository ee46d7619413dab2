package io.osusume.offers;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ExperimentConfig;
import io.osusume.config.NamedExperimentConfig;
import io.osusume.config.NamedExperimentConfig.DrawnBy;
import io.osusume.tables.OfferType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Who is in which arm, and what control leaves to others. */
class ArmsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 15);
    private static final ExperimentConfig UNIVERSAL = new ExperimentConfig("baseline", .2, 1);
    private static final String DECISIONS =
            "target_type STRING, target_id STRING, customer_id STRING, account_id STRING,"
                    + " offer_type STRING, product_id STRING, bundle_id STRING, rank_score DOUBLE, stopped STRING,"
                    + " experiment_id STRING, arm STRING";

    private static NamedExperimentConfig experiment(String id, double share, DrawnBy unit, OfferType... types) {
        return new NamedExperimentConfig(
                id,
                share,
                LocalDate.of(2026, 9, 1),
                Optional.of(LocalDate.of(2026, 9, 30)),
                List.of(types),
                Optional.of(unit),
                Optional.empty(),
                Optional.empty());
    }

    private static Row decision(String customer, String account, String type, String arm) {
        return RowFactory.create(
                "customer", customer, customer, account, type, "mouse", null, 1.0, null, "baseline", arm);
    }

    private static List<Row> assigned(LocalDate asOf, List<Row> decisions, NamedExperimentConfig... experiments) {
        Dataset<Row> customers = TestSession.rows(
                "customer_id STRING, arm STRING", RowFactory.create("given", "treated"), RowFactory.create("c1", null));
        return new ControlDraw(UNIVERSAL, List.of(experiments))
                .assign(TestSession.rows(DECISIONS, decisions.toArray(Row[]::new)), customers, asOf)
                .select("customer_id", "account_id", "offer_type", "experiment_id", "arm")
                .collectAsList();
    }

    @Test
    void anExperimentDrawsItsShareOfTheTreatedForItsTypesOnItsDays() {
        List<Row> decisions = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            decisions.add(decision("c" + i, null, "cross_sell", "treated"));
        }
        decisions.add(decision("given", null, "cross_sell", "treated"));
        decisions.add(decision("held", null, "cross_sell", "control"));
        decisions.add(decision("c1", null, "upsell", "treated"));
        NamedExperimentConfig autumn = experiment("autumn", .5, DrawnBy.CUSTOMER, OfferType.CROSS_SELL);

        List<Row> rows = assigned(AS_OF, decisions, autumn);

        long control = rows.stream()
                .filter(r -> r.getString(3).equals("autumn") && r.getString(4).equals("control"))
                .count();
        // 2,000 · .5 ± 4 · √(2,000 · .25)
        assertThat(control).isBetween(910L, 1090L);
        assertThat(rows.stream().filter(r -> r.getString(3).equals("autumn"))).hasSize(2000);
        assertThat(rows.stream().filter(r -> r.getString(3).equals("baseline")))
                .extracting(r -> r.getString(0) + r.getString(2) + r.getString(4))
                .containsExactlyInAnyOrder("givencross_selltreated", "heldcross_sellcontrol", "c1upselltreated");
        assertThat(assigned(AS_OF.plusDays(1), decisions, autumn)).hasSameElementsAs(rows); // nobody drifts
        assertThat(assigned(AS_OF.plusDays(30), decisions, autumn))
                .allMatch(r -> r.getString(3).equals("baseline"));
    }

    @Test
    void theFirstThatCoversAnOfferDrawsIt() {
        List<Row> rows = assigned(
                AS_OF,
                List.of(decision("c1", null, "cross_sell", "treated"), decision("c1", null, "bundle", "treated")),
                experiment("first", .5, DrawnBy.CUSTOMER, OfferType.CROSS_SELL),
                experiment("second", .5, DrawnBy.CUSTOMER, OfferType.CROSS_SELL, OfferType.BUNDLE));

        assertThat(rows)
                .extracting(r -> r.getString(2) + " " + r.getString(3))
                .containsExactlyInAnyOrder("cross_sell first", "bundle second");
    }

    @Test
    void allCustomersOfAnAccountAreInOneArm() {
        List<Row> decisions = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            decisions.add(decision("c" + i, "a" + i % 100, "cross_sell", "treated"));
        }

        Map<String, List<String>> arms =
                assigned(AS_OF, decisions, experiment("autumn", .5, DrawnBy.ACCOUNT, OfferType.CROSS_SELL)).stream()
                        .collect(Collectors.groupingBy(
                                r -> r.getString(1), Collectors.mapping(r -> r.getString(4), Collectors.toList())));

        assertThat(arms.values()).allMatch(a -> a.stream().distinct().count() == 1);
        assertThat(arms.values().stream().map(a -> a.get(0)).distinct()).hasSize(2);
    }

    /** Of two mice; by falling score t9, k8, t7, k6, t5: control (k) would get one as long as a treated one would in its place. */
    @Test
    void controlUsesUpNoCap() {
        List<Row> decisions = new ArrayList<>();
        Map.of("t9", 9, "k8", 8, "t7", 7, "k6", 6, "t5", 5)
                .forEach((who, score) -> decisions.add(RowFactory.create(
                        "customer",
                        who,
                        who,
                        null,
                        "cross_sell",
                        "mouse",
                        null,
                        (double) score,
                        null,
                        "baseline",
                        who.startsWith("k") ? "control" : "treated")));
        Dataset<Row> rows = TestSession.rows(DECISIONS, decisions.toArray(Row[]::new));

        List<Row> capped = new VolumeCaps(Map.of("mouse", 2.0))
                .add(rows.select("target_type", "target_id"), rows)
                .where(col(VolumeCaps.CAPPED).isNotNull())
                .collectAsList();

        assertThat(capped).extracting(r -> r.getString(1)).containsExactlyInAnyOrder("k6", "t5");
    }
}

package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.acceptance.Coefficient;
import io.osusume.acceptance.Term;
import io.osusume.acceptance.Trial;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Table;
import io.osusume.tables.Trigger;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * A year of offers: c1's was published by a night, delivered and accepted; c2's was delivered twice and published by nobody;
 * c3 accepted what nobody delivered; c4's event names nothing.
 */
class LearnedTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final OsusumeConfig CONFIG = Shelf.config();

    private static Facts facts(String... events) {
        return new TestFacts()
                .with(Customers.INPUT, "customer_id | name", "c1 | A", "c2 | B", "c3 | C", "c4 | D")
                .with(
                        OfferEvents.INPUT,
                        "customer_id | offer_type | product_id | event | event_at | trigger | segment | channel",
                        events)
                .facts();
    }

    private static final String[] EVENTS = {
        "c1 | cross_sell | mouse | delivered | 2026-06-02 10:00 | - | - | phone",
        "c1 | cross_sell | mouse | accepted | 2026-06-05 10:00 | - | - | -",
        "c1 | cross_sell | mouse | delivered | 2026-06-25 10:00 | - | - | phone",
        "c2 | cross_sell | mouse | delivered | 2026-05-02 10:00 | interest | watch | -",
        "c2 | cross_sell | mouse | delivered | 2026-05-02 18:00 | interest | watch | -",
        "c3 | upsell | plan | accepted | 2026-05-02 10:00 | - | - | -",
        "c4 | - | - | delivered | 2026-05-02 10:00 | - | - | -"
    };

    private static final Facts YEAR = facts(EVENTS);

    private static Row episode() {
        Map<String, Object> row = new HashMap<>();
        row.put(Episodes.OFFER_ROW_ID, "r1");
        row.put(Episodes.TARGET_TYPE, Offers.CUSTOMER);
        row.put(Episodes.TARGET_ID, "c1");
        row.put(Episodes.CUSTOMER_ID, "c1");
        row.put(Episodes.OFFER_TYPE, "cross_sell");
        row.put(Episodes.PRODUCT_ID, "mouse");
        row.put(Episodes.FIRST_DAY, Date.valueOf("2026-05-20"));
        row.put(Episodes.DELIVERED_ON, Date.valueOf("2026-06-02"));
        Row[] terms = {
            RowFactory.create(Term.TYPE, "cross_sell", 1.0, .2),
            RowFactory.create("loyalty", "all", .6, .1),
            RowFactory.create("channel", "email", 1.0, 0.0)
        };
        row.put(
                Episodes.AS_DELIVERED,
                RowFactory.create(Date.valueOf("2026-06-01"), "post_purchase", "ready", 1.5, .03, .07, terms));
        return RowFactory.create(Arrays.stream(Episodes.TABLE.schema().fieldNames())
                .map(row::get)
                .toArray());
    }

    private static Learned learned(Facts facts, Row... episodes) {
        Datasets evidence = OfferEnginePlanTest.evidence(CONFIG, facts, AS_OF, table(Episodes.TABLE, episodes));
        OfferEngine engine = new OfferEngine(CONFIG);
        return engine.learn(facts, engine.gather(facts, evidence, AS_OF), evidence, AS_OF);
    }

    private static Dataset<Row> table(Table table, Row... rows) {
        StructType nullable = new StructType(Arrays.stream(table.schema().fields())
                .map(f -> f.copy(f.name(), f.dataType(), true, f.metadata()))
                .toArray(StructField[]::new));
        return TestSession.spark().createDataFrame(List.of(rows), nullable);
    }

    @Test
    void atDeliveryHoldsWhatTheNightBeforeItPublished() {
        Learned learned = learned(YEAR, episode());
        List<Trial> trials = learned.past().trials(.02);
        assertThat(trials).hasSize(2);
        Trial published = trials.stream().filter(Trial::isPBuyKnown).findFirst().orElseThrow();
        assertThat(published.of().trigger()).isEqualTo(Trigger.POST_PURCHASE);
        assertThat(published.of().segment()).isEqualTo(Segment.READY);
        assertThat(published.of().anyway()).isEqualTo(.03);
        assertThat(published.of().beside())
                .as("the channel is the one that it took")
                .containsExactly(new Term("loyalty", "all", .6), new Term("channel", "phone", 1));
        assertThat(published.outcome().taken()).isEqualTo(1);
        assertThat(published.outcome().forecast()).isCloseTo(.07, within(1e-12));
        Trial told = trials.stream().filter(t -> !t.isPBuyKnown()).findFirst().orElseThrow();
        assertThat(told.of().trigger()).isEqualTo(Trigger.INTEREST);
        assertThat(told.of().segment()).isEqualTo(Segment.WATCH);
        assertThat(told.of().anyway()).as("as usual").isEqualTo(.02);
        assertThat(told.outcome().trials()).isEqualTo(1);
        assertThat(told.outcome().taken()).isZero();
        assertThat(learned.model().coefficients())
                .extracting(Coefficient::key)
                .contains(new Term.Key("channel", "phone"))
                .doesNotContain(new Term.Key("channel", "email"));
    }

    @Test
    void eventsOutOfOrderTeachTheSame() {
        List<String> turned = new ArrayList<>(List.of(EVENTS));
        Collections.reverse(turned);
        Learned learned = learned(facts(turned.toArray(String[]::new)), episode());
        Learned sorted = learned(YEAR, episode());
        assertThat(learned.past().trials(.02))
                .containsExactlyInAnyOrderElementsOf(sorted.past().trials(.02));
        assertThat(learned.notes()).isEqualTo(sorted.notes());
    }

    @Test
    void whatIsOddAboutEventsIsNamedAndCounted() {
        assertThat(learned(YEAR, episode()).notes())
                .containsExactly(
                        "1 of 7 offer events name no offer: neither type and product nor an offer_row_id that a night"
                                + " published. They teach nothing.",
                        "1 of 7 offer events accept an offer that was not delivered until that day: they teach nothing. Is the"
                                + " delivery missing, or one of the two times wrong?",
                        "1 of 7 offer events repeat another one (customer, offer, event and day): they count once.");
        Learned none = learned(facts("c1 | cross_sell | mouse | accepted | 2026-06-05 10:00 | - | - | -"));
        assertThat(none.notes())
                .first()
                .asString()
                .isEqualTo(
                        "None of 1 offer events says delivered, so acceptance stays what is configured: a trial begins with"
                                + " a delivery. Write what went out as delivered to offer_events.");
        assertThat(none.model().coefficients()).isEmpty();
        assertThat(none.trials()).isZero();
    }
}

package io.osusume.worklist;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Task;
import io.osusume.tables.Worklist;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;

/** Makes the table {@code worklist}: each customer and account by itself, so that it costs one pass over them. */
public final class ThingsToDo implements Serializable {
    private static final StructType SCHEMA = Worklist.TABLE.schema();
    private static final StructType TARGET =
            new StructType().add(Offers.TARGET_ID, DataTypes.StringType).add(Offers.TARGET_TYPE, DataTypes.StringType);
    private static final int CENTS = 4;

    private final Duties duties;
    private final Sentences sentences;
    private final String pool;
    private final Ways ways;
    private final String currency;

    public ThingsToDo(OsusumeConfig config, LocalDate asOf) {
        int today = config.offers().contactDays().from((int) asOf.plusDays(1).toEpochDay());
        this.duties = new Duties(config.worklist(), asOf, today);
        this.sentences = new Sentences(config.run().language());
        this.pool = config.worklist().pool();
        this.ways = new Ways(
                config.offers().channels().inPerson(),
                config.offers().channels().standard());
        this.currency = config.ltv().currency();
    }

    /** By which way somebody is spoken to of whom no offer tells it: in person where somebody looks after them. */
    private record Ways(String inPerson, String standard) implements Serializable {}

    /**
     * The rows of {@link Worklist}.
     *
     * @param subjects {@link Subjects}
     * @param offers tonight's rows of {@link Offers}
     */
    public Dataset<Row> of(Dataset<Row> subjects, Dataset<Row> offers) {
        return byTarget(subjects)
                .cogroupSorted(
                        byTarget(TonightsOffers.read(offers)),
                        new Column[0],
                        new Column[] {col(Offers.RANK), col(Offers.OFFER_ROW_ID)},
                        (CoGroupFunction<Row, Row, Row, Row>) (key, subject, made) -> rows(subject, made),
                        Encoders.row(SCHEMA));
    }

    private static KeyValueGroupedDataset<Row, Row> byTarget(Dataset<Row> rows) {
        return rows.groupBy(key(Offers.TARGET_ID), key(Offers.TARGET_TYPE))
                .as(Encoders.row(TARGET), Encoders.row(rows.schema()));
    }

    /** Of one type on both sides, whether it is told to be there always or not. */
    private static Column key(String name) {
        return when(col(name).isNotNull(), col(name)).as(name, Metadata.empty());
    }

    /** None of a target that nothing is known of but its offers. */
    private Iterator<Row> rows(Iterator<Row> subjects, Iterator<Row> made) {
        if (!subjects.hasNext()) {
            return Collections.emptyIterator();
        }
        List<Subject.Offer> offers = new ArrayList<>();
        made.forEachRemaining(offer -> offers.add(new Subject.Offer(offer)));
        Subject subject = new Subject(subjects.next(), offers);
        return duties.of(subject).stream().map(todo -> row(subject, todo)).iterator();
    }

    private Row row(Subject subject, Todo todo) {
        Map<String, Object> row = new HashMap<>();
        String owner = subject.text(Offers.OWNER);
        row.put(Worklist.OWNER, owner == null ? pool : owner);
        row.put(Worklist.IS_POOL, owner == null);
        row.put(Worklist.TARGET_TYPE, subject.text(Offers.TARGET_TYPE));
        row.put(Worklist.TARGET_ID, subject.text(Offers.TARGET_ID));
        row.put(Worklist.CUSTOMER_ID, subject.text(Features.CUSTOMER_ID));
        row.put(Worklist.ACCOUNT_ID, subject.text(Features.ACCOUNT_ID));
        row.put(Worklist.NAME, subject.text(Customers.NAME));
        row.put(Worklist.PRIORITY, subject.text(LwpSegments.PRIORITY));
        row.put(Worklist.LWP_SEGMENT, subject.text(LwpSegments.SEGMENT));
        row.put(Worklist.TASK, todo.task().wire());
        row.put(Worklist.DUE, Date.valueOf(LocalDate.ofEpochDay(todo.due())));
        row.put(Worklist.REASON_CODE, todo.code());
        row.put(Worklist.REASON_TEXT, sentences.toCustomer(todo, subject));
        row.put(Worklist.EVIDENCE_TEXT, sentences.toTeam(todo));
        row.put(
                Worklist.CHANNEL,
                todo.task() == Task.OFFER
                        ? todo.offer().orElseThrow().text(Offers.CHANNEL)
                        : owner == null ? ways.standard() : ways.inPerson());
        row.put(Worklist.OFFER_ROW_ID, todo.offer().map(Subject.Offer::id).orElse(null));
        row.put(
                Worklist.MORE_OFFERS,
                (long) subject.offers().size() - todo.offer().map(o -> 1).orElse(0));
        value(subject, todo, row);
        return row(row);
    }

    /** Of a sale that is made or followed up what it is expected to bring, else what the customer is. */
    private void value(Subject subject, Todo todo, Map<String, Object> row) {
        boolean sale = todo.task() == Task.OFFER || todo.code().equals(Talks.AWAITING);
        Optional<BigDecimal> ofOffer = todo.offer().filter(o -> sale).map(Subject.Offer::expectedValue);
        Optional<BigDecimal> value = ofOffer.or(() -> Optional.ofNullable(subject.ltv()));
        value.ifPresent(v -> {
            row.put(Worklist.VALUE, v.setScale(CENTS, RoundingMode.HALF_UP));
            row.put(Worklist.VALUE_IS, ofOffer.isPresent() ? Worklist.EXPECTED_VALUE : Worklist.LTV);
            row.put(Worklist.CURRENCY, currency);
        });
    }

    private static Row row(Map<String, Object> row) {
        Object[] values = new Object[SCHEMA.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(SCHEMA.fields()[i].name());
        }
        return RowFactory.create(values);
    }
}

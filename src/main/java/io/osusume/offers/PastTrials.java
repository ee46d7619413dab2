package io.osusume.offers;

import io.osusume.config.AcceptanceConfig;
import io.osusume.tables.OfferTrials;
import io.osusume.tables.Word;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What became of past offers, one by one, as acceptance learns from them ({@link Trials}). */
public final class PastTrials {
    private final Trials trials;

    public PastTrials(AcceptanceConfig config, LocalDate asOf) {
        this.trials = new Trials(config, (int) asOf.toEpochDay());
    }

    /**
     * Rows of {@link OfferTrials}, of customers whose product is told.
     *
     * @param targets what {@link OfferEngine#gather} returned
     */
    public Dataset<Row> of(Dataset<Row> targets) {
        Trials each = trials;
        return targets.flatMap(
                (FlatMapFunction<Row, Row>)
                        row -> rows(TargetReader.read(row, Map.of()), each).iterator(),
                Encoders.row(OfferTrials.TABLE.schema()));
    }

    private static Stream<Row> rows(Target target, Trials trials) {
        return trials.of(target).stream()
                .filter(t -> Objects.nonNull(t.subjectId()))
                .map(t -> RowFactory.create(
                        target.recipient().id(),
                        t.type().wire(),
                        t.subjectId(),
                        wire(t.trigger()),
                        wire(t.segment()),
                        java.sql.Date.valueOf(LocalDate.ofEpochDay(t.day())),
                        t.taken()));
    }

    private static String wire(Word word) {
        return word == null ? null : word.wire();
    }
}

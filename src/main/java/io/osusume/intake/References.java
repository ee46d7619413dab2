package io.osusume.intake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many of the ids that inputs name stand in the inputs that they name: all references together, in one pass. */
final class References {
    private static final String NAMED = "named";
    private static final String REFERENCE = "reference";
    private static final String TO = "to";
    private static final String ID = "id";
    private static final String ROWS = "rows";
    private static final String KNOWN = "known";

    private final StagedInputs staged;

    References(StagedInputs staged) {
        this.staged = staged;
    }

    /**
     * What became of one reference.
     *
     * @param rows rows that name anything
     * @param matchedRows those whose id stands in the other input
     * @param ids distinct ones
     * @param commonestRows rows of the id that has most of them
     */
    record Found(Reference reference, long rows, long matchedRows, long ids, long matchedIds, long commonestRows) {

        double rowShare() {
            return rows == 0 ? 1 : (double) matchedRows / rows;
        }

        double idShare() {
            return ids == 0 ? 1 : (double) matchedIds / ids;
        }
    }

    /** One for each reference among the staged inputs, and for the orders' customers in any case. */
    List<Found> all() {
        Set<Reference> distinct = new LinkedHashSet<>();
        distinct.add(Reference.buyers());
        distinct.addAll(Reference.among(staged.mapped()));
        List<Reference> references = new ArrayList<>(distinct);
        Dataset<Row> ids = references.stream()
                .map(Reference::from)
                .distinct()
                .map(from -> ids(from, references))
                .reduce(Dataset::union)
                .orElseThrow()
                .groupBy(REFERENCE, ID)
                .agg(count(lit(1)).as(ROWS));
        Map<String, Reference> ends = new LinkedHashMap<>();
        references.stream().filter(r -> staged.mapped().containsKey(r.to())).forEach(r -> ends.putIfAbsent(to(r), r));
        Optional<Dataset<Row>> known = ends.values().stream().map(this::known).reduce(Dataset::union);
        Dataset<Row> matched = known.map(k -> ids.withColumn(TO, to(references)).join(k, new String[] {TO, ID}, "left"))
                .orElseGet(() -> ids.withColumn(KNOWN, lit(null).cast("boolean")));
        return figures(matched).stream()
                .map(r -> found(references.get(r.getInt(0)), r))
                .sorted(Comparator.comparing(f -> references.indexOf(f.reference())))
                .toList();
    }

    /** The ids that stand where a reference points to, each once. */
    private Dataset<Row> known(Reference reference) {
        Dataset<Row> ids = staged.ids(reference).withColumnRenamed(reference.column(), ID);
        return (reference.isLoose() ? ids.distinct() : ids)
                .select(lit(to(reference)).as(TO), col(ID), lit(true).as(KNOWN));
    }

    private String to(Reference reference) {
        return staged.places(reference);
    }

    /** All ids that one input names, in one scan of it. */
    private Dataset<Row> ids(Input from, List<Reference> references) {
        Column[] named = IntStream.range(0, references.size())
                .filter(i -> references.get(i).from().equals(from))
                .mapToObj(i -> struct(
                        lit(i).as(REFERENCE), col(references.get(i).column()).as(ID)))
                .toArray(Column[]::new);
        Column each = named.length == 1 ? named[0] : explode(array(named));
        return staged.accepted(from).select(each.as(NAMED)).select(NAMED + ".*").where(col(ID).isNotNull());
    }

    /** Where a reference points to. */
    private Column to(List<Reference> references) {
        Column[] places = references.stream().map(r -> lit(to(r))).toArray(Column[]::new);
        return element_at(array(places), col(REFERENCE).plus(1));
    }

    private static List<Row> figures(Dataset<Row> matched) {
        return matched.groupBy(REFERENCE)
                .agg(
                        sum(ROWS),
                        sum(when(col(KNOWN), col(ROWS)).otherwise(0L)),
                        count(lit(1)),
                        count_if(col(KNOWN)),
                        max(ROWS))
                .collectAsList();
    }

    private static Found found(Reference reference, Row r) {
        return new Found(reference, r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5));
    }
}

package io.osusume.effects;

import io.osusume.config.EffectsConfig;
import io.osusume.stats.BenjaminiHochberg;
import io.osusume.tables.Effects;
import io.osusume.tables.Verdict;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Judges comparisons beside each other. A total is judged by its own p, without correction: a company asks first whether its
 * offers work at all. Cells are judged by q over all cells of their experiment and outcome.
 */
final class Findings {
    static final StructType SCHEMA = Effects.TABLE.schema();

    private final EffectsConfig config;
    private final String universal;

    Findings(EffectsConfig config, String universal) {
        this.config = config;
        this.universal = universal;
    }

    /** The rows of {@code effects}, of rows of {@link Measures}. */
    List<Row> of(List<Row> measured) {
        List<Map<String, Object>> rows = new ArrayList<>();
        measured.forEach(row -> rows.add(values(row)));
        addMissingTotals(rows);
        adjustCells(rows);
        rows.forEach(this::judge);
        return rows.stream().map(Findings::row).toList();
    }

    /** A night without offers says so, rather than nothing. */
    private void addMissingTotals(List<Map<String, Object>> rows) {
        if (rows.stream().noneMatch(r -> r.get(Effects.EXPERIMENT_ID).equals(universal) && isTotal(r))) {
            for (String outcome : config.outcomes()) {
                Map<String, Object> row = new HashMap<>();
                Arrays.stream(Groups.KEY).forEach(k -> row.put(k, Effects.ALL));
                row.put(Effects.EXPERIMENT_ID, universal);
                row.put(Effects.OUTCOME, outcome);
                row.put(Effects.N_TREATED, 0L);
                row.put(Effects.N_CONTROL, 0L);
                row.put(Effects.N_WAITING, 0L);
                row.put(Effects.WHY, Judgement.NOBODY_OFFERED);
                rows.add(row);
            }
        }
    }

    private static boolean isTotal(Map<String, Object> row) {
        return row.get(Effects.OFFER_TYPE).equals(Effects.ALL);
    }

    private static boolean isCell(Map<String, Object> row) {
        return !row.get(Effects.TRIGGER).equals(Effects.ALL);
    }

    private static void adjustCells(List<Map<String, Object>> rows) {
        Map<String, List<Map<String, Object>>> families = new TreeMap<>();
        rows.stream()
                .filter(r -> isCell(r) && r.get(Effects.WHY) == null && r.get(Effects.P_VALUE) != null)
                .forEach(r -> families.computeIfAbsent(
                                r.get(Effects.EXPERIMENT_ID) + "\n" + r.get(Effects.OUTCOME), k -> new ArrayList<>())
                        .add(r));
        for (List<Map<String, Object>> family : families.values()) {
            double[] p = family.stream()
                    .mapToDouble(r -> (Double) r.get(Effects.P_VALUE))
                    .toArray();
            long[] once = new long[p.length];
            Arrays.fill(once, 1);
            double[] q = BenjaminiHochberg.qValues(p, once);
            for (int i = 0; i < q.length; i++) {
                family.get(i).put(Effects.Q_VALUE, q[i]);
            }
        }
    }

    private void judge(Map<String, Object> row) {
        String why = (String) row.get(Effects.WHY);
        Judgement judged = why == null ? judged(row) : Judgement.barred(why);
        row.put(Effects.VERDICT, judged.verdict().wire());
        if (judged.verdict() == Verdict.NOT_JUDGED) {
            row.put(Effects.P_VALUE, null);
        }
        Double more = judged.more();
        if (more != null && Double.isFinite(more)) {
            long clusters = (Long) row.get(Measures.CLUSTERS);
            row.put(Effects.MORE_CUSTOMERS, more);
            row.put(Effects.MORE_NIGHTS, Math.ceil(more * (Integer) row.get(Measures.NIGHTS) / clusters));
        }
    }

    private Judgement judged(Map<String, Object> row) {
        Difference difference = new Difference(
                (Double) row.get(Effects.MEAN_TREATED),
                (Double) row.get(Effects.MEAN_CONTROL),
                (Double) row.get(Effects.EFFECT),
                (Double) row.get(Effects.STANDARD_ERROR),
                0,
                (Long) row.get(Measures.CLUSTERS),
                0);
        Double p = (Double) row.get(isCell(row) ? Effects.Q_VALUE : Effects.P_VALUE);
        return Judgement.of(difference, p, Measures.power(config), Measures.rules(config));
    }

    private static Map<String, Object> values(Row row) {
        Map<String, Object> values = new HashMap<>();
        for (String name : row.schema().fieldNames()) {
            values.put(name, row.getAs(name));
        }
        Integer day = row.getAs(Effects.FIRST_DAY);
        values.put(Effects.FIRST_DAY, day == null ? null : Date.valueOf(LocalDate.ofEpochDay(day)));
        return values;
    }

    private static Row row(Map<String, Object> values) {
        return RowFactory.create(
                Arrays.stream(SCHEMA.fieldNames()).map(values::get).toArray());
    }
}

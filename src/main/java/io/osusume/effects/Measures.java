package io.osusume.effects;

import io.osusume.config.EffectsConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Effects;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Types;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** What a tally comes to, each comparison by itself: the difference, its intervals, and what bars a verdict. */
final class Measures implements Serializable {
    /** Added to columns of {@link Effects}: n of the formulas, and nights in which the customers came. */
    static final String CLUSTERS = "clusters";

    static final String NIGHTS = "nights";

    static final String TOO_EARLY = "too_early";
    static final String NOTHING_DELIVERED = "nothing_delivered";

    /** As the table, but for what is known only beside all other comparisons. */
    static final StructType SCHEMA = schema();

    private final EffectsConfig config;
    private final Map<String, Double> controlShares;
    private final boolean deliveriesKnown;

    private Measures(EffectsConfig config, Map<String, Double> controlShares, boolean deliveriesKnown) {
        this.config = config;
        this.controlShares = controlShares;
        this.deliveriesKnown = deliveriesKnown;
    }

    static Measures of(OsusumeConfig config, Facts facts) {
        Map<String, Double> shares = new TreeMap<>();
        shares.put(config.experiment().id(), config.experiment().controlShare());
        config.experiments().forEach(e -> shares.put(e.id(), e.share()));
        return new Measures(config.effects(), shares, facts.knows(OfferEvents.INPUT));
    }

    Tally tally() {
        return new Tally(config.outcomes().size());
    }

    /** One row an outcome. */
    List<Row> of(List<String> key, Tally tally) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < config.outcomes().size(); i++) {
            Map<String, Object> row = new HashMap<>();
            for (int k = 0; k < key.size(); k++) {
                row.put(Groups.KEY[k], key.get(k));
            }
            row.put(Effects.OUTCOME, config.outcomes().get(i));
            counts(row, tally, i);
            difference(row, tally, i);
            rows.add(row(row));
        }
        return rows;
    }

    private void counts(Map<String, Object> row, Tally tally, int outcome) {
        Moments treated = tally.treated(outcome);
        Moments control = tally.control(outcome);
        Double ratio = tally.sampleRatio(controlShares.getOrDefault(row.get(Effects.EXPERIMENT_ID), 0.0));
        row.put(Effects.N_TREATED, treated.customers());
        row.put(Effects.N_CONTROL, control.customers());
        row.put(Effects.N_WAITING, tally.waiting());
        row.put(Effects.FIRST_DAY, tally.firstDay());
        row.put(NIGHTS, tally.nights());
        row.put(CLUSTERS, treated.clusters() + control.clusters());
        row.put(Effects.SRM_P_VALUE, ratio);
        if (deliveriesKnown && treated.customers() > 0) {
            row.put(Effects.SHARE_DELIVERED, (double) tally.delivered() / treated.customers());
        }
        row.put(Effects.MEAN_TREATED, treated.customers() == 0 ? null : Double.valueOf(treated.meanOutcome()));
        row.put(Effects.MEAN_CONTROL, control.customers() == 0 ? null : Double.valueOf(control.meanOutcome()));
        row.put(Effects.WHY, bar(tally, outcome, ratio));
    }

    private String bar(Tally tally, int outcome, Double ratio) {
        Moments treated = tally.treated(outcome);
        if (treated.customers() + tally.control(outcome).customers() == 0 && tally.waiting() > 0) {
            return TOO_EARLY;
        }
        String bar = Judgement.bar(treated, tally.control(outcome), ratio, rules(config));
        return bar == null && deliveriesKnown && tally.delivered() == 0 ? NOTHING_DELIVERED : bar;
    }

    private void difference(Map<String, Object> row, Tally tally, int outcome) {
        Moments treated = tally.treated(outcome);
        Moments control = tally.control(outcome);
        if (Math.min(treated.clusters(), control.clusters()) < 2) {
            return;
        }
        Difference found = Difference.of(treated, control);
        Interval once = Interval.fixed(found, config.alpha());
        Interval always = sequence(config).of(found);
        double n = (double) found.clusters();
        row.put(Effects.EFFECT, found.effect());
        row.put(Effects.STANDARD_ERROR, found.error());
        row.put(Effects.CI_LOW, once.low());
        row.put(Effects.CI_HIGH, once.high());
        row.put(Effects.ALWAYS_LOW, always.low());
        row.put(Effects.ALWAYS_HIGH, always.high());
        row.put(Effects.P_VALUE, sequence(config).p(found));
        row.put(Effects.CUPED_SHARE, found.narrowed());
        row.put(Effects.MINIMUM_DETECTABLE_EFFECT, power(config).detectable(found.error() * Math.sqrt(n), n));
    }

    static ConfidenceSequence sequence(EffectsConfig config) {
        return new ConfidenceSequence(config.alpha(), config.plannedCustomers());
    }

    static Power power(EffectsConfig config) {
        return new Power(sequence(config), config.power());
    }

    static Judgement.Rules rules(EffectsConfig config) {
        return new Judgement.Rules(
                config.alpha(),
                config.sampleRatio(),
                config.leastCustomers(),
                config.leastOutcomes(),
                config.worthwhile());
    }

    private static Row row(Map<String, Object> values) {
        Object[] row = new Object[SCHEMA.length()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(SCHEMA.fields()[i].name());
        }
        return RowFactory.create(row);
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (var field : Effects.TABLE.schema().fields()) {
            DataType type = field.name().equals(Effects.FIRST_DAY) ? Types.WHOLE : field.dataType();
            schema = schema.add(field.name(), type, true);
        }
        return schema.add(CLUSTERS, Types.COUNT, true).add(NIGHTS, Types.WHOLE, true);
    }
}

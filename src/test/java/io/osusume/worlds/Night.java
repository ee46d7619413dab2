package io.osusume.worlds;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.contracts.ContractView;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.features.StagedFacts;
import io.osusume.ltv.LifetimeValue;
import io.osusume.ltv.PlanRetention;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import io.osusume.tables.Subscriptions;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stages of a night that say what customers have, use and are worth, over what a made-up company has on file. */
final class Night {
    private final Map<String, Map<String, List<Row>>> tables = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Night() {}

    /** Stages the files, and carries out the stages up to segments and values. */
    static Night of(Company company, String... settings) {
        return of(company, true, settings);
    }

    /** Only what contracts are worth. */
    static Night ofValues(Company company, String... settings) {
        return of(company, false, settings);
    }

    private static Night of(Company company, boolean people, String... settings) {
        List<String> all = new ArrayList<>(List.of("inputs.orders.path=x", "consent.assume=true"));
        all.addAll(List.of(settings));
        OsusumeConfig config = ConfigLoader.load(Optional.empty(), all).config();
        Facts facts = StagedFacts.of(company.files(), config, company.asOf(), StagedFacts::inMemory);
        Night night = new Night();
        night.carryOut(config, facts, company.asOf(), people);
        return night;
    }

    /** What stands where a truth is expected, unless it is that. */
    Optional<String> wrong(Company.Truth truth) {
        if (truth.key().endsWith("*")) {
            return wrongSum(truth);
        }
        List<Row> rows = tables.get(truth.table()).getOrDefault(truth.key(), List.of());
        if (truth.expected() == Company.NO_ROW) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.toString());
        }
        if (rows.size() != 1) {
            return Optional.of(rows.size() + " rows " + rows);
        }
        Object got = rows.get(0).getAs(truth.column());
        return isRight(truth.expected(), got) ? Optional.empty() : Optional.of(String.valueOf(got));
    }

    private Optional<String> wrongSum(Company.Truth truth) {
        String prefix = truth.key().substring(0, truth.key().length() - 1);
        double sum = tables.get(truth.table()).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .flatMap(entry -> entry.getValue().stream())
                .mapToDouble(row -> row.<Number>getAs(truth.column()).doubleValue())
                .sum();
        return isRight(truth.expected(), sum) ? Optional.empty() : Optional.of("together " + sum);
    }

    private static boolean isRight(Object expected, Object got) {
        if (expected instanceof Company.Not not) {
            return !isRight(not.value(), got);
        }
        if (expected == null || got == null) {
            return expected == got;
        }
        if (got instanceof Number number) {
            double value = number.doubleValue();
            return expected instanceof Company.Between b
                    ? b.low() <= value && value <= b.high()
                    : Math.abs(value - ((Number) expected).doubleValue()) < 1e-6;
        }
        String text = got instanceof Timestamp time
                ? time.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()
                : got.toString();
        return expected.toString().equals(text);
    }

    List<String> notes() {
        return notes;
    }

    private void carryOut(OsusumeConfig config, Facts facts, LocalDate asOf, boolean people) {
        Dataset<Row> products = facts.of(Products.INPUT);
        ContractView view = new ContractView(config.ltv(), asOf);
        Dataset<Row> contracts = take("contracts", view.of(facts.lines(), facts.of(Subscriptions.INPUT), products));
        notes.addAll(view.notes());
        PlanRetention retention = PlanRetention.fit(config.ltv(), contracts, products, asOf);
        notes.addAll(retention.notes());
        if (people) {
            people(config, facts, contracts, asOf);
        }
        try (LifetimeValue value = new LifetimeValue(config.ltv())) {
            take("ltv", value.estimate(facts.lines(), products, retention, asOf));
            notes.addAll(value.notes());
        }
    }

    private void people(OsusumeConfig config, Facts facts, Dataset<Row> contracts, LocalDate asOf) {
        Dataset<Row> held = take("holdings", new Holdings().of(facts, contracts, asOf));
        Dataset<Row> use = take("use", new ProductUse(config.features()).of(facts, held, asOf));
        Dataset<Row> features =
                take("features", new CustomerFeatures(config.features(), config.consent()).of(facts, held, use, asOf));
        Dataset<Row> rules = TestSession.spark().createDataFrame(List.of(), Rules.TABLE.schema());
        take("segments", new LwpAnalysis(config.segments()).assign(features, held, rules, facts.of(Products.INPUT)));
    }

    private Dataset<Row> take(String table, Dataset<Row> rows) {
        List<Row> all = rows.collectAsList();
        boolean byProduct = List.of(rows.columns()).contains("product_id");
        Map<String, List<Row>> byKey = new LinkedHashMap<>();
        for (Row row : all) {
            String customer = row.getAs("customer_id");
            byKey.computeIfAbsent(
                            byProduct ? customer + " " + row.getAs("product_id") : customer, k -> new ArrayList<>())
                    .add(row);
        }
        tables.put(table, byKey);
        return TestSession.spark().createDataFrame(all, rows.schema());
    }
}

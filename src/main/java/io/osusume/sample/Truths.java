package io.osusume.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What was planted, as rows of {@link io.osusume.tables.PlantedTruths}, so that a test can look for it. */
final class Truths {
    private Truths() {}

    /** Truths of the whole world. */
    static List<Row> general(World world) {
        List<Row> rows = new ArrayList<>();
        associations(world, rows);
        for (BusinessLine.Lead item : BusinessLine.INDEPENDENT) {
            rows.add(row("independent", world.product(item.role()).id(), null, null, item.number() / 100.0));
        }
        for (Product product : world.catalogue().all()) {
            if (product.tier() > 0) {
                String next =
                        world.catalogue().nextTier(product).map(Product::id).orElse(null);
                rows.add(row("ladder", product.family(), product.id(), next, product.tier()));
            }
        }
        PlantedAcceptance.rates()
                .forEach(rate -> rows.add(row(
                        "acceptance", rate.type().wire(), null, rate.trigger().wire(), rate.probability())));
        PlantedAcceptance.factors()
                .forEach(entry ->
                        rows.add(row("acceptance_factor", entry.getKey().wire(), null, null, entry.getValue())));
        rows.add(row("acceptance_anyway", null, null, null, PlantedAcceptance.ANYWAY));
        parameters(world, rows);
        return rows;
    }

    private static void associations(World world, List<Row> rows) {
        for (Association association : Association.PLANTED) {
            String antecedent = world.product(association.antecedent()).id();
            String consequent = world.product(association.consequent()).id();
            rows.add(row("association", antecedent, consequent, "together", association.together()));
            rows.add(row("association", antecedent, consequent, "later", association.later()));
        }
    }

    private static void parameters(World world, List<Row> rows) {
        rows.add(row("orders_at_will", "r", null, null, CustomerPlan.RATE_SHAPE));
        rows.add(row("orders_at_will", "alpha_days", null, null, CustomerPlan.rateScaleDays(world.config())));
        rows.add(row("orders_at_will", "a", null, null, CustomerPlan.DROPOUT_A));
        rows.add(row("orders_at_will", "b", null, null, CustomerPlan.DROPOUT_B));
        rows.add(row("retention_monthly", "alpha", null, null, ContractHistory.MONTHLY_A));
        rows.add(row("retention_monthly", "beta", null, null, ContractHistory.MONTHLY_B));
        rows.add(row("retention_annual", "alpha", null, null, ContractHistory.ANNUAL_A));
        rows.add(row("retention_annual", "beta", null, null, ContractHistory.ANNUAL_B));
    }

    /** Truths of one customer. */
    static Stream<Row> of(Life life) {
        Stream.Builder<Row> rows = Stream.builder();
        String id = life.plan().id();
        for (Contract contract : life.contracts()) {
            String product = contract.product().id();
            if (contract.nearLimit()) {
                rows.add(row("near_limit", id, product, null, contract.level()));
            }
            if (contract.active() && contract.collapsed()) {
                rows.add(row("usage_collapse", id, product, null, .2));
            }
            if (contract.active() && contract.cancelRequested() != null) {
                rows.add(row("cancel_request", id, product, null, 1));
            }
            if (contract.active() && contract.heavySpend()) {
                rows.add(row("heavy_spend", id, product, null, contract.level()));
            }
        }
        if (life.buysOnlyAtWill()) {
            rows.add(row("at_will_only", id, null, null, 1));
        }
        life.rhythm()
                .ifPresent(rhythm -> rows.add(row(
                        "rhythm",
                        id,
                        rhythm.product().id(),
                        rhythm.shrink() < 1 ? "faster" : "steady",
                        rhythm.days())));
        return rows.build();
    }

    static Stream<Row> of(World world, Company company) {
        return company.surging()
                ? Stream.of(row(
                        "surge",
                        company.id(),
                        CompanyBehavior.surgeInterest(world, company).id(),
                        null,
                        company.monthlyEvents()))
                : Stream.empty();
    }

    private static Row row(String kind, String subject, String product, String other, double figure) {
        return RowFactory.create(kind, subject, product, other, String.format(Locale.ROOT, "%.4f", figure));
    }
}

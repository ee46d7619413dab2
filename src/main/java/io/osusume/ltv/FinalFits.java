package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits to all histories what tonight's values come from, and tells of it. */
final class FinalFits {
    private final LtvConfig config;
    private final OrderValues values;
    private final CohortTotals totals;
    private final FittedModels models;
    private final List<String> notes;

    /** @param notes to which what a person should know is added */
    FinalFits(LtvConfig config, OrderValues values, CohortTotals totals, FittedModels models, List<String> notes) {
        this.config = config;
        this.values = values;
        this.totals = totals;
        this.models = models;
        this.notes = notes;
    }

    /** The model to fit to all, how it was tried (or null), and why it is used. */
    record Use(PurchaseModel model, ModelTrial trial, String why) {
        static Use of(ModelChoice.Chosen chosen) {
            return chosen.trials().stream()
                    .filter(trial -> trial.model() == chosen.model())
                    .findFirst()
                    .map(trial -> new Use(
                            trial.model(),
                            trial,
                            "likeliest over the window before the last, of those that erred no more over the last than going on"
                                    + " at the rate of repeat orders so far"))
                    .orElseGet(() -> new Use(chosen.model(), null, chosen.note()));
        }

        /** Said of a model for all customers: they were told apart in these ways, and it forecast no better. */
        Use without(List<GroupChoice.Way> ways, LtvConfig.Groups groups) {
            if (trial == null || groups == LtvConfig.Groups.NONE) {
                return this;
            }
            String told = ways.isEmpty()
                    ? "; customers are not told apart by their first order: too few came back of two channels or categories, or"
                            + " nobody tells them"
                    : "; apart by the "
                            + String.join(
                                    " or the ",
                                    ways.stream()
                                            .map(way -> way.grouping().by())
                                            .sorted()
                                            .toList())
                            + " of the first order it forecast no better";
            return new Use(model, trial, why + told);
        }
    }

    /** Figures of customers alike in place of a model. */
    AtWill segments(String why) {
        models.instead(NonContractual.SEGMENT, why, customers(), null);
        return AtWill.of(new NonContractual(null, values, totals, config));
    }

    AtWill shrunk(ShrunkNaive instead) {
        models.instead(
                NonContractual.SHRUNK,
                "over the last window every model erred more than going on at the rate of repeat orders so far",
                customers(),
                instead);
        return AtWill.of(NonContractual.naive(instead, values, totals, config));
    }

    /** The model that the settings name. */
    AtWill named(PurchaseModel model, PurchaseHistories histories) {
        return all(new Use(model, null, "ltv.model names it"), histories);
    }

    AtWill all(Use use, PurchaseHistories histories) {
        BoundedFit fit = BoundedFit.of(use.model(), histories, config);
        if (fit.onBoundary()) {
            notes.add("ltv: by the fit of " + use.model().name()
                    + " nobody ever leaves (the orders show no sign of leaving; a season at"
                    + " the end hides it): leaving is taken as rare rather than impossible, by a prior that weighs like a"
                    + " customer or two; p_alive tells little");
        }
        if (!fit.converged()) {
            notes.add("ltv: the fit of " + use.model().name() + " did not converge: segment figures are used instead");
            return segments("the fit of " + use.model().name() + " did not converge");
        }
        models.used(fit, use.why(), customers(), use.trial());
        return AtWill.of(model(fit));
    }

    /** A model for each group that has one, and that of all for the rest. */
    AtWill grouped(Use use, GroupChoice.Way way, PurchaseHistories histories, Map<Integer, PurchaseHistories> byGroup) {
        AtWill rest = all(use, histories);
        Map<Integer, NonContractual> groups = new TreeMap<>();
        way.groups().forEach((place, trial) -> {
            PurchaseHistories own = byGroup.get(place);
            BoundedFit fit = BoundedFit.of(use.model(), own, config);
            if (fit.converged()) {
                groups.put(place, model(fit));
                models.usedFor(
                        way.grouping().name(place),
                        fit,
                        "apart by the " + way.grouping().by() + " of the first order it forecasts better",
                        own.customers(),
                        trial);
            }
        });
        notes.add(way.told(use.trial().days()));
        return new AtWill(rest.all(), way.grouping(), groups);
    }

    private NonContractual model(BoundedFit fit) {
        return new NonContractual(fit.fit(), values, totals, config);
    }

    private double customers() {
        return totals.all().customers();
    }
}

package io.osusume.pipeline;

import io.osusume.tables.Acceptance;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvModels;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import io.osusume.tables.Replenishment;
import io.osusume.tables.Rules;
import io.osusume.tables.Shelf;
import io.osusume.tables.SuccessCases;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import io.osusume.tables.Worklist;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A stage of the night, named by what it publishes: which stages it needs, and its tables. What a stage needs is declared
 * before it, so the order of declaration is one in which all can be carried out.
 */
public enum Goal {
    /** Publishes nothing by itself. */
    CONTRACTS(List.of()),
    RULES(List.of(CONTRACTS), Rules.TABLE, Bundles.TABLE),
    HOLDINGS(List.of(CONTRACTS), CustomerHoldings.TABLE),
    REPLENISHMENT(List.of(), Replenishment.TABLE),
    SEGMENTS(List.of(RULES, HOLDINGS), LwpSegments.TABLE),
    ACCOUNTS(List.of(), AccountScores.TABLE),
    LTV(List.of(CONTRACTS), Ltv.TABLE, LtvModels.TABLE),
    LTV_VALIDATE(List.of(), LtvValidation.TABLE),
    RANKING(List.of(RULES), RankerFacts.TABLE, RankerTrees.TABLE, RankedProducts.TABLE),
    /**
     * Publishes the holdings that the offers were made from as well, the sheets for those who act, what offers changed and led to so far, and
     * {@code offers} last.
     */
    OFFERS(
            List.of(CONTRACTS, RULES, HOLDINGS, REPLENISHMENT, SEGMENTS, ACCOUNTS, LTV, RANKING),
            CustomerHoldings.TABLE,
            AccountBriefs.TABLE,
            Worklist.TABLE,
            Shelf.TABLE,
            SuppressedOffers.TABLE,
            WithheldOffers.TABLE,
            Acceptance.TABLE,
            Episodes.TABLE,
            Effects.TABLE,
            SuccessCases.TABLE,
            Offers.TABLE);

    /** What {@code nightly} publishes: everything but what is for when it is asked, the validation of the lifetime values. */
    public static final Set<Goal> NIGHTLY = Set.copyOf(EnumSet.complementOf(EnumSet.of(LTV_VALIDATE)));

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<Goal> needs;

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<Table> tables;

    Goal(List<Goal> needs, Table... tables) {
        this.needs = needs;
        this.tables = List.of(tables);
    }

    /** The stages whose results it is made from. */
    List<Goal> needs() {
        return needs;
    }

    /** The tables that it publishes. */
    List<Table> tables() {
        return tables;
    }

    /** These stages and all that they need, and that those need, what is needed first. */
    static Set<Goal> withNeeds(Collection<Goal> goals) {
        Set<Goal> all = EnumSet.noneOf(Goal.class);
        goals.forEach(goal -> goal.addTo(all));
        return all;
    }

    private void addTo(Set<Goal> all) {
        all.add(this);
        needs.forEach(need -> need.addTo(all));
    }

    /** As a person writes it: {@code ltv-validate}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.osusume.pipeline;

import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import io.osusume.tables.Rules;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a run is asked to publish. What it needs for that, it works out as well. */
public enum Goal {
    RULES,
    SEGMENTS,
    ACCOUNTS,
    LTV,
    LTV_VALIDATE,
    RANKING,
    OFFERS;

    /** What {@code nightly} publishes: everything but what is for when it is asked, the validation of the lifetime values. */
    public static final Set<Goal> NIGHTLY = Set.copyOf(EnumSet.complementOf(EnumSet.of(LTV_VALIDATE)));

    /** The tables that it publishes, {@code offers} last. */
    List<Table> tables() {
        return switch (this) {
            case RULES -> List.of(Rules.TABLE, Bundles.TABLE);
            case SEGMENTS -> List.of(LwpSegments.TABLE);
            case ACCOUNTS -> List.of(AccountScores.TABLE);
            case LTV -> List.of(Ltv.TABLE);
            case LTV_VALIDATE -> List.of(LtvValidation.TABLE);
            case RANKING -> List.of(RankerFacts.TABLE, RankerTrees.TABLE, RankedProducts.TABLE);
            case OFFERS -> List.of(CustomerHoldings.TABLE, SuppressedOffers.TABLE, WithheldOffers.TABLE, Offers.TABLE);
        };
    }

    /** As a person writes it: {@code ltv-validate}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

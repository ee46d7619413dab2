package io.osusume;

import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Rules;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a run is asked to publish. What it needs for that, it works out as well. */
public enum Goal {
    RULES,
    SEGMENTS,
    LTV,
    OFFERS;

    /** Everything: what {@code nightly} publishes. */
    public static final Set<Goal> ALL = Set.copyOf(EnumSet.allOf(Goal.class));

    /** The tables that it publishes, {@code offers} last. */
    List<Table> tables() {
        return switch (this) {
            case RULES -> List.of(Rules.TABLE);
            case SEGMENTS -> List.of(LwpSegments.TABLE);
            case LTV -> List.of(Ltv.TABLE);
            case OFFERS -> List.of(SuppressedOffers.TABLE, WithheldOffers.TABLE, Offers.TABLE);
        };
    }
}

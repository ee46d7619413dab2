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
    RULES(Rules.TABLE),
    SEGMENTS(LwpSegments.TABLE),
    LTV(Ltv.TABLE),
    OFFERS(SuppressedOffers.TABLE, WithheldOffers.TABLE, Offers.TABLE);

    /** Everything: what {@code nightly} publishes. */
    public static final Set<Goal> ALL = Set.copyOf(EnumSet.allOf(Goal.class));

    private final List<Table> tables;

    Goal(Table... tables) {
        this.tables = List.of(tables);
    }

    /** The tables that it publishes, {@code offers} last. */
    List<Table> tables() {
        return tables;
    }
}

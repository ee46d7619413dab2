package io.osusume;

import java.util.EnumSet;
import java.util.Set;

/** What a run is asked to publish. */
public enum Goal {
    RULES,
    SEGMENTS,
    LTV,
    OFFERS;

    /** Everything: what {@code nightly} publishes. */
    public static final Set<Goal> ALL = Set.copyOf(EnumSet.allOf(Goal.class));
}

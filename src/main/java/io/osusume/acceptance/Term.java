package io.osusume.acceptance;

import java.io.Serializable;

/**
 * One thing that is known of an offer.
 *
 * @param name what kind of thing
 * @param level which of its kind, as each has a coefficient of its own
 * @param x how much of it; 1 where it simply is so
 */
public record Term(String name, String level, double x) implements Serializable {
    /** The logit of what is bought anyway, less the centre. */
    public static final String P_BUY = "p_buy";

    /** ln(how many times the usual the evidence is). */
    public static final String EVIDENCE = "evidence";

    public static final String TYPE = "type";
    public static final String TRIGGER = "trigger";
    public static final String SEGMENT = "segment";

    /** Of trials of which it is not known what would have been bought anyway. */
    static final String P_BUY_UNKNOWN = "p_buy_unknown";

    /** Stands between the parts of a level: type, {@link #P_BUY} where that is known, trigger, segment. */
    public static final String BETWEEN = " · ";

    /** Which coefficient it is of. */
    Key key() {
        return new Key(name, level);
    }

    /** A coefficient. */
    public record Key(String term, String level) implements Serializable, Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTerm = term.compareTo(other.term);
            return byTerm != 0 ? byTerm : level.compareTo(other.level);
        }
    }
}

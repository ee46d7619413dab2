package io.osusume.catalogue;

import java.io.Serializable;

/**
 * Whether it is sold.
 *
 * @param open launched and not discontinued on the day after as-of
 * @param lastDay the last day on which it is sold, since 1970-01-01; null: no end is known
 * @param offerable whether the company lets it be offered
 * @param nameable whether it may be spoken of as what something goes with
 * @param currency the only one in which it is sold; null: any
 */
public record Sale(boolean open, Integer lastDay, boolean offerable, boolean nameable, String currency)
        implements Serializable {
    public static final Sale OPEN = new Sale(true, null, true, true);

    public Sale(boolean open, Integer lastDay, boolean offerable, boolean nameable) {
        this(open, lastDay, offerable, nameable, null);
    }
}

package io.osusume.acceptance;

import java.io.Serializable;

/**
 * A coefficient that trials say something of.
 *
 * @param priorMean what is believed of it before any trial
 * @param mean what it is taken to be
 * @param outcome of the trials that it had a part in
 * @param moved how much it moved since the night before
 * @param heldBack how much further the trials say it is, where it may not move so far in one night
 */
public record Coefficient(
        Term.Key key,
        double priorMean,
        double priorDeviation,
        double mean,
        double deviation,
        Outcome outcome,
        double moved,
        double heldBack)
        implements Serializable {}

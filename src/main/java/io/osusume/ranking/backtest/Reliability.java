package io.osusume.ranking.backtest;

import java.io.Serializable;
import java.util.List;

/**
 * How the probabilities of some candidates went together with what was bought.
 *
 * @param candidates how many
 * @param forecast Σ p
 * @param bought Σ y
 * @param squares Σ (p − y)²
 */
public record Reliability(double candidates, double forecast, double bought, double squares) implements Serializable {
    public static final Reliability NONE = new Reliability(0, 0, 0, 0);

    Reliability plus(Reliability other) {
        return new Reliability(
                candidates + other.candidates,
                forecast + other.forecast,
                bought + other.bought,
                squares + other.squares);
    }

    static Reliability sum(List<Reliability> parts) {
        return parts.stream().reduce(NONE, Reliability::plus);
    }

    /** Σp ÷ Σy; NaN is never returned: null where nothing was bought. */
    public Double ratio() {
        return bought > 0 ? forecast / bought : null;
    }

    /** 1 − Brier score ÷ that of the share bought, told to everybody; null where all were alike. */
    public Double brierSkill() {
        double base = bought * (1 - bought / Math.max(1, candidates));
        return base > 0 ? 1 - squares / base : null;
    }
}

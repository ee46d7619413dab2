package io.osusume.effects;

import io.osusume.config.EffectsConfig;
import java.util.ArrayList;
import java.util.List;

/** How long an experiment takes and what it costs, told before its first night from what customers did without it. */
public final class ExperimentPlan {
    private static final double[] SHARES = {.05, .1, .2, .3, .5};

    private final EffectsConfig config;

    public ExperimentPlan(EffectsConfig config) {
        this.config = config;
    }

    /**
     * The last days of the company, as long as the horizon.
     *
     * @param customers all of them
     * @param rate share of them who ordered anything
     * @param margin what one brought in on average
     * @param told share of the variance of ordering that was known before from earlier orders
     */
    public record History(long customers, double rate, double margin, double told) {}

    /**
     * What is asked.
     *
     * @param uplift of the share who order, relative: .2 is a fifth more
     * @param eligible share of the customers who are ever offered something
     * @param nights within which they first are
     */
    public record Question(double uplift, double eligible, int nights) {}

    /**
     * For one control share.
     *
     * @param needed customers in both arms; infinite: no number does
     * @param nights until the last of them has been followed for the horizon; null: the company has not so many
     * @param cost margin not earned from those in control, if the uplift is there
     */
    public record Line(double share, double needed, Double nights, double cost) {}

    /** One line a control share. */
    public List<Line> of(History history, Question question) {
        Power power = Measures.power(config);
        double variance = history.rate() * (1 - history.rate());
        double reached = history.customers() * question.eligible();
        List<Line> lines = new ArrayList<>();
        for (double share : SHARES) {
            double s = Power.deviation(variance, share, history.told());
            double needed = power.needed(s, question.uplift() * history.rate());
            Double nights = needed > reached
                    ? null
                    : Double.valueOf(Math.ceil(needed / reached * question.nights()) + config.horizonDays());
            lines.add(new Line(
                    share, needed, nights, Math.min(needed, reached) * share * question.uplift() * history.margin()));
        }
        return lines;
    }
}

package io.osusume.effects;

import io.osusume.config.OsusumeConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What being offered changed of whether offers are taken: customers who were offered them less customers of the control arm who
 * would have been ({@link Difference}, narrowed by what they buy anyway).
 *
 * @param effect of rates
 * @param error its standard error, by clusters
 */
public record Contrast(double effect, double error) {
    /**
     * One offer to one customer, made or withheld.
     *
     * @param cluster the account, or the customer
     * @param isDrawn whether the arm was drawn
     * @param anyway how likely it is bought anyway
     */
    public record Case(String cluster, boolean isTreated, boolean isDrawn, boolean isTaken, double anyway) {}

    /** Empty where the arms are not as they were drawn, or too few are in one, or too few take anything, to say anything. */
    public static Optional<Contrast> of(List<Case> sortedByCluster, OsusumeConfig config) {
        Moments treated = new Moments(1);
        Moments control = new Moments(1);
        Set<String> drawnTreated = new HashSet<>();
        Set<String> drawnControl = new HashSet<>();
        String cluster = null;
        for (Case c : sortedByCluster) {
            if (!c.cluster.equals(cluster)) {
                treated.endCluster();
                control.endCluster();
                cluster = c.cluster;
            }
            (c.isTreated ? treated : control).add(c.isTaken ? 1 : 0, c.anyway);
            if (c.isDrawn) {
                (c.isTreated ? drawnTreated : drawnControl).add(c.cluster);
            }
        }
        treated.endCluster();
        control.endCluster();
        Double ratio = drawnTreated.size() + drawnControl.size() == 0
                ? null
                : Double.valueOf(SampleRatio.p(
                        drawnTreated.size(),
                        drawnControl.size(),
                        config.experiment().controlShare()));
        if (Judgement.bar(treated, control, ratio, Measures.rules(config.effects())) != null) {
            return Optional.empty();
        }
        Difference found = Difference.of(treated, control);
        return found.error() > 0 ? Optional.of(new Contrast(found.effect(), found.error())) : Optional.empty();
    }
}

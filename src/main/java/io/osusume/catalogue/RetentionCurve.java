package io.osusume.catalogue;

import io.osusume.stats.ShiftedBetaGeometric;
import java.io.Serializable;

/**
 * How contracts of a plan stay on: shifted-beta-geometric with α and β (Fader and Hardie 2007), or one rate for all renewals.
 *
 * @param periodDays days from renewal to renewal
 * @param alpha NaN where one rate holds for all renewals
 * @param rate NaN where α and β are known
 */
public record RetentionCurve(double periodDays, double alpha, double beta, double rate) implements Serializable {

    /** The share that stays at renewal t, of those that came to it. */
    public double retention(int t) {
        return Double.isNaN(alpha) ? rate : ShiftedBetaGeometric.retention(t, alpha, beta);
    }

    /**
     * The share that is still there after the next {@code renewals}, of those that have survived {@code survived}: Π r_t. Its
     * odds are multiplied by {@code odds}, such as 0.1 after a request to cancel.
     */
    public double survival(int survived, int renewals, double odds) {
        double stays = 1;
        for (int t = survived + 1; t <= survived + renewals; t++) {
            stays *= retention(t);
        }
        return odds == 1 ? stays : odds * stays / (1 - stays + odds * stays);
    }
}

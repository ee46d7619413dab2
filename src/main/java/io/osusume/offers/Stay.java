package io.osusume.offers;

import java.io.Serializable;

/**
 * How contracts of a plan stay on: shifted-beta-geometric with α and β (Fader and Hardie 2007), or one rate for all renewals.
 *
 * @param periodDays days of one billing period
 * @param alpha NaN where one rate holds for all renewals
 * @param rate NaN where α and β are known
 */
record Stay(double periodDays, double alpha, double beta, double rate) implements Serializable {

    /**
     * The share that is still there after the next {@code renewals}, of those that have survived {@code survived}: Π r_t. The
     * odds of the first one are multiplied by {@code odds}, such as 0.2 after a request to cancel.
     */
    double survival(int survived, int renewals, double odds) {
        double stays = 1;
        for (int t = survived + 1; t <= survived + renewals; t++) {
            double r = Double.isNaN(alpha) ? rate : (beta + t - 1) / (alpha + beta + t - 1);
            stays *= t == survived + 1 ? moved(r, odds) : r;
        }
        return stays;
    }

    private static double moved(double r, double odds) {
        return odds == 1 ? r : odds * r / (1 - r + odds * r);
    }
}

package io.osusume.uplift;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.AcceptanceModel.Estimate;
import io.osusume.acceptance.Asked;
import io.osusume.config.AcceptanceConfig;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each offer is taken where it is made, and where it is withheld: a model of acceptance for each arm, of the same terms; before
 * any outcome that of control says what is bought anyway. Their difference is the uplift of each customer.
 */
record Arms(AcceptanceModel treated, AcceptanceModel control) implements Serializable {
    /** @param usual what is usually bought anyway, within the days of acceptance, of what is offered; 0 where that is not known */
    static Arms of(List<Followed> followed, AcceptanceConfig config, double usual) {
        List<Followed> withheld =
                followed.stream().filter(f -> !f.seen().isTreated()).toList();
        return new Arms(
                AcceptanceModel.learn(
                        followed.stream()
                                .filter(f -> f.seen().isTreated())
                                .map(Followed::trial)
                                .toList(),
                        config,
                        usual,
                        Map.of()),
                AcceptanceModel.learn(
                        withheld.stream().map(Followed::trial).toList(),
                        config.unasked(rates(withheld)),
                        usual,
                        Map.of()));
    }

    /** Of types of which nobody knows what is bought anyway: half a purchase more, so that none is 0. */
    private static Map<OfferType, Double> rates(List<Followed> withheld) {
        Map<OfferType, Double> rates = new EnumMap<>(OfferType.class);
        for (OfferType type : OfferType.values()) {
            List<Followed> of = withheld.stream()
                    .filter(f -> f.asked().type() == type && f.asked().anyway() == null)
                    .toList();
            long taken = of.stream().filter(f -> f.seen().isTaken()).count();
            rates.put(type, (taken + .5) / (of.size() + 1));
        }
        return rates;
    }

    double uplift(Asked asked) {
        return treated.of(asked).p() - control.of(asked).p();
    }

    /** How likely it is taken, of so large a share that is treated. */
    double taken(Asked asked, double share) {
        return share * treated.of(asked).p() + (1 - share) * control.of(asked).p();
    }

    /** Half the width of the interval of the uplift: the arms err apart from each other. */
    double half(Asked asked) {
        return Math.hypot(half(treated.of(asked)), half(control.of(asked)));
    }

    private static double half(Estimate estimate) {
        return (estimate.high() - estimate.low()) / 2;
    }
}

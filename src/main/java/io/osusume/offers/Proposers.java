package io.osusume.offers;

import io.osusume.config.OffersConfig;
import io.osusume.config.OsusumeConfig;
import java.util.List;

/** Who proposes: a new offer type is one more line here. */
final class Proposers {
    private Proposers() {}

    static List<Proposer> all(OsusumeConfig config, Knowledge known, RuleHints rules, BundlesByItem bundles) {
        OffersConfig offers = config.offers();
        return List.of(
                new CrossSell(rules, offers.likelyProducts(), known),
                new CrossSellToAccount(known),
                new Upsell(offers.upsell(), known),
                new KeepTrial(known),
                new Downsell(offers.downsell(), config.segments().atRiskTrend(), known),
                new BundleOffers(bundles, known),
                new Subscribe(offers.subscribe(), known),
                new Nurture(known));
    }
}

package io.osusume.offers;

import io.osusume.catalogue.SaleRules;
import io.osusume.config.OffersConfig;
import io.osusume.config.OsusumeConfig;
import java.time.LocalDate;

/** Puts the parts of tonight's decider together, from the settings and what was read. */
final class Assembly {
    private final OsusumeConfig config;
    private final Knowledge known;
    private final ExpectedValue worth;
    private final Channels channels;
    private final Touches touches;
    private final Double usualLtv;

    Assembly(OsusumeConfig config, SaleRules sale, Learned learned, LocalDate asOf) {
        OffersConfig offers = config.offers();
        this.config = config;
        this.known = new Knowledge(
                sale,
                new UnitEconomics(config.ltv(), asOf),
                new Timing(offers.triggers(), offers.contactDays(), asOf),
                offers.minInterest(),
                offers.acceptance().usualLift(),
                learned.usual().ranked(),
                Anyway.of(config));
        ExpectedValue.Costs costs =
                new ExpectedValue.Costs(offers.contactCost(), offers.fatigueCost(), offers.fatigueCostPerTouch());
        this.worth = new ExpectedValue(learned.model(), learned.uplift(), known, costs);
        this.usualLtv = learned.usualLtv();
        this.channels = new Channels(
                offers.channels(), config.features().reactions(), learned.past().channels());
        this.touches = new Touches(
                offers.silence(), config.features().contactCap(), known.timing().tomorrow());
    }

    Decider decider(RuleHints rules, BundlesByItem bundles) {
        OffersConfig offers = config.offers();
        Guardrails guardrails = new Guardrails(offers, known, touches);
        return new Decider(
                Proposers.all(config, known, rules, bundles),
                worth,
                new Decider.Judgement(
                        guardrails,
                        new Limits(offers),
                        new Addressed.Reader(channels, touches, known, usualLtv),
                        offers.maxCandidates()),
                known);
    }

    OfferRows rows(String currency) {
        ReasonText reasons = new ReasonText(config, known.catalogue(), currency);
        return new OfferRows(
                reasons,
                worth,
                new OfferRows.Contact(channels, touches, known.timing()),
                config.experiment(),
                new OfferRows.Shown(known.catalogue(), known.usualPBuy(), currency));
    }
}

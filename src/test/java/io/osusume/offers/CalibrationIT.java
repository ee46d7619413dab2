package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Asked;
import io.osusume.acceptance.Outcome;
import io.osusume.acceptance.Trial;
import io.osusume.config.AcceptanceConfig;
import io.osusume.sample.PlantedAcceptance;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Acceptance learned from planted outcomes, judged on those that came later. */
class CalibrationIT {
    private static final AcceptanceConfig CONFIG = Shelf.config().offers().acceptance();
    private static final int HELD_OUT = 6_000;

    /** A held-out trial with what was predicted for it. */
    private record Judged(double p, boolean taken) {
        double logit() {
            return Math.log(p / (1 - p));
        }
    }

    @Test
    void predictionsAreCalibratedOnLaterOutcomes() {
        Map<String, List<Target.OfferEvent>> events = events(30_000);
        List<Trials.Trial> all = trials(events, Shelf.TODAY);
        all.sort(Comparator.comparing(Trials.Trial::day));
        int split = all.get(all.size() - HELD_OUT).day() - 1;
        Map<String, List<Target.OfferEvent>> known = new TreeMap<>();
        events.forEach((customer, past) ->
                known.put(customer, past.stream().filter(p -> p.day() <= split).toList()));
        AcceptanceModel learned = Shelf.learned(Shelf.config(), past(trials(known, split)));
        List<Judged> judged = all.stream()
                .filter(t -> t.day() > split)
                .map(t -> new Judged(
                        learned.of(asked(t.type(), t.trigger(), t.segment(), 1)).p(), t.taken()))
                .toList();
        double predicted = judged.stream().mapToDouble(Judged::p).sum();
        double taken = judged.stream().filter(Judged::taken).count();
        double slope = slope(judged);
        double[] skill = brierSkill(judged);
        System.out.printf(
                "held out %d: predicted / taken %.3f, slope %.3f, Brier skill %.4f (%.4f to %.4f)%n",
                judged.size(), predicted / taken, slope, skill[0], skill[1], skill[2]);
        assertThat(judged).hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(predicted / taken).isBetween(.9, 1.1);
        assertThat(slope).isBetween(.8, 1.2);
        assertThat(skill[1]).as("lower end at 95 %").isPositive();
    }

    /**
     * One cell of which no outcome is known, and evidence from a hundredth to a hundred times the usual: offers are taken with
     * the odds of the prior, .15 to .85, times the root of the evidence, which is limited to a quarter and four times.
     */
    @Test
    void evidenceIsWorthWhatItSays() {
        AcceptanceConfig config = Shelf.config(
                        "offers.acceptance.evidence_weight=0.5", "offers.acceptance.evidence_limit=4")
                .offers()
                .acceptance();
        AcceptanceModel nothing = AcceptanceModel.learn(List.of(), config, 0, Map.of());
        Random random = new Random(11);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double evidence = Math.pow(100, 2 * random.nextDouble() - 1);
            double odds = .15 / .85 * Math.sqrt(Math.max(.25, Math.min(4, evidence)));
            judged.add(new Judged(
                    nothing.of(asked(OfferType.UPSELL, Trigger.USAGE_LIMIT, Segment.READY, evidence))
                            .p(),
                    random.nextDouble() < odds / (1 + odds)));
        }
        double predicted = judged.stream().mapToDouble(Judged::p).sum();
        double taken = judged.stream().filter(Judged::taken).count();
        assertThat(predicted / taken).isBetween(.95, 1.05);
        assertThat(slope(judged)).isBetween(.9, 1.1);
        assertThat(brierSkill(judged)[1]).as("lower end at 95 %").isPositive();
    }

    /** Slope of the logistic regression of what was taken on the logit of what was predicted. */
    private static double slope(List<Judged> judged) {
        double a = 0;
        double b = 1;
        for (int step = 0; step < 50; step++) {
            double ga = 0;
            double gb = 0;
            double haa = 0;
            double hab = 0;
            double hbb = 0;
            for (Judged j : judged) {
                double x = j.logit();
                double p = 1 / (1 + Math.exp(-a - b * x));
                double r = (j.taken() ? 1 : 0) - p;
                double w = p * (1 - p);
                ga += r;
                gb += r * x;
                haa += w;
                hab += w * x;
                hbb += w * x * x;
            }
            double det = haa * hbb - hab * hab;
            a += (hbb * ga - hab * gb) / det;
            b += (haa * gb - hab * ga) / det;
        }
        return b;
    }

    /** 1 − Brier score / that of the held-out base rate, with its interval by the normal approximation. */
    private static double[] brierSkill(List<Judged> judged) {
        double n = judged.size();
        double base = judged.stream().filter(Judged::taken).count() / n;
        double reference = base * (1 - base);
        double sum = 0;
        double squares = 0;
        for (Judged j : judged) {
            double y = j.taken() ? 1 : 0;
            double gain = (base - y) * (base - y) - (j.p() - y) * (j.p() - y);
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / n;
        double error = Math.sqrt((squares / n - mean * mean) / n);
        return new double[] {mean / reference, (mean - 1.96 * error) / reference, (mean + 1.96 * error) / reference};
    }

    private static List<Trials.Trial> trials(Map<String, List<Target.OfferEvent>> events, int asOfDay) {
        Trials trials = new Trials(CONFIG, asOfDay);
        List<Trials.Trial> all = new ArrayList<>();
        events.values().forEach(past -> all.addAll(trials.of(target(past))));
        return all;
    }

    private static List<Trial> past(List<Trials.Trial> trials) {
        return trials.stream()
                .map(t -> trial(asked(t.type(), t.trigger(), t.segment(), 1), 1, t.taken() ? 1 : 0))
                .toList();
    }

    private static Trial trial(Asked asked, int trials, int taken) {
        return new Trial(asked, true, new Outcome(trials, taken));
    }

    private static Asked asked(OfferType type, Trigger trigger, Segment segment, double evidence) {
        return new Asked(type, trigger, segment, null, evidence, List.of());
    }

    private static Map<String, List<Target.OfferEvent>> events(long customers) {
        Map<String, List<Target.OfferEvent>> events = new TreeMap<>();
        for (Row row : SampleWorld.generate(TestSession.spark(), SampleConfig.of(customers, 5))
                .byName()
                .get("offer_events")
                .collectAsList()) {
            events.computeIfAbsent(row.getAs("customer_id"), c -> new ArrayList<>())
                    .add(new Target.OfferEvent(
                            Word.of(OfferType.class, row.getAs("offer_type")).orElseThrow(),
                            row.getAs("product_id"),
                            Word.of(OfferEventType.class, row.getAs("event")).orElseThrow(),
                            Word.of(Trigger.class, row.getAs("trigger")).orElseThrow(),
                            Word.of(Segment.class, row.getAs("segment")).orElseThrow(),
                            (int) LocalDate.parse(row.<String>getAs("event_at").substring(0, 10))
                                    .toEpochDay()));
        }
        events.values().forEach(past -> past.sort(Comparator.comparing(Target.OfferEvent::day)));
        return events;
    }

    private static Target target(List<Target.OfferEvent> past) {
        Shelf.Who who = Shelf.who("ready");
        past.forEach(who::past);
        return who.target();
    }

    /**
     * Over twenty seeds: past outcomes and a night's are drawn from the planted truth; what a night's offers are predicted to
     * bring, Σ p · gain, is held against what they bring. The interval is that of the draw and of what was
     * learned, whose errors cells of one type share, since they take after each other.
     */
    @Test
    void whatANightIsPredictedToBringItBrings() {
        int within = 0;
        double predictedAll = 0;
        double simulatedAll = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            AcceptanceModel learned = Shelf.learned(Shelf.config(), pastOf(random));
            List<ExpectedValue.Valued> night = MadeUpNight.offers(learned, random);
            double predicted = 0;
            double simulated = 0;
            double variance = 0;
            Map<OfferType, Double> shared = new TreeMap<>();
            for (ExpectedValue.Valued v : night) {
                double gain = v.margin().add(v.deltaLtv()).doubleValue();
                double p = v.estimate().p();
                predicted += p * gain;
                variance += p * (1 - p) * gain * gain;
                double sd = (v.estimate().high() - v.estimate().low()) / (2 * 1.645);
                shared.merge(v.proposal().type(), sd * gain, Double::sum);
                Proposal offer = v.proposal();
                if (random.nextDouble()
                        < PlantedAcceptance.probability(
                                offer.type(), offer.moment().trigger(), MadeUpNight.segment(v))) {
                    simulated += gain;
                }
            }
            variance += shared.values().stream().mapToDouble(s -> s * s).sum();
            within += Math.abs(predicted - simulated) <= 1.96 * Math.sqrt(variance) ? 1 : 0;
            predictedAll += predicted;
            simulatedAll += simulated;
        }
        System.out.printf("within: %d of 20, predicted / simulated %.3f%n", within, predictedAll / simulatedAll);
        assertThat(within).isGreaterThanOrEqualTo(17);
        assertThat(predictedAll / simulatedAll).isBetween(.95, 1.05);
    }

    private static List<Trial> pastOf(Random random) {
        List<Trial> cells = new ArrayList<>();
        for (MadeUpNight.Kind offer : MadeUpNight.OFFERS) {
            for (Segment segment : MadeUpNight.SEGMENTS) {
                double p = PlantedAcceptance.probability(offer.type(), offer.trigger(), segment);
                int trials = 20 + random.nextInt(60);
                int taken = 0;
                for (int i = 0; i < trials; i++) {
                    taken += random.nextDouble() < p ? 1 : 0;
                }
                cells.add(trial(asked(offer.type(), offer.trigger(), segment, 1), trials, taken));
            }
        }
        return cells;
    }
}

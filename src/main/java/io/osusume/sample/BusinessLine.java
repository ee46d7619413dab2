package io.osusume.sample;

import java.util.List;

/** A line of goods: what starts an order (with weights), and the staple that is bought again when all else is owned. */
enum BusinessLine {
    COMPUTING(
            "cable", lead("pc", 34), lead("tablet", 14), lead("tablet-old", 8), lead("printer", 18), lead("cable", 20)),
    MEETING("cable", lead("headset", 30), lead("webcam", 30), lead("dock", 15), lead("speaker", 15), lead("light", 10)),
    FASHION(
            "socks",
            lead("leather", 40),
            lead("sneakers", 25),
            lead("boots", 15),
            lead("socks", 15),
            lead("shoetree", 5)),
    FOOD("burger", lead("burger", 60), lead("nuggets", 12), lead("salad", 12), lead("dessert", 10), lead("fries", 6)),
    COFFEE("beans", lead("machine", 30), lead("beans", 35), lead("pods", 20), lead("mug", 15)),
    PHOTO("prints", lead("camera", 40), lead("tripod", 14), lead("prints", 40), lead("camera-pro", 6));

    /** Each of these is in any order with its own fixed probability, whatever else is in it: no association. */
    static final List<Lead> INDEPENDENT = List.of(
            lead("notebook", 6),
            lead("penset", 5),
            lead("umbrella", 4),
            lead("towel", 5),
            lead("candle", 4),
            lead("batteries", 6),
            lead("tote", 3),
            lead("bottle", 3),
            lead("clock", 3),
            lead("puzzle", 4));

    /** Bought in a rhythm of this many days. */
    static final List<Lead> RHYTHMS = List.of(
            lead("pods", 28),
            lead("petfood", 35),
            lead("detergent", 45),
            lead("detergent-eco", 45),
            lead("vitamins", 60),
            lead("water", 14));

    /** A role with a number: a weight, a percentage or days. */
    record Lead(String role, int number) {}

    private final String staple;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Lead> leads;

    BusinessLine(String staple, Lead... leads) {
        this.staple = staple;
        this.leads = List.of(leads);
    }

    private static Lead lead(String role, int number) {
        return new Lead(role, number);
    }

    String staple() {
        return staple;
    }

    String draw(Dice dice) {
        int total = leads.stream().mapToInt(Lead::number).sum();
        int left = dice.between(0, total - 1);
        for (Lead lead : leads) {
            left -= lead.number();
            if (left < 0) {
                return lead.role();
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}

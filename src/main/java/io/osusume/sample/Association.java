package io.osusume.sample;

import java.util.List;

/**
 * A planted association between two roles.
 *
 * @param together probability that the consequent is in the same order as the antecedent
 * @param later otherwise, probability that it is in the customer's next order
 */
record Association(String antecedent, String consequent, double together, double later) {

    /** All planted associations; everything else in the world is unrelated within an order. */
    static final List<Association> PLANTED = List.of(
            new Association("pc", "mouse", .45, .30),
            new Association("pc", "keyboard", .40, .30),
            new Association("pc", "monitor", .30, .25),
            new Association("tablet", "tablet-case", .40, .10),
            new Association("printer", "ink", .50, .20),
            new Association("printer", "paper", .35, .10),
            new Association("leather", "care-cream", .45, .20),
            new Association("leather", "spray", .35, .20),
            new Association("boots", "spray", .25, .05),
            new Association("burger", "fries", .60, 0),
            new Association("burger", "drink", .50, 0),
            new Association("machine", "pods", .60, .20),
            new Association("machine", "descaler", .30, .10),
            new Association("camera", "memory", .50, .20),
            new Association("camera", "bag", .40, .20),
            new Association("camera", "lens-pro", .12, .05),
            new Association("acct-standard", "pay-standard", .45, .15),
            new Association("acct-standard", "acct-feed", .20, .05),
            new Association("pay-standard", "hr-standard", .30, .10),
            new Association("deposit", "card-travel", .40, .10),
            new Association("deposit", "fund-index", .30, .10),
            new Association("deposit", "card-free", .15, .05));

    static List<Association> from(Product antecedent) {
        return PLANTED.stream()
                .filter(association -> association.antecedent.equals(antecedent.role()))
                .toList();
    }
}

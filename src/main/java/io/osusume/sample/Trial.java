package io.osusume.sample;

import java.time.LocalDateTime;

/**
 * One past offer to one customer, delivered or (control arm) withheld.
 *
 * @param taken whether the customer took the product within ten days, because of the offer or anyway
 * @param takenAt when, if taken
 */
record Trial(
        String offerType,
        String trigger,
        Product product,
        LocalDateTime offered,
        boolean control,
        boolean taken,
        LocalDateTime takenAt) {}

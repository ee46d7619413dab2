package io.osusume.sample;

import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.time.LocalDateTime;

/**
 * One past offer to one customer, delivered or (control arm) withheld.
 *
 * @param taken whether the customer took the product within ten days, because of the offer or anyway
 * @param takenAt when, if taken
 */
record Trial(
        OfferType offerType,
        Trigger trigger,
        Product product,
        LocalDateTime offered,
        boolean control,
        boolean taken,
        LocalDateTime takenAt) {}

package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/**
 * By which way an offer goes out.
 *
 * @param allowed values of {@code contacts.channel} that offers may use; empty: every one that the company has used
 * @param standard the channel of a customer where nothing is known of any
 * @param strength how many contacts the usual response of a channel counts as beside a customer's own
 * @param inPerson the channel of the most loyal, who are spoken to by their owner
 * @param inPersonLoyalty the loyalty score from which on a customer who has an owner is spoken to in person
 * @param gapDays the fewest days between two touches
 */
public record ChannelsConfig(
        List<String> allowed, String standard, double strength, String inPerson, double inPersonLoyalty, int gapDays)
        implements Serializable {
    public ChannelsConfig {
        new Checks()
                .that(!standard.isBlank(), "standard", standard, "must name a channel", "write standard = email")
                .that(!inPerson.isBlank(), "in_person", inPerson, "must name a channel", "write in_person = in_person")
                .positive("strength", strength)
                .between("in_person_loyalty", inPersonLoyalty, 0, 2)
                .between("gap_days", gapDays, 0, 366)
                .verify();
    }
}

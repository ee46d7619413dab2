package io.osusume.intake.text;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** One way to write a time. */
interface TimeForm extends Serializable {
    /** The instant; empty where the text is not of this form. May throw what java.time throws of days that are none. */
    Optional<Instant> read(String text, ZoneId zone);
}

package io.osusume.intake.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One order line of which the right content is known. A line break is one however it is written. */
record Line(
        String order,
        String product,
        Optional<String> customer,
        Instant at,
        BigDecimal quantity,
        BigDecimal price,
        Optional<String> name) {

    Line {
        quantity = plain(quantity);
        price = plain(price);
        name = name.map(n -> n.replace("\r\n", "\n"));
    }

    /** Numbers that are equal as records are. */
    static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    Line without(boolean customerToo, boolean nameToo) {
        return new Line(
                order,
                product,
                customerToo ? Optional.empty() : customer,
                at,
                quantity,
                price,
                nameToo ? Optional.empty() : name);
    }
}

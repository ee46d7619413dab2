package io.osusume.cli;

import io.osusume.intake.profile.FirstBytes;
import io.osusume.intake.profile.NearestLines;
import io.osusume.intake.profile.TableProfile;
import io.osusume.intake.profile.Tables;

/** Why no configuration can be proposed. */
final class NothingFits {
    private static final int COLUMNS = 12;

    private NothingFits() {}

    static String message(Tables tables) {
        StringBuilder text =
                new StringBuilder("None of these files reads as order lines, without which there is no night: a"
                        + " product, an order or a customer, and when it was bought, how many or at which price.");
        for (TableProfile table : tables.all()) {
            text.append("\n  ")
                    .append(table.sample().path())
                    .append(": ")
                    .append(String.join(
                            ", ",
                            table.sample().columns().stream().limit(COLUMNS).toList()))
                    .append(table.columns().size() > COLUMNS ? ", …" : "");
        }
        tables.strange().forEach(f -> text.append("\n  ").append(f).append(": ").append(FirstBytes.told(f)));
        NearestLines.told(tables.all()).ifPresent(nearest -> text.append("\n").append(nearest));
        return text.append(
                        "\nName the columns by a header line such as order_id, customer_id, product_id, ordered_at, quantity,"
                                + " unit_price; or copy conf/production.example.conf and map them by hand.")
                .toString();
    }
}

package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.InputTrial;
import io.osusume.intake.TrialResult;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} on the layouts in which shops export orders: the proposal reads every line, without one edited line. */
class InitIT {
    private static final int LINES = SmallShop.lines().size();

    @TempDir
    Path folder;

    private String text;

    @Test
    void shopify() throws IOException {
        assertThat(read(ShopExports.shopify(folder))).satisfies(InitIT::isTheShop);
        assertThat(text)
                .contains(
                        "max(`Financial Status`) OVER (PARTITION BY Name)", "Accepts Marketing", "ltv.currency = JPY");
    }

    @Test
    void woocommerce() throws IOException {
        assertThat(read(ShopExports.woocommerce(folder))).satisfies(InitIT::isTheShop);
        assertThat(text).contains("ltv.currency = EUR", "product_id = item_sku");
    }

    @Test
    void square() throws IOException {
        assertThat(read(ShopExports.square(folder))).satisfies(InitIT::isTheShop);
        assertThat(text).contains("ltv.currency = USD", "concat_ws(' ', Date, Time)");
    }

    @Test
    void stripe() throws IOException {
        TrialResult orders = read(ShopExports.stripe(folder));
        assertThat(orders.accepted()).isEqualTo(LINES);
        assertThat(orders.customers()).isBetween(SmallShop.CUSTOMERS - 2L, SmallShop.CUSTOMERS + 2L);
        assertThat(orders.mapped()).contains(Orders.STATUS, Orders.CURRENCY, Orders.PRODUCT_ID);
    }

    @Test
    void mall() throws IOException {
        assertThat(read(ShopExports.mall(folder))).satisfies(InitIT::isTheShop);
        assertThat(text)
                .contains("encoding = \"windows-31j\"", "zone = Asia/Tokyo", "language = ja", "ltv.currency = JPY");
    }

    @Test
    void semicolonsAndCommas() throws IOException {
        assertThat(read(ShopExports.german(folder)).accepted()).isEqualTo(LINES);
        assertThat(text).contains("delimiter = \";\"", "parse_number(`Unit price (EUR)`, ',')", "'d.M.yyyy H:mm'");
    }

    @Test
    void documentsWithLines() throws IOException {
        assertThat(read(ShopExports.documents(folder))).satisfies(InitIT::isTheShop);
        assertThat(text).contains("explode(line_items)", "customer.id");
    }

    @Test
    void tablesOfADatabase() throws IOException {
        TrialResult orders = read(ShopExports.tables(folder));
        assertThat(orders.accepted()).isEqualTo(LINES);
        assertThat(orders.nobody()).isZero();
        assertThat(text)
                .contains(
                        "LEFT JOIN orders ON orders.order_id = order_items.order_id",
                        "LEFT JOIN products ON products.sku")
                .contains("concat_ws(' ', first_name, last_name)", "marketing_consent = accepts_email_marketing")
                .contains("warehouses.csv (code, city)")
                .doesNotContain("consent.assume");
    }

    private static void isTheShop(TrialResult orders) {
        assertThat(orders.accepted()).isEqualTo(LINES);
        assertThat(orders.orders()).isBetween(SmallShop.ORDERS - 4L, SmallShop.ORDERS + 4L);
        assertThat(orders.customers()).isBetween(SmallShop.CUSTOMERS - 2L, SmallShop.CUSTOMERS + 2L);
        assertThat(orders.nobody()).isZero();
        assertThat(orders.mapped()).contains(Orders.STATUS, Orders.PRODUCT_NAME);
    }

    /** The orders as the configuration that init writes reads them. */
    private TrialResult read(Path... paths) throws IOException {
        Path conf = folder.resolve("proposed.conf");
        String[] arguments = new String[paths.length + 3];
        arguments[0] = "init";
        for (int i = 0; i < paths.length; i++) {
            arguments[i + 1] = paths[i].toString();
        }
        arguments[paths.length + 1] = "--out";
        arguments[paths.length + 2] = conf.toString();
        Command init = Command.run(arguments);
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out()).contains("scripts/osusume nightly --conf " + conf);
        text = Files.readString(conf);
        OsusumeConfig config = ConfigLoader.load(Optional.of(conf), List.of()).config();
        return new InputTrial(TestSession.spark(), config).of(Orders.INPUT, LocalDate.of(2026, 7, 1), Long.MAX_VALUE);
    }
}

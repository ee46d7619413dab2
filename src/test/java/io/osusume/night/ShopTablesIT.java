package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code init} on the tables of a shop as its database has them: numbers of states and categories whose words stand in tables of
 * several languages, guests who are another customer with each order, prices of products without the tax that orders are with, and a list
 * of a mailing service.
 */
class ShopTablesIT {
    private static final int PERSONS = 20;
    private static final int ORDERS = 60;

    @TempDir
    Path folder;

    private ProposedNight export;
    private String text;

    /**
     * Of 60 orders of two pieces each, three each of 20 persons, all of the persons 9 and 19 are annulled. Persons 3 and 13 were guests
     * each time, and have three ids each.
     */
    @Slow
    @Test
    void tablesOfADatabase() throws IOException {
        TestSession.spark();
        export = new ProposedNight(folder);
        orders();
        people();
        products();
        SampleNight night = segments();
        assertThat(text)
                .contains(
                        "# list_price is left out: it is below what customers pay by a tax (5.5 %, 20.0 %)",
                        "category = ps_category_lang_name # Théières, Thés noirs, Thés verts",
                        "have an address of their own: it names the person, but for sans@x.test",
                        "less EMAIL_BLOCKLISTED = Oui in brevo_contacts; less who is in unsubscribed_contacts");
        // 54 orders of 18 persons are not annulled, of two pieces each.
        assertThat(night.query("SELECT count(DISTINCT customer_id), sum(net_quantity)::INT FROM {holdings}"))
                .containsExactly(List.of("18", "108"));
        assertThat(night.query(
                        "SELECT sum(net_quantity)::INT, count(*) FROM {holdings} WHERE customer_id = 'p3@x.test'"))
                .containsExactly(List.of("6", "3"));
        assertThat(night.column("SELECT count(DISTINCT customer_id) FROM {lwp_segments}"))
                .containsExactly("27");
        // Of those with a newsletter (all but every fourth) 5 is on one list and 1 on the other, 6 is not active, 7
        // deleted.
        assertThat(night.column("SELECT customer_id FROM {lwp_segments} WHERE may_contact"))
                .containsExactlyInAnyOrder(
                        "p10@x.test",
                        "p11@x.test",
                        "p13@x.test",
                        "p14@x.test",
                        "p15@x.test",
                        "p17@x.test",
                        "p18@x.test",
                        "p19@x.test",
                        "p2@x.test",
                        "p3@x.test",
                        "p9@x.test");
    }

    private void orders() throws IOException {
        StringBuilder orders = new StringBuilder("id_order;reference;id_customer;current_state;date_add\n");
        StringBuilder details = new StringBuilder(
                "id_order_detail;id_order;product_id;product_name;product_quantity;unit_price_tax_incl\n");
        for (int i = 0; i < ORDERS; i++) {
            int person = i % PERSONS;
            int id = 100 + person + (person % 10 == 3 ? i / PERSONS * 100 : 0);
            orders.append((1 + i) + ";ABC" + i + ";" + id + ";" + (i % 10 == 9 ? 6 : 5) + ";2026-0" + (3 + i / PERSONS)
                    + "-" + (10 + person % 18) + " 10:00:00\n");
            int product = 1 + (person + i / PERSONS) % 6;
            details.append((1 + i) + ";" + (1 + i) + ";" + product + ";Produit " + product + ";2;"
                    + (product > 4 ? "12.000000" : "10.550000") + "\n");
        }
        export.write("ps_orders.csv", orders);
        export.write("ps_order_detail.csv", details);
        export.write(
                "ps_order_state_lang.csv",
                "id_order_state;id_lang;name\n5;1;Livré\n5;2;Delivered\n6;1;Annulé\n6;2;Canceled\n7;1;Remboursé\n7;2;Refunded\n");
    }

    private void people() throws IOException {
        StringBuilder people =
                new StringBuilder("id_customer;firstname;lastname;email;newsletter;active;deleted;is_guest;date_add\n");
        StringBuilder mailed = new StringBuilder("CONTACT ID;EMAIL;EMAIL_BLOCKLISTED\n");
        for (int i = 0; i < PERSONS; i++) {
            for (int id = 100 + i; id < (i % 10 == 3 ? 400 : 101 + i); id += 100) {
                people.append(
                        id + ";Luc;Petit" + i + ";p" + i + "@x.test;" + (i % 4 == 0 ? 0 : 1) + ";" + (i == 6 ? 0 : 1)
                                + ";" + (i == 7 ? 1 : 0) + ";" + (i % 10 == 3 ? 1 : 0) + ";2025-01-01 10:00:00\n");
            }
            mailed.append((9000 + i) + ";p" + i + "@x.test;" + (i == 5 ? "Oui" : "Non") + "\n");
        }
        // Whom a till entered without an address: seven persons, no one of whom is another.
        for (int i = 0; i < 7; i++) {
            people.append((900 + i) + ";Anne;Roux" + i + ";sans@x.test;0;1;0;0;2025-01-01 10:00:00\n");
        }
        export.write("ps_customer.csv", people);
        export.write(
                "ps_customer_state_lang.csv",
                "id_customer_state;id_lang;name\n5;1;Actif\n5;2;Active\n6;1;Bloqué\n6;2;Blocked\n7;1;Neuf\n7;2;New\n");
        StringBuilder left = new StringBuilder("EMAIL;DATE\np1@x.test;2026-01-01\n");
        for (int i = 0; i < 30; i++) {
            left.append("other" + i + "@y.test;2026-01-02\n");
        }
        export.write("unsubscribed_contacts.csv", left);
        export.write("brevo_contacts.csv", mailed);
    }

    private void products() throws IOException {
        StringBuilder products = new StringBuilder("id_product;id_category_default;price;active\n");
        StringBuilder names = new StringBuilder("id_product;id_lang;description;name\n");
        for (int i = 1; i <= 6; i++) {
            products.append(i + ";" + (2 + i % 3) + ";10.000000;1\n");
            names.append(i + ";1;<p>Bon</p>;Produit " + i + "\n" + i + ";2;<p>Good</p>;Product " + i + "\n");
        }
        export.write("ps_product.csv", products);
        export.write("ps_product_lang.csv", names);
        export.write("ps_category_lang.csv", """
                id_category;id_lang;name
                2;1;Thés verts
                2;2;Green teas
                3;1;Thés noirs
                3;2;Black teas
                4;1;Théières
                4;2;Teapots
                """);
    }

    private SampleNight segments() throws IOException {
        text = export.proposed();
        return export.run("2026-06-30", List.of("holdings", "segments"));
    }
}

package io.osusume.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.errors.UserException;
import io.osusume.features.TestFacts;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ExclusionTest {
    private static final Dataset<Row> PRODUCTS = new TestFacts()
            .with(Orders.INPUT, "order_id | customer_id | product_id | ordered_at | quantity | unit_price")
            .with(
                    Products.INPUT,
                    "product_id | name | category | offerable",
                    "pen | Pen | paper | -",
                    "cigar | Cigar | Tobacco | -",
                    "stamp | Stamp | paper | no",
                    "odd | Odd thing | - | yes")
            .facts()
            .of(Products.INPUT);

    @Test
    void whatTheProductsForbidAndWhatTheConditionSaysIsNotOffered() {
        assertThat(offered("lower(category) = 'tobacco'")).containsExactlyInAnyOrder("pen", "odd");
        assertThat(offered(null)).containsExactlyInAnyOrder("pen", "cigar", "odd");
    }

    @Test
    void aConditionThatCannotBeOneIsAnsweredWithOneThatCan() {
        assertThatThrownBy(() -> offered("categry = 'Tobacco'"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("offers.exclude = \"categry = 'Tobacco'\" cannot be read: ")
                .hasMessageContaining("write a condition over the columns of products, such as offers.exclude = ");
        assertThatThrownBy(() -> offered("category"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("it is a value, and must be a condition");
    }

    private static List<String> offered(String condition) {
        return PRODUCTS
                .where(new Exclusion(Optional.ofNullable(condition)).mayBeOffered(PRODUCTS))
                .select(Products.PRODUCT_ID)
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .toList();
    }
}

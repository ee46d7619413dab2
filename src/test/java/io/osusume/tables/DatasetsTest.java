package io.osusume.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.TestSession;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    private static final Dataset<Row> USAGE = none(Usage.TABLE);

    @Test
    void rowsAreFoundByTheTableThatTheyAre() {
        Dataset<Row> contacts = none(Contacts.TABLE);
        Datasets both = Datasets.none().with(Usage.TABLE, USAGE).with(Contacts.TABLE, contacts);
        assertThat(both.of(Usage.TABLE)).isSameAs(USAGE);
        assertThat(both.of(Contacts.TABLE)).isSameAs(contacts);
    }

    @Test
    void rowsOfAnotherTableAreRefusedAtOnce() {
        assertThatThrownBy(() -> Datasets.none().with(Tickets.TABLE, USAGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("These are no rows of tickets: ")
                .hasMessageContaining("tickets.opened_at is not there, the contract says timestamp");
    }

    @Test
    void aColumnOfAnotherTypeIsNamedWithBoth() {
        Dataset<Row> wide = USAGE.withColumn(Usage.AMOUNT, org.apache.spark.sql.functions.lit(1.5));
        assertThatThrownBy(() -> Datasets.none().with(Usage.TABLE, wide))
                .hasMessage("These are no rows of usage: usage.amount is double, the contract says decimal(18,4)");
    }

    @Test
    void orderOfColumnsAndFurtherOnesDoNotMatter() {
        Dataset<Row> other = USAGE.selectExpr(
                "1 AS more", "amount", "used_at", "subscription_id", "metric", "product_id", "customer_id");
        assertThat(Datasets.none().with(Usage.TABLE, other).of(Usage.TABLE)).isSameAs(other);
    }

    @Test
    void whatIsNotThereOrTwiceIsNamed() {
        Datasets one = Datasets.none().with(Usage.TABLE, USAGE);
        assertThatThrownBy(() -> one.of(Tickets.TABLE)).hasMessage("No rows of tickets; there are those of usage");
        assertThatThrownBy(() -> one.with(Usage.TABLE, USAGE)).hasMessage("usage is there already");
    }

    private static Dataset<Row> none(Table table) {
        return TestSession.spark().createDataFrame(List.of(), table.schema());
    }
}

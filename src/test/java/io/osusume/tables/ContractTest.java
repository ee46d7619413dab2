package io.osusume.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.pipeline.PublishedTables;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tables say of themselves. */
class ContractTest {
    private static final List<Table> HANDED_ON = List.of(
            Orders.LINES, Prices.TABLE, MeasuredUse.TABLE, Features.TABLE, PlanRetentions.TABLE, PlantedTruths.TABLE);
    private static final List<Table> ALL = Stream.of(
                    Input.all().stream().map(Input::table).toList(), PublishedTables.all(), HANDED_ON)
            .flatMap(List::stream)
            .toList();

    @Test
    void everyColumnThatMayBeNullSaysWhatNullMeans() {
        assertThat(ALL).allSatisfy(table -> assertThat(table.columns())
                .allSatisfy(
                        column -> assertThat(column.about().ifNull().isEmpty()).isEqualTo(column.required())));
    }

    /** A comment is shown in one line by whatever shows tables. */
    @Test
    void aDescriptionIsShort() {
        assertThat(ALL).allSatisfy(table -> assertThat(table.columns())
                .allSatisfy(column -> assertThat(column.about().text()).hasSizeBetween(3, 100)));
    }

    @Test
    void everyTableIsAmongThePublishedOnce() {
        assertThat(PublishedTables.all())
                .startsWith(
                        Offers.TABLE,
                        SuccessCases.TABLE,
                        Effects.TABLE,
                        Episodes.TABLE,
                        Acceptance.TABLE,
                        WithheldOffers.TABLE,
                        SuppressedOffers.TABLE)
                .endsWith(Backtests.TABLE, Rejects.TABLE)
                .contains(CustomerHoldings.TABLE, Ltv.TABLE, LtvValidation.TABLE)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAreUsedOnce() {
        List<String> names = ALL.stream().map(Table::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(ALL).allSatisfy(table -> assertThat(new HashSet<>(table.columnNames()))
                .hasSameSizeAs(table.columns())
                .containsAll(table.key()));
    }

    @Test
    void aColumnSaysWhatItIsItsUnitAndWhatNullMeans() {
        Field column = Field.estimate("age_days", "From the first order to as-of")
                .in("days")
                .orNull("no order");
        assertThat(column.required()).isFalse();
        assertThat(column.about().comment()).isEqualTo("From the first order to as-of [days]; null: no order");
        assertThat(column.field().getComment().get()).isEqualTo(column.about().comment());
        assertThat(Field.text("id", "Names it").required()).isTrue();
    }

    @Test
    void aColumnIsDescribedInOneLine() {
        assertThatThrownBy(() -> Field.text("id", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A column is described in one line, not by \" \"");
        assertThatThrownBy(() -> Field.text("id", "two\nlines")).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.intake.TrialResult;
import io.osusume.intake.TrialResult.Group;
import io.osusume.intake.profile.ColumnProfile;
import io.osusume.intake.profile.ProposedColumn;
import io.osusume.intake.profile.ProposedInput;
import io.osusume.intake.profile.TableProfile;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusableTest {
    private static final ProposedInput PRODUCTS = new ProposedInput(
            Products.INPUT,
            List.of(),
            Optional.empty(),
            List.of(column("product_id", "sku"), column("name", "title"), column("tier", "`Level`")),
            List.of(),
            List.of());

    @Test
    void anOptionalColumnThatCostsTooManyRowsBecomesAQuestion() {
        ProposedInput left = new Unusable(0.05).leftOut(PRODUCTS, result(Map.of("unreadable_tier", 6L)));
        assertThat(left.columns()).extracting(ProposedColumn::target).containsExactly("product_id", "name");
        assertThat(left.questions())
                .containsExactly(
                        "tier is left out: it cannot be read in 6 of 100 rows. To have it all the same, mend it:\n"
                                + "inputs.products.columns.tier = \"`Level`\"");
    }

    /** A night would take a column of its name all the same, unless the configuration says otherwise. */
    @Test
    void whatIsLeftOutIsNotReadByItsName() {
        TableProfile own = new TableProfile(
                null,
                Map.of("Tier", new ColumnProfile("Tier", 2, Map.of("gold", 2), Optional.empty(), List.of(), Set.of())));
        ProposedInput input = new ProposedInput(
                Products.INPUT, List.of(own), Optional.empty(), PRODUCTS.columns(), List.of(), List.of());
        assertThat(new Unusable(0.05)
                        .leftOut(input, result(Map.of("unreadable_tier", 6L)))
                        .column("tier"))
                .map(ProposedColumn::sql)
                .contains("NULL");
    }

    @Test
    void aFewRejectsCostNoColumn() {
        assertThat(new Unusable(0.05).leftOut(PRODUCTS, result(Map.of("unreadable_tier", 5L))))
                .isEqualTo(PRODUCTS);
    }

    @Test
    void aColumnThatMustBeThereIsKept() {
        assertThat(new Unusable(0.05).leftOut(PRODUCTS, result(Map.of("failed_name", 90L))))
                .isEqualTo(PRODUCTS);
    }

    private static ProposedColumn column(String target, String sql) {
        return new ProposedColumn(target, sql, 1, List.of(), "");
    }

    private static TrialResult result(Map<String, Long> rejects) {
        List<Group> groups = new ArrayList<>();
        long accepted = 100;
        for (Map.Entry<String, Long> reject : rejects.entrySet()) {
            groups.add(group("rejected", Optional.of(reject.getKey()), reject.getValue()));
            accepted -= reject.getValue();
        }
        groups.add(group("accepted", Optional.empty(), accepted));
        return new TrialResult(Products.INPUT, List.of(), groups, List.of(), true, 0, 0, 0);
    }

    private static Group group(String status, Optional<String> reason, long rows) {
        return new Group(
                status,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rows,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

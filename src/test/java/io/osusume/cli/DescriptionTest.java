package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.osusume.tables.Contract;
import io.osusume.tables.Field;
import io.osusume.tables.Table;
import io.osusume.tables.Types;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    @Test
    void allTablesWithTheirGrain() {
        assertThat(describe())
                .isEqualTo(0)
                .extracting(code -> out.toString())
                .asString()
                .contains("  orders             one order line")
                .contains("  offers             one offer that may be made tonight, to one target")
                .contains("(version " + Contract.VERSION + " of the contract)");
    }

    @Test
    void theSameForTools() throws Exception {
        assertThat(describe("--json", "contacts.response")).isZero();
        JsonNode one = new ObjectMapper().readTree(out.toString());
        assertThat(one).hasSize(1);
        assertThat(one.at("/0/table").asText()).isEqualTo("contacts");
        assertThat(one.at("/0/kind").asText()).isEqualTo("input");
        assertThat(one.at("/0/columns/0/column").asText()).isEqualTo("response");
        assertThat(one.at("/0/columns/0/null_means").asText()).isEqualTo("no reaction is known");
        assertThat(one.at("/0/columns/0/one_of/3").asText()).isEqualTo("replied");
        assertThat(describe("--json")).isZero();
        JsonNode all = new ObjectMapper().readTree(out.toString());
        assertThat(all.findValuesAsText("table")).contains("orders", "offers", "shelf");
        assertThat(describe("--json", "offer")).isEqualTo(2);
    }

    @Test
    void oneTableWithItsColumns() {
        assertThat(describe("ltv")).isZero();
        assertThat(out.toString())
                .startsWith("ltv, published: one customer with at least one order or contract")
                .contains("Key: customer_id")
                .containsPattern(
                        "p_alive +double +Probability that the customer still buys at will; null: no model tells");
        assertThat(describe("contacts.response")).isZero();
        assertThat(out.toString())
                .endsWith("How the customer reacted; null: no reaction is known; one of none, opened, clicked,"
                        + " replied, meeting, negative, bounced" + System.lineSeparator());
    }

    @Test
    void aNameThatIsNoneIsAnsweredWithTheNearest() {
        assertThat(describe("ofers")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("There is no table \"ofers\"; did you mean \"offers\"?");
        assertThat(describe("ltv.p_alife")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("The table ltv has no column \"p_alife\"; did you mean \"p_alive\"?");
    }

    @Test
    void aRenamedColumnIsAnsweredWithItsNewName() {
        Field share = new Field(
                "share_of_offers",
                Types.ESTIMATE,
                true,
                new Field.About("Its share", "", "", List.of("share")),
                List.of(),
                Field.Sign.ANY,
                Optional.empty(),
                false);
        Description shelf =
                new Description(List.of(), List.of(new Table("shelf", "one product", List.of(), List.of(share))));
        assertThatThrownBy(() -> shelf.of("shelf.share"))
                .hasMessage("The table shelf has no column \"share\"; it is called share_of_offers now:"
                        + " scripts/osusume describe shelf.share_of_offers");
    }

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int describe(String... name) {
        out = new StringWriter();
        err = new StringWriter();
        String[] arguments =
                Stream.concat(Stream.of("describe"), Stream.of(name)).toArray(String[]::new);
        return OsusumeCommand.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    }
}

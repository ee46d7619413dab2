package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Acceptance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class AcceptanceSummaryTest {
    private static Row row(String term, String level, double forecast, long taken) {
        return RowFactory.create(term, level, 0.0, .5, .1, .2, -.2, .4, .1, 0.0, 300L, 40L, forecast, taken, null);
    }

    private static String printed(Language language, Row... rows) {
        StringWriter out = new StringWriter();
        new AcceptanceSummary(new PrintWriter(out, true), language)
                .print(TestSession.spark().createDataFrame(List.of(rows), Acceptance.TABLE.schema()));
        return out.toString();
    }

    @Test
    void saysByTypeWhatWasPromisedAndWhatCame() {
        Row[] rows = {
            row("type", "cross_sell", 10, 5),
            row("type", "cross_sell · p_buy", 22.5, 20),
            row("trigger", "cross_sell · p_buy · interest", 22.5, 20),
            row("type", "upsell", 3, 0),
            row("type", "bundle", 0, 0)
        };
        assertThat(printed(Language.EN, rows).lines())
                .containsExactly(
                        "Were offers taken as often as the nights that made them promised? (acceptance)",
                        "  cross-sell: 32.5 promised, 25 taken (1.30 : 1)",
                        "  upsell: 3.0 promised, none taken");
        assertThat(printed(Language.JA, rows)).contains("見込み 32.5 件、成立 25 件（1.30 : 1）");
    }

    @Test
    void saysNothingBeforeOutcomesAreKnown() {
        assertThat(printed(Language.EN, row("type", "upsell", 0, 0))).isEmpty();
        assertThat(printed(Language.EN)).isEmpty();
    }
}

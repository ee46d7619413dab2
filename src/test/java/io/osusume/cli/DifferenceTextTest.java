package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.changes.Comparing;
import io.osusume.changes.Difference;
import io.osusume.config.RunConfig.Language;
import io.osusume.text.Wrapping;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTextTest {
    /** 1,000 offers before; 50 gained, 250 lost, 3 changed. */
    private static Difference difference(String currency) {
        return new Difference(
                "later",
                "2026-07-01",
                new Difference.Against("earlier", "2026-06-30"),
                currency,
                new Difference.Offers(1000, 800, 50, 250, 3),
                new Difference.Value(1234567.5, 1000000.0),
                new Difference.Customers(400, 380, 5, 25),
                new Difference.Swing(0.2857, 0.19, 0.0741),
                List.of(
                        new Difference.Move(Comparing.CHANGED, "upsell", "near_limit", 3, -10.0),
                        new Difference.Move(Comparing.GAINED, "cross_sell", "also_bought", 50, 1500.25),
                        new Difference.Move(Comparing.LOST, "bundle", Comparing.NOT_LISTED, 50, -2000.0),
                        new Difference.Move(Comparing.LOST, "bundle", "contact_cap", 200, -234057.75)),
                Map.of("orders", new Difference.Rate(0.01, 0.025)),
                Map.of(
                        "orders.customer_id", new Difference.Rate(1.0, 1.0),
                        "orders.product_id", new Difference.Rate(null, null)),
                Map.of("bundle", new Difference.ShelfChange(new Difference.Spread(3, 12, 0.98, 0.75), null)),
                List.of("The published night has no table shelf."));
    }

    private static List<String> printed(Language language, Difference difference) {
        StringWriter out = new StringWriter();
        new DifferenceText(new PrintWriter(out), language).print(difference);
        return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void inEnglishCodesAreTheirOwnWords() {
        assertThat(printed(Language.EN, difference("USD")))
                .containsExactly(
                        "",
                        "What the night of 2026-07-01 would change of the published one of 2026-06-30:",
                        " before after change swing",
                        " offers 1,000 800 -200 28.6 %",
                        " expected value, USD 1,234,567.50 1,000,000.00 -234,567.50 19.0 %",
                        " customers with an offer 400 380 -20 7.4 %",
                        "Customers newly contacted: 5; newly silent: 25",
                        "Offers gained, by type and reason: 50",
                        " cross_sell also_bought 50 +1,500.25 USD",
                        "Offers lost, by type and what stops them now: 250",
                        " bundle contact_cap 200 -234,057.75 USD",
                        " bundle not_listed 50 -2,000.00 USD",
                        "Offers changed in price, dates, rank or reason: 3",
                        " upsell near_limit 3 -10.00 USD",
                        "The shelf (offered of what might be; share of the ten most offered; Gini), before → after:",
                        " bundle 3 of 12; 98 %; 0.75 → no offer",
                        "Rejected rows of the inputs, where the share differs:",
                        " orders 1.00 % → 2.50 %",
                        "Rows whose ids match: the same share each",
                        "Note: The published night has no table shelf.");
    }

    /** Yen have no smaller coin. */
    @Test
    void inJapaneseEverythingButTheRunsOwnNotesIsJapanese() {
        assertThat(printed(Language.JA, difference("JPY")))
                .containsExactly(
                        "",
                        "2026年6月30日の公開済みの夜に対する、2026年7月1日の夜による変更：",
                        " 変更前 変更後 増減 変動",
                        " 提案数 1,000 800 -200 28.6 %",
                        " 期待値（JPY） 1,234,568 1,000,000 -234,568 19.0 %",
                        " 提案のある顧客 400 380 -20 7.4 %",
                        "新たに連絡する顧客：5名、連絡しなくなる顧客：25名",
                        "追加される提案（種類と理由別）：50件",
                        " クロスセル 同じ顧客が購入 50 +1,500 JPY",
                        "取り下げられる提案（種類と止めた理由別）：250件",
                        " セット 接触回数が上限 200 -234,058 JPY",
                        " セット 候補でなくなった 50 -2,000 JPY",
                        "価格、期間、順位、理由のいずれかが変わる提案：3件",
                        " アップセル 利用上限に近い 3 -10 JPY",
                        "品ぞろえ（提案できるもののうち提案したもの、上位十の割合、ジニ係数）、変更前 → 変更後：",
                        " セット 12 のうち 3、98 ％、0.75 → 提案なし",
                        "入力の除外した行、割合が変わるもの：",
                        " orders 1.00 % → 2.50 %",
                        "番号がつながった行：割合は同じ",
                        "注記：The published night has no table shelf.");
    }

    @Test
    void columnsStandUnderOneAnotherInBothLanguages() {
        for (Language language : Language.values()) {
            StringWriter out = new StringWriter();
            new DifferenceText(new PrintWriter(out), language).print(difference("JPY"));
            List<String> lines = out.toString().lines().toList();
            assertThat(lines.subList(2, 6)).allMatch(line -> Wrapping.width(line) == 2 + 26 + 3 * 17 + 10);
            assertThat(lines).allMatch(line -> Wrapping.width(line) <= 100);
        }
    }

    @Test
    void aCurrencyWithoutCoinsHasTwoDecimals() {
        assertThat(printed(Language.EN, difference("XXX")))
                .contains(" expected value, XXX 1,234,567.50 1,000,000.00 -234,567.50 19.0 %");
    }
}

package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop's exports in the encoding that such shops write. Forty orders of ten of thirty members: two bags of 1,000 and postage of 500 each, a
 * tenth of them with 100 off. Orders 5, 15, 25 and 35 were called off. What each line is stands in a column of its own.
 */
class JapaneseShopIT {
    private static final Charset ENCODING = Charset.forName("windows-31j");

    @TempDir
    Path folder;

    private ProposedNight export;

    @BeforeEach
    void session() {
        TestSession.spark();
        export = new ProposedNight(folder);
    }

    @Test
    void postageIsNobodysAndWhoLeftConsentsToNothing() throws IOException {
        export.write("order.csv", orders(), ENCODING);
        export.write("product.csv", products(), ENCODING);
        export.write("customer.csv", members(), ENCODING);
        export.write("teiki.csv", contracts(), ENCODING);
        export.write("torihiki.csv", tills(), ENCODING);
        Command init = export.init();
        String text = Files.readString(folder.resolve("proposed.conf"));
        assertThat(text)
                .contains("IN ('割引', '送料') THEN 'adjustment' ELSE", "concat_ws(' ', `商品名`, `規格分類1(名称)`)")
                .contains(
                        "concat_ws(' ', `お名前(姓)`, `お名前(名)`)",
                        "offerable = \"coalesce(`公開ステータス(名称)`, '') NOT IN ('非公開')")
                .contains("torihiki has other sales than order, by their days and products");
        assertThat(init.out()).doesNotContain("consent above all");
        SampleNight night = export.run("2026-06-30", List.of("segments", "holdings"));
        assertThat(night.column("SELECT DISTINCT product_id FROM {holdings} ORDER BY 1"))
                .containsExactly("CB-200", "CB-500", "TE-50");
        // 36 orders of two bags, and twelve of one at the till.
        assertThat(night.column("SELECT sum(net_quantity)::INT FROM {holdings} WHERE product_id <> 'TE-50'"))
                .containsExactly("84");
        // 36 · 2,500, less 100 of four; 12 · 1,000 at the till; and by contract 1,058 four times from March on, six
        // times every three
        // weeks, and once in May.
        assertThat(night.column("SELECT sum(results)::INT FROM {lwp_segments}"))
                .containsExactly(String.valueOf(36 * 2500 - 400 + 12 * 1000 + 11 * 1058));
        assertThat(night.column("SELECT customer_id FROM {lwp_segments} WHERE NOT may_contact ORDER BY 1"))
                .containsExactly("200000", "200001", "200002", "200003", "200004", "3", "4", "6");
        assertThat(night.query("SELECT customer_id, contract_period, contract_price::INT FROM {holdings}"
                        + " WHERE contract_period IS NOT NULL ORDER BY 1"))
                .containsExactly(
                        List.of("1", "P1M", "1058"), List.of("2", "P21D", "1058"), List.of("8", "P2M", "1058"));
    }

    private static String orders() {
        StringBuilder text = new StringBuilder("注文ID,会員ID,お名前(姓),小計,対応状況(名称),受注日,商品名,商品コード,価格,個数,明細区分(名称)\n");
        for (int i = 0; i < 40; i++) {
            String head = String.format(
                    Locale.ROOT,
                    "%d,%d,山田,2000.00,%s,2026/%02d/%02d 11:00:00,",
                    1000 + i,
                    1 + i % 10,
                    i % 10 == 5 ? "注文取消し" : "発送済み",
                    1 + i % 6,
                    1 + i % 28);
            text.append(head + "ブレンド,CB-" + (i % 3 == 0 ? "200" : "500") + ",1000.00,2,商品\n");
            text.append(head + "送料,,500.00,1,送料\n");
            text.append(i % 10 == 0 ? head + "割引,,-100.00,1,割引\n" : "");
        }
        return text.toString();
    }

    private static String products() {
        return """
                商品ID,公開ステータス(名称),商品名,規格分類1(名称),商品コード,販売価格,商品カテゴリ(名称)
                1,公開,ブレンド,200g,CB-200,1000.00,コーヒー豆
                1,公開,ブレンド,500g,CB-500,1000.00,コーヒー豆
                2,公開,紅茶,50g,TE-50,1200.00,"紅茶,新商品"
                3,非公開,緑茶,50g,TE-60,1300.00,紅茶
                """;
    }

    /** The third left, the fourth never confirmed, and the sixth wants no mail. */
    private static String members() {
        StringBuilder text = new StringBuilder("会員ID,お名前(姓),お名前(名),お名前(セイ),性別(名称),会員ステータス(名称),登録日,メールマガジン\n");
        for (int c = 1; c <= 30; c++) {
            text.append(c + ",山田" + c + ",花子,ﾔﾏﾀﾞ,女性," + (c == 3 ? "退会" : c == 4 ? "仮会員" : "本会員")
                    + ",2025/11/01 00:00:00," + (c == 6 ? "希望しない" : "希望する") + "\n");
        }
        return text.toString();
    }

    /** The yen sign of this encoding is a backslash everywhere else. */
    private static String contracts() {
        return """
                定期番号,会員ID,商品コード,数量,価格(税込),お届けサイクル,申込日,次回お届け日,ステータス
                T1,1,TE-50,1,"\\1,058",1ヶ月ごと,2026/03/01,2026/07/01,継続中
                T2,2,TE-50,1,"\\1,058",3週間ごと,2026/03/01,2026/07/05,継続中
                T3,8,TE-50,1,"\\1,058",2ヶ月ごと,2026/05/01,2026/07/01,継続中
                """;
    }

    private static String tills() {
        StringBuilder text = new StringBuilder("取引ID,取引日時,会員コード,商品コード,商品名,単価,数量,部門名\n");
        for (int i = 0; i < 12; i++) {
            text.append((30000 + i) + ",2026/05/" + (10 + i) + " 10:00:00,20000" + i % 5
                    + ",CB-200,ブレンド 200g,1000,1,コーヒー豆\n");
        }
        return text.toString();
    }
}

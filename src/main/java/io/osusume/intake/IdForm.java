package io.osusume.intake;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/** Ways in which the same id is written differently in two files, and the expression that makes them one. */
public enum IdForm {
    POINT("without a trailing .0", "regexp_replace(%s, '[.]0+$', '')"),
    ZEROS("without leading zeros", "regexp_replace(%s, '^0+(?=.)', '')"),
    CASE("in lower case", "lower(%s)"),
    BLANKS("without blanks", "translate(%s, ' \u3000\u00a0\u200b', '')"),
    WIDTH(
            "in half width",
            "translate(%s, '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ－＿',"
                    + " '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_')"),
    HYPHENS("without hyphens", "translate(%s, '-_', '')"),
    /** All of them, one within the other. */
    ALL("in lower case and half width, without blanks, hyphens, leading zeros and a trailing .0", null);

    private final String words;
    private final String template;

    IdForm(String words, String template) {
        this.words = words;
        this.template = template;
    }

    /** What the form is, as in "match in lower case". */
    public String words() {
        return words;
    }

    /** The SQL that brings an expression into this form. */
    public String sql(String expression) {
        if (this != ALL) {
            return String.format(template, expression);
        }
        String all = expression;
        for (IdForm form : new IdForm[] {WIDTH, BLANKS, HYPHENS, POINT, ZEROS, CASE}) {
            all = form.sql(all);
        }
        return all;
    }

    Column of(String column) {
        return expr(sql("`" + column + "`"));
    }
}

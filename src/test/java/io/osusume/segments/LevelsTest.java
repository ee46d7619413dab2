package io.osusume.segments;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.CutOff;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class LevelsTest {
    /** Ten customers; a column is one score. */
    private static final double[][] SCORES = {
        // different, mostly zero, all alike, mostly in the middle, mostly at the top
        {.1, 0, .5, .1, .2},
        {.2, 0, .5, .4, 1},
        {.3, 0, .5, .4, 1},
        {.4, 0, .5, .4, 1},
        {.5, 0, .5, .4, 1},
        {.6, 0, .5, .4, 1},
        {.7, 0, .5, .4, 1},
        {.8, .1, .5, .4, 1},
        {.9, .2, .5, .9, 1},
        {1., .3, .5, .9, 1},
    };

    @Test
    void scoresAreCutWhereTheShareOfHighComesNearest() {
        List<Levels.Scale> scales = List.of(
                scale("different", "median", CutOff.quantile(0.5)),
                scale("different", "top_tenth", CutOff.quantile(0.9)),
                scale("different", "all", CutOff.quantile(0)),
                scale("different", "none", CutOff.quantile(1)),
                scale("different", "absolute", CutOff.absolute(0.8)),
                scale("zero", "zero", CutOff.quantile(0.5)),
                scale("alike", "alike", CutOff.quantile(0.5)),
                scale("middle", "middle", CutOff.quantile(0.5)),
                scale("top", "top", CutOff.quantile(0.5)));
        List<Row> rows = new Levels(scales).add(rows()).collectAsList();
        assertThat(high(rows, "median")).isEqualTo(5);
        assertThat(rows.get(0).<Double>getAs("median_cut")).isEqualTo(0.6);
        assertThat(high(rows, "top_tenth")).isEqualTo(1);
        assertThat(high(rows, "all")).isEqualTo(10);
        assertThat(high(rows, "none")).isZero();
        assertThat(high(rows, "absolute")).isEqualTo(3);
        assertThat(rows.get(0).<Double>getAs("absolute_cut")).isEqualTo(0.8);
        // 3 of 10 are nearer to 5 than all 10 are.
        assertThat(high(rows, "zero")).isEqualTo(3);
        // All or nobody is as far from half: nobody.
        assertThat(high(rows, "alike")).isZero();
        assertThat(rows.get(0).<Double>getAs("alike_cut")).isNull();
        // 2 of 10 above, or 9 of 10 with those that tie: 2 is nearer to 5.
        assertThat(high(rows, "middle")).isEqualTo(2);
        // 9 of 10 at the top, or nobody: 9 is nearer to 5.
        assertThat(high(rows, "top")).isEqualTo(9);
    }

    private static Levels.Scale scale(String score, String name, CutOff cutOff) {
        return new Levels.Scale(col(score), cutOff, name, name + "_cut");
    }

    private static long high(List<Row> rows, String level) {
        return rows.stream().filter(r -> r.getAs(level).equals("high")).count();
    }

    private static Dataset<Row> rows() {
        return TestSession.rows(
                "different DOUBLE, zero DOUBLE, alike DOUBLE, middle DOUBLE, top DOUBLE",
                Stream.of(SCORES)
                        .map(s -> RowFactory.create(s[0], s[1], s[2], s[3], s[4]))
                        .toArray(Row[]::new));
    }
}

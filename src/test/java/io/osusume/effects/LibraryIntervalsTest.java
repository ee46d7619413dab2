package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.PublicData;
import io.osusume.Slow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

/**
 * Intervals beside those of a statistics library (Apache Commons Math), on Hillstrom's e-mail test and on a made-up one. The ends of
 * an interval of 95 % are the two differences that the library's test of Welch rejects with a p of exactly .05. The adjusted
 * effect is the library's least-squares coefficient of the arm in y ~ arm + (x − x̄) + arm · (x − x̄) (Lin 2013); its variance that
 * regression's sandwich and, as x̄ too is drawn, b² · var(x)/N, b the difference of the slopes.
 */
@Slow
class LibraryIntervalsTest {
    private static final double ALPHA = .05;

    /** One customer: 1 where treated, the outcome, what was known before. */
    private record Observed(int arm, double outcome, double before) {}

    @Test
    void ofHillstromsTest() throws SQLException {
        Path file = PublicData.file(LibraryIntervalsTest.class, "hillstrom-half.parquet");
        for (String outcome : List.of("visit", "conversion", "spend")) {
            for (String mail : List.of("mens", "womens")) {
                isAsTheLibrarySays(mail + " " + outcome, hillstrom(file, outcome, mail));
            }
        }
    }

    @Test
    void ofAMadeUpTest() {
        Random random = new Random(4);
        List<Observed> all = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int arm = i % 3 == 0 ? 0 : 1;
            double before = Math.exp(random.nextGaussian());
            all.add(new Observed(arm, before * (1 + .4 * arm) + (1 + arm) * random.nextGaussian(), before));
        }
        isAsTheLibrarySays("made up", all);
    }

    private static List<Observed> hillstrom(Path file, String outcome, String mail) throws SQLException {
        String query =
                "SELECT arm, " + outcome + ", history FROM '" + file + "' WHERE arm IN ('control', '" + mail + "')";
        List<Observed> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(new Observed(rows.getString(1).equals(mail) ? 1 : 0, rows.getDouble(2), rows.getDouble(3)));
            }
        }
        return all;
    }

    private static void isAsTheLibrarySays(String what, List<Observed> all) {
        double[] treated = outcomes(all, 1);
        double[] control = outcomes(all, 0);
        Interval plain = Interval.fixed(Difference.of(arm(all, 1, 0), arm(all, 0, 0)), ALPHA);
        assertThat(pOf(plain.low(), treated, control)).as(what + " low").isCloseTo(ALPHA, within(1e-9));
        assertThat(pOf(plain.high(), treated, control)).as(what + " high").isCloseTo(ALPHA, within(1e-9));

        Difference adjusted = Difference.of(arm(all, 1, 1), arm(all, 0, 1));
        double[] library = regression(all);
        System.out.printf(
                "%s: Welch %.6f to %.6f as the library; adjusted %.6f ± %.6f, the library's %.6f ± %.6f; narrowed by %.1f %% of the"
                        + " variance%n",
                what,
                plain.low(),
                plain.high(),
                adjusted.effect(),
                adjusted.error(),
                library[0],
                library[1],
                100 * adjusted.narrowed());
        assertThat(adjusted.effect()).as(what).isCloseTo(library[0], within(1e-9 * Math.max(1, Math.abs(library[0]))));
        assertThat(adjusted.error()).as(what).isCloseTo(library[1], within(.005 * library[1]));
    }

    /** Welch's test of whether the difference of the arms is so much. */
    private static double pOf(double difference, double[] treated, double[] control) {
        return new TTest().tTest(Arrays.stream(treated).map(y -> y - difference).toArray(), control);
    }

    private static double[] outcomes(List<Observed> all, int arm) {
        return all.stream()
                .filter(o -> o.arm == arm)
                .mapToDouble(Observed::outcome)
                .toArray();
    }

    private static Moments arm(List<Observed> all, int arm, int covariates) {
        Moments moments = new Moments(covariates);
        all.stream().filter(o -> o.arm == arm).forEach(o -> {
            if (covariates == 0) {
                moments.addAlone(o.outcome);
            } else {
                moments.addAlone(o.outcome, o.before);
            }
        });
        return moments;
    }

    /** The coefficient of the arm, and its error by (X'X)⁻¹ X' diag(u²) X (X'X)⁻¹: robust to unequal variances. */
    private static double[] regression(List<Observed> all) {
        double[] before = all.stream().mapToDouble(Observed::before).toArray();
        double mean = StatUtils.mean(before);
        double[][] x = all.stream()
                .map(o -> new double[] {o.arm, o.before - mean, o.arm * (o.before - mean)})
                .toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(all.stream().mapToDouble(Observed::outcome).toArray(), x);
        double[] residuals = regression.estimateResiduals();
        double[][] weighted = new double[x.length][];
        double[][] design = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            design[i] = new double[] {1, x[i][0], x[i][1], x[i][2]};
            double u = residuals[i];
            weighted[i] = Arrays.stream(design[i]).map(z -> z * u).toArray();
        }
        RealMatrix bread = MatrixUtils.inverse(product(design));
        RealMatrix sandwich = bread.multiply(product(weighted)).multiply(bread);
        double[] beta = regression.estimateRegressionParameters();
        double ofMean = beta[3] * beta[3] * StatUtils.variance(before) / before.length;
        return new double[] {beta[1], Math.sqrt(sandwich.getEntry(1, 1) + ofMean)};
    }

    private static RealMatrix product(double[][] rows) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows);
        return matrix.transpose().multiply(matrix);
    }
}

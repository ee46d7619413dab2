package io.osusume.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.PublicData;
import io.osusume.Slow;
import io.osusume.acceptance.Asked;
import io.osusume.acceptance.Beside;
import io.osusume.config.OsusumeConfig;
import io.osusume.effects.Contrast;
import io.osusume.features.TestFacts;
import io.osusume.tables.OfferType;
import io.osusume.uplift.Qini.Ranked;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Uplift of each customer on a real experiment (Hillstrom's e-mail test, a half of it; visits): the product's models of both arms are learned on
 * one fold of the customers, and rank the other.
 */
@Slow
class HillstromUpliftTest {
    private static final OsusumeConfig CONFIG = TestFacts.config("experiment.control_share=0.5");
    private static final int DRAWS = 200;

    /** What is known of a customer goes in as the terms that acceptance has; evidence: bought of what the mail shows. */
    private static List<Followed> customers(Path file, String mail) throws SQLException {
        String query = "SELECT *, history / median(history) OVER () AS times FROM '" + file
                + "' WHERE arm IN ('control', '" + mail + "') ORDER BY rn";
        List<Followed> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                Beside beside = new Beside(
                        1.0 - row.getInt("newbie"),
                        row.getString("zip_code"),
                        row.getString("channel"),
                        30 * row.getInt("recency"),
                        null,
                        row.getDouble("times"));
                double evidence = row.getInt(mail) == 1 ? 2 : .5;
                boolean isTreated = row.getString("arm").equals(mail);
                all.add(new Followed(
                        new Asked(OfferType.CROSS_SELL, null, null, null, evidence, beside.terms()),
                        .05,
                        new Contrast.Case(row.getString("rn"), isTreated, true, row.getInt("visit") == 1, 0),
                        isTreated));
            }
        }
        return all;
    }

    @Test
    void rankingByUplift() throws SQLException {
        Path file = PublicData.file(HillstromUpliftTest.class, "hillstrom-half.parquet");
        for (String mail : List.of("mens", "womens")) {
            List<Followed> all = customers(file, mail);
            List<Followed> one = fold(all, 0);
            List<Followed> other = fold(all, 1);
            Arms arms = Arms.of(one, CONFIG.offers().acceptance(), 0);
            double[] uplift = told(mail + ", by uplift", other, f -> arms.uplift(f.asked()));
            double[] response = told(mail + ", by response", other, f -> arms.treated()
                    .of(f.asked())
                    .p());
            Random random = new Random(1);
            double[] nothing = told(mail + ", by nothing", other, f -> random.nextDouble());
            told(mail + ", uplift less response", differences(uplift, response));
            String note = UpliftModel.learn(all, CONFIG, 0).notes().get(0);
            System.out.println("  " + note);
            assertThat(nothing[0]).isCloseTo(0, within(.006));
            // As docs/effects.md says: it hardly helps, and no more than ranking by response does.
            assertThat(uplift[0]).isCloseTo(0, within(.004));
            assertThat(uplift[0] - response[0]).isCloseTo(0, within(.002));
            assertThat(note).contains("of each cell alike");
        }
    }

    private static List<Followed> fold(List<Followed> all, int which) {
        return all.stream()
                .filter(f -> Integer.parseInt(f.seen().cluster()) / 2 % 2 == which)
                .toList();
    }

    /** The coefficient, then that of each draw of so many customers with replacement. */
    private static double[] told(String what, List<Followed> customers, ToDoubleFunction<Followed> score) {
        List<Ranked> ranked = customers.stream()
                .map(f -> new Ranked(
                        score.applyAsDouble(f), f.seen().isTreated(), f.seen().isTaken() ? 1 : 0))
                .toList();
        double[] qini = new double[DRAWS + 1];
        qini[0] = Qini.of(ranked);
        Random random = new Random(2);
        for (int draw = 1; draw <= DRAWS; draw++) {
            qini[draw] = Qini.of(random.ints(ranked.size(), 0, ranked.size())
                    .mapToObj(ranked::get)
                    .toList());
        }
        told(what, qini);
        return qini;
    }

    private static double[] differences(double[] of, double[] than) {
        double[] differences = new double[of.length];
        Arrays.setAll(differences, i -> of[i] - than[i]);
        return differences;
    }

    private static void told(String what, double[] qini) {
        double[] sorted = Arrays.copyOfRange(qini, 1, qini.length);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "Qini, %s: %.5f (%.5f to %.5f)%n",
                what,
                qini[0],
                sorted[DRAWS / 40],
                sorted[DRAWS - 1 - DRAWS / 40]);
    }

    @Test
    void theCoefficientIsThatWorkedOutByHand() {
        List<Ranked> four = List.of(
                new Ranked(4, true, 1), new Ranked(3, false, 0), new Ranked(2, true, 1), new Ranked(1, false, 1));
        // Q: 1; 1; 2; 2 − 1·2/2 = 1. Sum 5, of chance 2.5.
        assertThat(Qini.of(four)).isCloseTo((5 - 2.5) / 4 / 4, within(1e-12));
        List<Ranked> turned = four.stream()
                .map(r -> new Ranked(-r.score(), r.isTreated(), r.outcome()))
                .toList();
        // Q: 0; 1 − 1·1/1 = 0; 1 − 1·1/2 = .5; 1. The last one is the same.
        assertThat(Qini.of(turned)).isLessThan(0);
    }
}

package io.osusume.ltv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The CDNOW sample as grouped statistics; times in weeks, the unit of the published figures. */
record Cdnow(PurchaseModel.History history, int later, double spend, int customers) {

    static List<Cdnow> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cdnow.class.getResourceAsStream("/cdnow-grouped.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(Cdnow::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cdnow parse(String line) {
        String[] f = line.split(",", -1);
        return new Cdnow(
                new PurchaseModel.History(
                        Integer.parseInt(f[0]), Integer.parseInt(f[1]) / 7.0, Integer.parseInt(f[2]) / 7.0),
                Integer.parseInt(f[3]),
                Integer.parseInt(f[4]) / 100.0,
                Integer.parseInt(f[5]));
    }

    static PurchaseHistories histories(List<Cdnow> rows) {
        return PurchaseHistories.of(rows.stream()
                .map(r -> new double[] {r.history.repeats(), r.history.last(), r.history.age(), r.customers})
                .toArray(double[][]::new));
    }

    /** {x, mean value of repeat orders, customers} of the repeat buyers. */
    static double[][] values(List<Cdnow> rows) {
        return rows.stream()
                .filter(r -> r.history.repeats() > 0 && r.spend > 0)
                .map(r -> new double[] {r.history.repeats(), r.spend / r.history.repeats(), r.customers})
                .toArray(double[][]::new);
    }
}

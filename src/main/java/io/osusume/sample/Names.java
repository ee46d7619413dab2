package io.osusume.sample;

import java.util.List;

/** Invented names of people and companies. */
final class Names {
    private static final List<String> FAMILY = List.of(
            "Sato",
            "Suzuki",
            "Takahashi",
            "Tanaka",
            "Ito",
            "Watanabe",
            "Yamamoto",
            "Nakamura",
            "Kobayashi",
            "Kato",
            "Yoshida",
            "Yamada",
            "Sasaki",
            "Matsumoto",
            "Inoue",
            "Kimura",
            "Hayashi",
            "Shimizu",
            "Mori",
            "Abe");
    private static final List<String> GIVEN = List.of(
            "Haruka", "Yuto", "Aoi", "Ren", "Yui", "Sota", "Mei", "Riku", "Sakura", "Kaito", "Hina", "Daiki", "Rin");
    private static final List<String> PLACES = List.of(
            "Aoyama", "Kita", "Minami", "Hikari", "Midori", "Asahi", "Fuji", "Sumida", "Higashi", "Umeda", "Sakae");
    private static final List<String> TRADES =
            List.of("Shoji", "Works", "Foods", "Logistics", "Systems", "Kogyo", "Clinic");
    private static final List<String> OWNERS = List.of("ueno", "ogawa", "fujita", "okada", "hasegawa", "maeda");

    private Names() {}

    static String person(Dice dice) {
        return dice.pick(FAMILY) + " " + dice.pick(GIVEN);
    }

    static String company(long number) {
        return PLACES.get((int) (number % PLACES.size()))
                + " "
                + TRADES.get((int) (number % TRADES.size()))
                + " "
                + number;
    }

    static String owner(long number) {
        return OWNERS.get((int) (number % OWNERS.size()));
    }
}

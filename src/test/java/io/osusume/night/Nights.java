package io.osusume.night;

/** Nights that several tests read, each carried out when it is first asked for. */
final class Nights {
    /** Over {@code sample-data}, with the sample's settings. */
    static final SampleNight NIGHT = new SampleNight("nightly");

    private Nights() {}

    /** Over another world of its kind: other seed, product names, ids and prices, the same stories; told in Japanese. */
    static SampleNight japanese() {
        return Japanese.NIGHT;
    }

    private static final class Japanese {
        static final SampleNight NIGHT = SampleNight.ofAnotherWorld("alternate", 77, "ja");
    }
}

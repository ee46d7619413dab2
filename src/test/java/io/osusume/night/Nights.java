package io.osusume.night;

/** Nights that several tests read, each carried out when it is first asked for. */
final class Nights {
    /** Over {@code sample-data}, with the sample's settings. */
    static final SampleNight NIGHT = new SampleNight("nightly");

    private Nights() {}
}

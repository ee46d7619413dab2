package io.osusume.sample;

/** What every generator needs to know: the options, the catalogue and the calendar. */
record World(SampleConfig config, Assortment catalogue, Period period) {

    static World of(SampleConfig config) {
        return new World(config, Assortment.of(config.theme()), Period.of(config));
    }

    Dice dice(long index, String stream) {
        return Dice.of(config.seed(), index, stream);
    }

    Product product(String role) {
        return catalogue.product(role);
    }
}

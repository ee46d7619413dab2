package io.osusume.config;

/**
 * Who is left alone so that effects can be measured.
 *
 * @param id name of the experiment; another id draws other control customers
 * @param controlShare share of accounts (of customers, where they have none) whose offers are withheld, in [0, 1]
 * @param seed of the draw
 */
public record ExperimentConfig(String id, double controlShare, long seed) {
    public ExperimentConfig {
        new Checks()
                .that(!id.isBlank(), "id", id, "must not be blank")
                .fraction("control_share", controlShare)
                .verify();
    }
}

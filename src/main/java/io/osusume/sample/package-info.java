/**
 * The generated world: one company that sells several lines of business, and its customers. In goes a {@link
 * io.osusume.sample.SampleConfig}; out come the ten inputs of the pipeline as text columns, exactly as a CSV file would
 * hold them, and an eleventh table that lists every truth that was planted, so that tests can ask whether the pipeline
 * finds it. Each customer is drawn from a random stream of its own (seed and customer number), so that the rows depend
 * neither on partitioning nor on how many customers there are. Nothing outside this package knows a product's name.
 */
package io.osusume.sample;

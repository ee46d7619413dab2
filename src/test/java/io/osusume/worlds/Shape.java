package io.osusume.worlds;

import java.util.Random;

/** One thing that ordinary companies do: its rows, and what is true of them. */
@FunctionalInterface
interface Shape {
    void plant(Company company, Random random);
}

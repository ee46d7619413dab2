package io.osusume.io;

/** How much data a run works on, which says how it works; what it publishes does not depend on it. */
public enum Scale {
    /** Planning takes longer than the work. */
    SMALL,
    /** The work fills the cores. */
    LARGE
}

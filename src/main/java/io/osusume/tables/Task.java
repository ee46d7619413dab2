package io.osusume.tables;

/** What is to be done about a customer or account, in the order in which it comes: help before everything that is sold. */
public enum Task implements Word {
    HELP("help"),
    RENEWAL("renewal"),
    FOLLOW_UP("follow_up"),
    WELCOME("welcome"),
    OFFER("offer"),
    CHECK_IN("check_in");

    private final String wire;

    Task(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}

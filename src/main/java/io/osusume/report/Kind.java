package io.osusume.report;

/** What a figure or a column holds: how it is written in a person's language. */
enum Kind {
    /** A name or an id: shown as it is. */
    TEXT,
    /** The id of a customer or company, or a row of the company's own, which may hold one: shown where {@code report.names} says so. */
    WHO,
    /** A code of a vocabulary: shown as the word for it. */
    WORD,
    /** A count. */
    WHOLE,
    /** A quantity with decimals, rounded to three digits that tell. */
    NUMBER,
    /** How often what is told is chance: small, and never nought, though a double may not tell it from that. */
    CHANCE,
    /** An amount in the night's currency. */
    MONEY,
    /** A share of 1, shown as per cent. */
    SHARE,
    DATE,
    /** Ids of products: shown by their names where these are known. */
    PRODUCTS,
    /** Why a row was rejected, with the name of a column. */
    REJECT;

    boolean isNumeric() {
        return this == WHOLE || this == NUMBER || this == CHANCE || this == MONEY || this == SHARE;
    }
}

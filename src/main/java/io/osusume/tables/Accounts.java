package io.osusume.tables;

import java.util.List;

/** Input {@code accounts}: one company. */
public final class Accounts {
    public static final String ACCOUNT_ID = "account_id";
    public static final String NAME = "name";

    public static final Table TABLE = Table.of(
            "accounts",
            "one company",
            List.of(ACCOUNT_ID),
            Field.text(ACCOUNT_ID, "Names the company"),
            Field.text(NAME, "The company's name"));

    public static final Input INPUT = Input.timeless(TABLE).without("companies are known by their id alone");

    private Accounts() {}
}

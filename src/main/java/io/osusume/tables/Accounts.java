package io.osusume.tables;

import java.util.List;

/** Input {@code accounts}: one company. */
public final class Accounts {
    public static final String ACCOUNT_ID = "account_id";
    public static final String NAME = "name";
    public static final String INDUSTRY = "industry";
    public static final String SIZE = "size";

    public static final Table TABLE = Table.of(
            "accounts",
            "one company",
            List.of(ACCOUNT_ID),
            Field.required(ACCOUNT_ID, Types.TEXT),
            Field.required(NAME, Types.TEXT),
            Field.optional(INDUSTRY, Types.TEXT),
            Field.optional(SIZE, Types.TEXT));

    public static final Input INPUT = Input.timeless(TABLE).without("companies are known by their id alone");

    private Accounts() {}
}

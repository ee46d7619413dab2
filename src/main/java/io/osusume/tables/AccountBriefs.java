package io.osusume.tables;

import java.util.List;

/** Published {@code account_briefs}: one account, all that one should know before speaking to it. */
public final class AccountBriefs {
    public static final String ACCOUNT_ID = "account_id";
    public static final String NAME = "name";
    public static final String OWNER = "owner";
    public static final String OWNERS = "owners";
    public static final String PRIORITY = "priority";
    public static final String CUSTOMERS = "customers";
    public static final String VALUE = "value";
    public static final String CURRENCY = "currency";
    public static final String REVENUE = "revenue";
    public static final String CONTRACTS = "contracts";
    public static final String PLANS = "plans";
    public static final String CONTRACT_PER_YEAR = "contract_per_year";
    public static final String NEXT_RENEWAL_AT = "next_renewal_at";
    public static final String NEXT_RENEWAL_PLAN = "next_renewal_plan";
    public static final String LEAVING = "leaving";
    public static final String PEOPLE = "people";
    public static final String DEPARTMENTS = "departments";
    public static final String SENIORS = "seniors";
    public static final String EVENTS_28D = "events_28d";
    public static final String IS_SURGING = "is_surging";
    public static final String INTERESTS = "interests";
    public static final String OPEN_ISSUES = "open_issues";
    public static final String SEVERE_ISSUES = "severe_issues";
    public static final String AT_RISK = "at_risk";
    public static final String DAYS_SINCE_CONTACT = "days_since_contact";
    public static final String OFFERS = "offers";
    public static final String OFFERED = "offered";
    public static final String EXPECTED_VALUE = "expected_value";

    private static final String NOT_SCORED = "accounts were not scored, or this one was not";

    public static final Table TABLE = Table.of(
            "account_briefs",
            "one account",
            List.of(ACCOUNT_ID),
            Field.text(ACCOUNT_ID, "The account"),
            Field.text(NAME, "Its name").orNull("not known"),
            Field.text(OWNER, "Who looks after most of its people, the first by name of equals; or worklist.pool"),
            Field.texts(OWNERS, "All who look after any of its people, sorted").orNull("nobody does"),
            Field.text(PRIORITY, "The best priority among its people, A to D").orNull("no customer is of it"),
            Field.count(CUSTOMERS, "Its people among the customers").in("customers"),
            Field.money(VALUE, "Σ ltv of its people: margin to expect").orNull("not told of any of them"),
            Field.text(CURRENCY, "The currency of all amounts of the row").orNull("no amount"),
            Field.money(REVENUE, "Σ net revenue of its people to date"),
            Field.count(CONTRACTS, "Products under contract, counted for each of its people")
                    .in("contracts"),
            Field.texts(PLANS, "The names of what is under contract, sorted").orNull("no contract"),
            Field.money(CONTRACT_PER_YEAR, "What its running contracts come to in a year")
                    .orNull("no contract, or not known"),
            Field.day(NEXT_RENEWAL_AT, "The next renewal of one of them").orNull("none is known"),
            Field.text(NEXT_RENEWAL_PLAN, "What renews then, the first by name").orNull("none is known"),
            Field.texts(LEAVING, "The names of what is to be cancelled by request, sorted")
                    .orNull("nothing is"),
            Field.count(PEOPLE, "Different people who did something in the last 28 days")
                    .in("people")
                    .orNull(NOT_SCORED),
            Field.texts(DEPARTMENTS, "The departments that they are of, sorted").orNull("none is known"),
            Field.count(SENIORS, "Those of the people who are senior")
                    .in("people")
                    .orNull(NOT_SCORED),
            Field.count(EVENTS_28D, "What they did in the last 28 days")
                    .in("events")
                    .orNull(NOT_SCORED),
            Field.flag(IS_SURGING, "Whether that is more than chance against its own past")
                    .orNull(NOT_SCORED),
            Field.texts(INTERESTS, "The names of what they looked at, most interest first")
                    .orNull("no event names a product"),
            Field.count(OPEN_ISSUES, "Open problem tickets of its people")
                    .in("tickets")
                    .orNull("tickets is absent"),
            Field.count(SEVERE_ISSUES, "Those of them that are severe")
                    .in("tickets")
                    .orNull("tickets is absent"),
            Field.count(AT_RISK, "Its people in segment at_risk").in("customers"),
            Field.whole(DAYS_SINCE_CONTACT, "Since the latest touch of any of its people")
                    .in("days")
                    .orNull("none is known"),
            Field.count(OFFERS, "Tonight's offers to it and its people").in("offers"),
            Field.texts(OFFERED, "The names of what is offered, sorted").orNull("no offer names a product"),
            Field.estimate(EXPECTED_VALUE, "Σ expected value of these offers")
                    .in("money")
                    .orNull("no offer"));

    private AccountBriefs() {}
}

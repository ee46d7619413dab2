package io.osusume.contracts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** What was written of one customer's contracts → the contracts, as rows. */
final class CustomerClaims implements Serializable {
    private final Relations relations;
    private final OpenRows open;
    private final LocalDate asOf;

    /** Invoices may be written so many days early or late. */
    private static final int MOVED_DAYS = 5;

    CustomerClaims(Relations relations, OpenRows open, LocalDate asOf) {
        this.relations = relations;
        this.open = open;
        this.asOf = asOf;
    }

    /** @param row customer, and an array of {@link Claims} */
    Iterator<Row> contracts(Row row) {
        String customer = row.getString(0);
        List<Claim> written = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        Map<String, String> families = new HashMap<>();
        for (Row claim : row.<Row>getList(1)) {
            LocalDate lastPriced = ContractRows.day(claim, Claims.LAST_PRICED);
            if (lastPriced == null) {
                written.add(claim(claim));
            } else {
                claims.add(lapsing(claim(claim), lastPriced));
            }
            families.put(claim.getAs(Claims.PLAN), claim.getAs(Claims.FAMILY));
        }
        claims.addAll(open.closed(written, asOf));
        return relations.of(claims, families).stream()
                .map(contract -> ContractRows.row(customer, contract, asOf))
                .iterator();
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getAs(Claims.PLAN),
                row.getAs(Claims.ID),
                ContractRows.day(row, Claims.STARTED),
                ContractRows.day(row, Claims.ENDED),
                ContractRows.day(row, Claims.CANCEL_REQUESTED),
                row.getAs(Claims.BILLING),
                new Claim.Money(row.getAs(Claims.UNITS), row.getAs(Claims.PRICE), row.<Double>getAs(Claims.MARGIN)),
                new Claim.Dates(
                        ContractRows.day(row, Claims.RENEWS),
                        ContractRows.day(row, Claims.NEXT_PAYMENT),
                        ContractRows.day(row, Claims.TRIAL_ENDS),
                        ContractRows.day(row, Claims.PAUSED_UNTIL)));
    }

    /**
     * Invoices were priced, and none came for one and a half periods: ended with the last period that was paid. Where the first
     * was of another day of the month than the last one, the payments to come are counted from the last one.
     */
    private Claim lapsing(Claim claim, LocalDate lastPriced) {
        Cycle period = Cycle.named(claim.billing()).orElse(null);
        if (period == null) {
            return claim;
        }
        if (period.silentSince(lastPriced, asOf)) {
            return claim.ending(period.after(lastPriced, 1));
        }
        LocalDate due = period.after(claim.started(), period.steps(claim.started(), lastPriced.plusDays(MOVED_DAYS)));
        boolean moved = Math.abs(due.toEpochDay() - lastPriced.toEpochDay()) > MOVED_DAYS;
        return moved ? claim.paying(lastPriced) : claim;
    }
}

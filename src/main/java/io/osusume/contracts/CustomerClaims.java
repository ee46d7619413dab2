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
    /** A contract that lines state has ended when so many periods passed without a priced line. */
    private static final double SILENT_PERIODS = 1.5;

    private final Relations relations;
    private final LocalDate asOf;

    CustomerClaims(Relations relations, LocalDate asOf) {
        this.relations = relations;
        this.asOf = asOf;
    }

    /** @param row customer, and an array of {@link Claims} */
    Iterator<Row> contracts(Row row) {
        String customer = row.getString(0);
        List<Claim> claims = new ArrayList<>();
        Map<String, String> families = new HashMap<>();
        for (Row claim : row.<Row>getList(1)) {
            claims.add(claim(claim));
            families.put(claim.getAs(Claims.PLAN), claim.getAs(Claims.FAMILY));
        }
        return relations.of(claims, families).stream()
                .map(contract -> ContractRows.row(customer, contract, asOf))
                .iterator();
    }

    private Claim claim(Row row) {
        Claim claim = new Claim(
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
        LocalDate lastPriced = ContractRows.day(row, Claims.LAST_PRICED);
        return lastPriced == null ? claim : lapsing(claim, lastPriced);
    }

    /** Lines were priced, and none came for one and a half periods: ended with the last period that was paid. */
    private Claim lapsing(Claim claim, LocalDate lastPriced) {
        return Cycle.named(claim.billing())
                .filter(c -> asOf.toEpochDay() - lastPriced.toEpochDay() > SILENT_PERIODS * c.lengthDays())
                .map(c -> claim.ending(c.after(lastPriced, 1)))
                .orElse(claim);
    }
}

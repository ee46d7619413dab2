package io.osusume.contracts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Field;
import io.osusume.tables.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Contracts as rows of {@link CustomerContracts}, and back. Inside, days are numbers, counted from 1970-01-01. */
public final class ContractRows {
    private ContractRows() {}

    /** The columns that {@link #read} reads, days as numbers. */
    public static Column[] columns() {
        return each(name -> unix_date(col(name)).as(name));
    }

    static Column[] dated() {
        return each(name -> date_from_unix_date(col(name)).as(name));
    }

    private static Column[] each(Function<String, Column> day) {
        return CustomerContracts.TABLE.columns().stream()
                .map(f -> f.type().equals(Types.DAY) ? day.apply(f.name()) : col(f.name()))
                .toArray(Column[]::new);
    }

    /** The schema of {@link #row}. */
    static StructType schema() {
        StructType schema = new StructType();
        for (Field field : CustomerContracts.TABLE.columns()) {
            boolean day = field.type().equals(Types.DAY);
            schema = schema.add(field.name(), day ? DataTypes.IntegerType : field.type());
        }
        return schema;
    }

    static Row row(String customer, Contract contract, LocalDate asOf) {
        Claim claim = contract.claim();
        boolean periodic = contract.term() != null;
        return RowFactory.create(
                customer,
                claim.plan(),
                claim.id(),
                contract.family(),
                day(claim.started()),
                day(claim.ended()),
                contract.runs(asOf),
                day(claim.cancelRequested()),
                contract.asksToEnd(asOf),
                claim.money().units(),
                claim.money().price(),
                claim.money().margin(),
                day(claim.dates().renews()),
                day(periodic ? contract.nextRenewal(asOf) : null),
                day(periodic ? contract.nextPayment(asOf) : null),
                day(claim.dates().trialEnds()),
                day(claim.dates().pausedUntil()),
                periodic ? contract.term().iso() : null,
                periodic ? contract.payment().iso() : null,
                contract.entry(),
                contract.movedOn(),
                contract.paid(asOf));
    }

    /**
     * Reads one contract.
     *
     * @param row of a dataset of which {@link #columns} were selected
     */
    public static Contract read(Row row) {
        String plan = row.getAs(CustomerContracts.PRODUCT_ID);
        Claim claim = new Claim(
                plan,
                row.getAs(CustomerContracts.CONTRACT_ID),
                day(row, CustomerContracts.STARTED),
                day(row, CustomerContracts.ENDED),
                day(row, CustomerContracts.CANCEL_REQUESTED),
                null,
                new Claim.Money(
                        row.getAs(CustomerContracts.UNITS),
                        row.<BigDecimal>getAs(CustomerContracts.PRICE),
                        row.<Double>getAs(CustomerContracts.MARGIN)),
                new Claim.Dates(
                        day(row, CustomerContracts.RENEWS),
                        day(row, CustomerContracts.NEXT_PAYMENT),
                        day(row, CustomerContracts.TRIAL_UNTIL),
                        day(row, CustomerContracts.PAUSED_UNTIL)));
        return new Contract(
                claim,
                row.getAs(CustomerContracts.FAMILY),
                cycle(row.getAs(CustomerContracts.TERM)),
                cycle(row.getAs(CustomerContracts.PAYMENT_PERIOD)),
                row.<Integer>getAs(CustomerContracts.ENTRY),
                row.<Boolean>getAs(CustomerContracts.MOVED_ON));
    }

    static Integer day(LocalDate day) {
        return day == null ? null : (Integer) (int) day.toEpochDay();
    }

    static LocalDate day(Row row, String name) {
        Integer day = row.getAs(name);
        return day == null ? null : LocalDate.ofEpochDay(day);
    }

    private static Cycle cycle(String iso) {
        return iso == null ? null : Cycle.ofIso(iso);
    }

    static Dataset<Row> asDays(Dataset<Row> rows) {
        return rows.select(dated());
    }
}

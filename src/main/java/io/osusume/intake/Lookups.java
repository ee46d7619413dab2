package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that name somebody by way of another table. What nobody knows is counted, and counts for nobody. */
final class Lookups {
    private final Stages stages;
    private final StagedInputs staged;
    private final List<String> notes = new ArrayList<>();

    Lookups(Stages stages, StagedInputs staged) {
        this.stages = stages;
        this.staged = staged;
    }

    /** What was not found, in sentences. */
    List<String> notes() {
        return notes;
    }

    /** Measurements that name a contract, or a customer alone, by the contract. */
    Dataset<Row> usage() {
        Dataset<Row> given = staged.accepted(Usage.INPUT);
        if (!staged.taken().containsKey(Usage.INPUT)
                || (!staged.knows(Usage.INPUT, Usage.SUBSCRIPTION_ID)
                        && given.where(UsageTargets.isUnknown()).isEmpty())) {
            return given;
        }
        Dataset<Row> filled = stages.keep("usage targets", () -> new UsageTargets()
                .fill(given, staged.accepted(Subscriptions.INPUT), staged.accepted(Products.INPUT)));
        long unknown = filled.where(UsageTargets.isUnknown()).count();
        if (unknown > 0) {
            notes.add(IntakeNotes.unknownContracts(unknown));
        }
        return filled.where(not(UsageTargets.isUnknown()));
    }

    /**
     * Each event once, and those that name the row of an offer by that.
     *
     * @param published offers of earlier nights, with {@link Warehouse#RUN_DATE}
     */
    Dataset<Row> offerEvents(Dataset<Row> published) {
        if (!staged.taken().containsKey(OfferEvents.INPUT)) {
            return staged.accepted(OfferEvents.INPUT);
        }
        Dataset<Row> given = staged.accepted(OfferEvents.INPUT);
        Dataset<Row> filled = stages.keep(
                "offer targets",
                () -> staged.knows(OfferEvents.INPUT, OfferEvents.OFFER_ROW_ID)
                        ? new OfferTargets().fill(given.distinct(), published, Warehouse.RUN_DATE)
                        : given.distinct());
        notes.addAll(new EventOrder(filled)
                .notes(staged.counts().get(OfferEvents.INPUT).accepted()));
        long unknown = filled.where(col(OfferEvents.CUSTOMER_ID).isNull()).count();
        if (unknown > 0) {
            notes.add(IntakeNotes.unknownOffers(unknown));
        }
        return filled;
    }
}

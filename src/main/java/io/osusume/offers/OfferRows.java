package io.osusume.offers;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Term;
import io.osusume.catalogue.Catalogue;
import io.osusume.config.ExperimentConfig;
import io.osusume.offers.Decider.Decision;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.tables.Offers;
import io.osusume.tables.Rounding;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Types;
import io.osusume.text.SmallestCoin;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes decisions as rows: the columns of {@link Offers} and {@link SuppressedOffers} but for those that follow an offer over
 * the nights ({@link Continuity}). Days are whole numbers here, since 1970-01-01.
 */
final class OfferRows implements Serializable {
    static final String STOPPED = "stopped";
    static final StructType SCHEMA = schema();

    private final ReasonText reasons;
    private final ExpectedValue worth;
    private final Contact contact;
    private final String experimentId;
    private final Shown shown;
    private final SmallestCoin coin;

    OfferRows(ReasonText reasons, ExpectedValue worth, Contact contact, ExperimentConfig experiment, Shown shown) {
        this.reasons = reasons;
        this.worth = worth;
        this.contact = contact;
        this.experimentId = experiment.id();
        this.shown = shown;
        this.coin = SmallestCoin.of(shown.currency());
    }

    /** How and when targets are spoken to. */
    record Contact(Channels channels, Touches touches, Timing timing) implements Serializable {
        int nextOk(Target target) {
            List<Integer> days = touches.days(target);
            int free = touches.freeDay(target);
            return timing.contactDay(
                    days.isEmpty() ? free : Math.max(free, channels.nextTouch(days.get(days.size() - 1), free)));
        }
    }

    /** What stands beside an offer. */
    record Shown(Catalogue catalogue, double usualPBuy, String currency) implements Serializable {}

    /** What rows say of a target, the same in all of them. */
    Map<String, Object> of(Target target) {
        Map<String, Object> row = new HashMap<>();
        Target.Recipient to = target.recipient();
        row.put(Offers.TARGET_TYPE, to.type());
        row.put(Offers.TARGET_ID, to.id());
        row.put(Offers.CUSTOMER_ID, to.customerId());
        row.put(Offers.ACCOUNT_ID, to.accountId());
        row.put(Offers.OWNER, to.owner());
        row.put(Offers.LWP_SEGMENT, target.segment().wire());
        row.put(Offers.LWP_PRIORITY, target.state().priority());
        row.put(Offers.EXPERIMENT_ID, experimentId);
        row.put(Offers.ARM, to.arm().wire());
        row.put(Offers.CHANNEL, contact.channels().of(target));
        row.put(Offers.NEXT_CONTACT_OK_AT, contact.nextOk(target));
        return row;
    }

    /** The row of one decision, beside what is the {@link #of same} in all of its target. */
    Row row(Map<String, Object> same, Target target, Decision decision) {
        Map<String, Object> row = new HashMap<>(same);
        Proposal proposal = decision.candidate().proposal();
        subject(proposal, row);
        Double pBuy = proposal.pBuy();
        if (pBuy != null) {
            row.put(Offers.P_BUY, pBuy);
            row.put(Offers.P_BUY_TIMES_USUAL, Rounding.significant(pBuy / shown.usualPBuy()));
        }
        worth(decision.candidate(), row);
        row.put(Offers.RANK, decision.rank() == 0 ? null : decision.rank());
        row.put(Offers.REASON_CODE, proposal.reason().code());
        row.put(Offers.REASON_TEXT, reasons.of(proposal, target.recipient().locale()));
        row.put(Offers.EVIDENCE_TEXT, reasons.evidence(proposal));
        decision.stopped().ifPresent(s -> {
            row.put(STOPPED, s.code());
            row.put(SuppressedOffers.RELEASE_DATE, s.releaseDay());
            row.put(SuppressedOffers.BLOCKED_BY, s.by());
            row.put(SuppressedOffers.MORE, (long) decision.more());
        });
        return row(row);
    }

    /** The row of an offer of the night before that is no candidate any more. */
    Row gone(Map<String, Object> same, Target target, Standing gone) {
        Map<String, Object> row = new HashMap<>(same);
        row.put(Offers.OFFER_TYPE, gone.type());
        row.put(Offers.PRODUCT_ID, gone.productId());
        row.put(
                Offers.PRODUCT_NAME,
                gone.productId() == null ? null : shown.catalogue().name(gone.productId()));
        row.put(Offers.BUNDLE_ID, gone.bundleId());
        row.put(STOPPED, gone.why(target, shown.catalogue()));
        row.put(SuppressedOffers.MORE, 0L);
        return row(row);
    }

    private static Row row(Map<String, Object> row) {
        Object[] values = new Object[SCHEMA.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(SCHEMA.fields()[i].name());
        }
        return RowFactory.create(values);
    }

    private void subject(Proposal proposal, Map<String, Object> row) {
        Proposal.Subject subject = proposal.subject();
        row.put(Offers.OFFER_TYPE, proposal.type().wire());
        row.put(Offers.PRODUCT_ID, subject.productId());
        row.put(
                Offers.PRODUCT_NAME,
                subject.productId() == null ? null : shown.catalogue().name(subject.productId()));
        row.put(Offers.BUNDLE_ID, subject.bundleId());
        row.put(
                Offers.BUNDLE_ITEMS,
                subject.items() == null ? null : subject.items().toArray(String[]::new));
        row.put(Offers.ANCHOR_PRODUCT_ID, proposal.anchorId());
        row.put(Offers.CONTENT_TRACK, subject.track());
        row.put(Offers.TRIGGER, proposal.moment().trigger().wire());
        row.put(Offers.TRIGGER_WEIGHT, proposal.moment().weight());
        row.put(Offers.VALID_FROM, proposal.moment().from());
        row.put(Offers.VALID_TO, proposal.moment().to());
        row.put(Offers.EVIDENCE, proposal.evidence());
        if (proposal.rule() != null) {
            row.put(Offers.RULE_ID, proposal.rule().id());
            row.put(Offers.CONFIDENCE, proposal.rule().confidence());
            row.put(Offers.LIFT, proposal.rule().lift());
            row.put(Offers.Q_VALUE, proposal.rule().q());
        }
    }

    private void worth(Valued valued, Map<String, Object> row) {
        AcceptanceModel.Estimate estimate = valued.estimate();
        row.put(Offers.P_ANYWAY, valued.asked().anyway());
        row.put(
                Offers.ACCEPTANCE_TERMS,
                worth.sum(valued).stream().map(OfferRows::term).toArray(Row[]::new));
        row.put(Offers.P_ACCEPT, estimate.p());
        row.put(Offers.P_ACCEPT_LOW, estimate.low());
        row.put(Offers.P_ACCEPT_HIGH, estimate.high());
        row.put(Offers.PRIOR, estimate.prior());
        row.put(Offers.PRIOR_STRENGTH, estimate.strength());
        row.put(Offers.TRIALS, (double) estimate.trials());
        row.put(Offers.TAKEN, (double) estimate.taken());
        row.put(Offers.UPLIFT, valued.uplift().value());
        row.put(Offers.UPLIFT_LOW, valued.uplift().low());
        row.put(Offers.UPLIFT_HIGH, valued.uplift().high());
        row.put(Offers.UPLIFT_SOURCE, valued.uplift().source().wire());
        row.put(Offers.UNIT_MARGIN, valued.margin());
        row.put(Offers.DELTA_LTV, valued.deltaLtv());
        row.put(Offers.CONTACT_COST, worth.contactCost());
        row.put(Offers.FATIGUE_COST, valued.fatigueCost());
        row.put(Offers.EXPECTED_VALUE, valued.expectedValue());
        row.put(Offers.RANK_SCORE, valued.rankScore());
        row.put(Offers.PRICE, coin.round(valued.proposal().gain().price()));
        row.put(Offers.CURRENCY, shown.currency());
    }

    private static Row term(AcceptanceModel.Summand summand) {
        Term term = summand.term();
        return RowFactory.create(term.name(), term.level(), Rounding.significant(term.x()), summand.adds());
    }

    private static StructType schema() {
        StructType schema = new StructType();
        List<String> later = List.of(
                Offers.OFFER_ROW_ID, Offers.ROW_HASH, Offers.UPDATED_AT, Offers.SCHEMA_VERSION, Offers.SELECTION_PROB);
        for (StructField field : Offers.TABLE.schema().fields()) {
            if (!later.contains(field.name())) {
                boolean day = field.dataType().equals(Types.DAY);
                schema = schema.add(field.name(), day ? Types.WHOLE : field.dataType(), true);
            }
        }
        return schema.add(STOPPED, Types.TEXT, true)
                .add(SuppressedOffers.RELEASE_DATE, Types.WHOLE, true)
                .add(SuppressedOffers.BLOCKED_BY, Types.TEXT, true)
                .add(SuppressedOffers.MORE, Types.COUNT, true);
    }
}

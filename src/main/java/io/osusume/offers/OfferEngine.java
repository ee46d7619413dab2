package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.catalogue.CatalogueReader;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OffersConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Acceptance;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Arm;
import io.osusume.tables.Bundles;
import io.osusume.tables.Contract;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Features;
import io.osusume.tables.Field;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Prices;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Replenishment;
import io.osusume.tables.Rules;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes tonight's offers, in two steps: {@link #gather} brings all that is known of each target together; {@link #make}
 * decides about each target by itself ({@link Decider}). Nothing ever joins customers with products: a target meets the
 * products that its own holdings, interests, rules and bundles name.
 *
 * <p>{@link #make} returns one candidate a row; {@link #DECISION} says what became of it. Its columns are those of {@link
 * Offers} (where the decision is {@code offer} or {@code withheld}) and of {@link SuppressedOffers} (where it is {@code
 * suppressed}).
 */
public final class OfferEngine {
    /** Added: {@link #OFFER}, {@link #WITHHELD} or {@link #SUPPRESSED}. */
    public static final String DECISION = "decision";

    public static final String OFFER = "offer";
    public static final String WITHHELD = "withheld";
    public static final String SUPPRESSED = "suppressed";

    private final OsusumeConfig config;

    public OfferEngine(OsusumeConfig config) {
        this.config = config;
    }

    /**
     * What {@link #gather} and {@link #make} are given beside the facts: the rows of these tables; of {@link Offers} what the
     * newest earlier run offered or withheld, of {@link Episodes} and {@link Acceptance} what it published, of {@link
     * RankedProducts} none where nothing is ranked.
     */
    public static final List<Table> EVIDENCE = List.of(
            Prices.TABLE,
            CustomerHoldings.TABLE,
            Replenishment.TABLE,
            MeasuredUse.TABLE,
            Features.TABLE,
            LwpSegments.TABLE,
            Ltv.TABLE,
            Rules.TABLE,
            Bundles.TABLE,
            AccountScores.TABLE,
            RankedProducts.TABLE,
            PlanRetentions.TABLE,
            Offers.TABLE,
            Episodes.TABLE,
            Acceptance.TABLE);

    /**
     * All that is known of each target. Grain: one customer, or one account that surges. To be kept: it is read twice.
     *
     * @param evidence {@link #EVIDENCE}
     */
    public Dataset<Row> gather(Facts facts, Datasets evidence, LocalDate asOf) {
        return new TargetRows(config, asOf).of(facts, evidence);
    }

    /**
     * What past offers teach. Reads their outcomes as it is called.
     *
     * @param targets what {@link #gather} returned
     * @param evidence {@link #EVIDENCE}
     */
    public Learned learn(Facts facts, Dataset<Row> targets, Datasets evidence, LocalDate asOf) {
        return Learned.of(config, facts, targets, evidence, asOf);
    }

    /**
     * Candidates, their worth, what stops them, and their rank. Reads small tables as it is called.
     *
     * @param targets what {@link #gather} returned
     * @param learned what {@link #learn} returned
     * @param evidence {@link #EVIDENCE}
     */
    public Dataset<Row> make(Dataset<Row> targets, Learned learned, Datasets evidence, LocalDate asOf) {
        OffersConfig offers = config.offers();
        SaleRules sale = new SaleRules(
                new CatalogueReader(offers.heavyUseHigh())
                        .read(
                                evidence.of(Prices.TABLE),
                                evidence.of(MeasuredUse.TABLE),
                                evidence.of(PlanRetentions.TABLE)),
                offers.priceBand());
        Assembly assembly = new Assembly(config, sale, learned, asOf);
        Decider decider = assembly.decider(
                RuleHints.read(evidence.of(Rules.TABLE), sale, offers), BundlesByItem.read(evidence.of(Bundles.TABLE)));
        Deciding deciding = new Deciding(decider, assembly.rows(config.ltv().currency())).knowingAccounts(targets);
        ControlDraw draw = new ControlDraw(config.experiment(), config.experiments());
        Dataset<Row> customers = evidence.of(Features.TABLE);
        Dataset<Row> decided = bounded(targets, evidence, to -> draw.assign(deciding.of(to), customers, asOf));
        return contract(new Continuity(asOf).follow(decided, evidence.of(Offers.TABLE)));
    }

    /** What is decided once nothing is offered more often than it may be. */
    private Dataset<Row> bounded(Dataset<Row> targets, Datasets evidence, UnaryOperator<Dataset<Row>> decide) {
        VolumeCaps caps = new VolumeCaps(config.offers().volumeCaps());
        Dataset<Row> capped = StockBound.hold(
                caps.any() ? caps.add(targets, decide.apply(targets)) : targets, evidence.of(Prices.TABLE), decide);
        Optional<Double> share = config.offers().maxSharePerProduct();
        if (share.isEmpty()) {
            return decide.apply(capped);
        }
        Map<OfferType, Long> offerable = OnShelf.offerable(evidence.of(Prices.TABLE), evidence.of(Bundles.TABLE));
        return decide.apply(new ShareBound(share.get(), offerable).hold(capped, decide));
    }

    /** The table {@code offers}, of what {@link #make} returned. */
    public static Dataset<Row> offered(Dataset<Row> candidates) {
        return columns(candidates.where(col(DECISION).equalTo(OFFER)), Offers.TABLE);
    }

    /** The table {@code withheld_offers}. */
    public static Dataset<Row> withheld(Dataset<Row> candidates) {
        return columns(candidates.where(col(DECISION).equalTo(WITHHELD)), WithheldOffers.TABLE);
    }

    /** The table {@code suppressed_offers}. */
    public static Dataset<Row> suppressed(Dataset<Row> candidates) {
        return columns(candidates.where(col(DECISION).equalTo(SUPPRESSED)), SuppressedOffers.TABLE);
    }

    private static Dataset<Row> columns(Dataset<Row> rows, Table table) {
        return rows.select(table.columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
    }

    /** All columns of both tables. */
    private static Dataset<Row> contract(Dataset<Row> followed) {
        Column stopped = col(OfferRows.STOPPED);
        List<Column> columns = new ArrayList<>();
        Set<Field> wanted = new LinkedHashSet<>(Offers.TABLE.columns());
        SuppressedOffers.TABLE.columns().stream()
                .filter(c -> Offers.TABLE.column(c.name()).isEmpty())
                .forEach(wanted::add);
        for (Field c : wanted) {
            columns.add(
                    switch (c.name()) {
                        case Offers.SELECTION_PROB -> lit(1.0).as(c.name());
                        case Offers.SCHEMA_VERSION -> lit(Contract.VERSION).as(c.name());
                        // Of a suppressed candidate the reason is why it was stopped.
                        case Offers.REASON_CODE ->
                            coalesce(stopped, col(c.name())).as(c.name());
                        default -> col(c.name());
                    });
        }
        columns.add(when(stopped.isNotNull(), lit(SUPPRESSED))
                .when(col(Offers.ARM).equalTo(Arm.CONTROL.wire()), lit(WITHHELD))
                .otherwise(lit(OFFER))
                .as(DECISION));
        return followed.select(columns.toArray(Column[]::new));
    }
}

package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Features;
import io.osusume.tables.Tickets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each customer's support cases. Grain: one customer with a ticket. Tickets that ask about a product are interest; all
 * others, those without topic too, are problems.
 */
final class TicketSummary {
    static final String QUESTIONS_28D = "_questions_28d";

    private TicketSummary() {}

    static Dataset<Row> of(Dataset<Row> tickets, FeaturesConfig config, Lookback lookback) {
        Column question = isQuestion(config);
        Column problem = question.equalTo(false);
        Column closed = coalesce(lookback.known(col(Tickets.CLOSED_AT)), lit(false));
        Column open = problem.and(closed.equalTo(false));
        Column severe = oneOf(col(Tickets.SEVERITY), config.severe().toArray());
        Column opened = col(Tickets.OPENED_AT);
        return tickets.groupBy(Tickets.CUSTOMER_ID)
                .agg(
                        count_if(open).as(Features.OPEN_ISSUES),
                        count_if(open.and(severe)).as(Features.OPEN_SEVERE_TICKETS),
                        count_if(problem.and(lookback.within(opened, 30))).as(Features.TICKETS_30D),
                        count_if(problem.and(lookback.within(opened, 365))).as(Features.TICKETS_365D),
                        count_if(question.and(lookback.within(opened, 28))).as(QUESTIONS_28D));
    }

    static Column isQuestion(FeaturesConfig config) {
        return oneOf(col(Tickets.TOPIC), config.questionTopics().toArray());
    }

    private static Column oneOf(Column text, Object[] values) {
        return coalesce(lower(text).isin(values), lit(false));
    }
}

package io.osusume.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.Row;

/** What the published tables say of one customer. */
record Explanation(
        String customer,
        List<Row> segments,
        List<Row> holdings,
        List<Row> ranked,
        List<Row> offers,
        List<Row> withheld,
        List<Row> suppressed) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isEmpty() {
        return segments.isEmpty() && offers.isEmpty() && withheld.isEmpty() && suppressed.isEmpty();
    }

    /** Prints one JSON object: {@code customer_id}, {@code lwp}, and a list of rows for each table, all columns. */
    void print(PrintWriter out) {
        try {
            ObjectNode all = JSON.createObjectNode().put("customer_id", customer);
            all.set(
                    "lwp",
                    segments.isEmpty()
                            ? JSON.nullNode()
                            : JSON.readTree(segments.get(0).json()));
            List.of("holdings", "ranked_products", "offers", "withheld_offers", "suppressed_offers")
                    .forEach(all::putArray);
            add(all, "holdings", holdings);
            add(all, "ranked_products", ranked);
            add(all, "offers", offers);
            add(all, "withheld_offers", withheld);
            add(all, "suppressed_offers", suppressed);
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode all, String name, List<Row> rows) throws JsonProcessingException {
        for (Row row : rows) {
            all.withArray(name).add(JSON.readTree(row.json()));
        }
    }
}

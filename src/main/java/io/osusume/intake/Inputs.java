package io.osusume.intake;

import io.osusume.features.Facts;
import io.osusume.intake.source.SeenFiles;
import io.osusume.io.Manifest;
import io.osusume.tables.Input;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the company's data came to.
 *
 * @param facts the accepted rows, by input
 * @param counts what became of the rows of each input that the company has, in the order in which they were staged
 * @param rejects the table {@code rejects}
 * @param notes what the run cannot know, and what looks odd, in sentences
 * @param headlines why nobody can be offered anything; to be read before all else
 * @param currency the one that all amounts are in
 * @param matches by column, how many of the ids that it names stand in the input that holds them
 * @param files what the inputs lay in when reading began
 */
public record Inputs(
        Facts facts,
        Map<Input, InputCounts> counts,
        Dataset<Row> rejects,
        List<String> notes,
        List<String> headlines,
        String currency,
        Map<String, Manifest.Match> matches,
        SeenFiles files) {
    public Inputs {
        headlines = List.copyOf(headlines);
        matches = Collections.unmodifiableMap(new LinkedHashMap<>(matches));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        notes = List.copyOf(notes);
    }
}

package io.osusume.intake.source;

import io.osusume.config.InputConfig;
import io.osusume.config.InputsConfig;
import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;
import io.osusume.io.Listing;
import io.osusume.tables.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/**
 * What the inputs lie in, as far as it is seen without reading it.
 *
 * @param listings the files of each input, or of each source that its query names, in the order of the inputs
 * @param unseen inputs and sources that lie in no files: tables, databases
 */
public record SeenFiles(List<Listing> listings, List<String> unseen) {
    static SeenFiles of(InputsConfig inputs, Map<String, SourceConfig> tables, Configuration hadoop) {
        List<Listing> listings = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        sources(inputs, tables).forEach((key, source) -> {
            if (Sources.liesInFiles(source)) {
                listings.add(listing(key, source, hadoop));
            } else {
                unseen.add(key);
            }
        });
        return new SeenFiles(listings, unseen);
    }

    private static Map<String, SourceConfig> sources(InputsConfig inputs, Map<String, SourceConfig> tables) {
        Map<String, SourceConfig> sources = new TreeMap<>();
        for (Input input : Input.all()) {
            InputConfig config = inputs.of(input);
            if (config.query().isPresent()) {
                QuerySource.named(tables, config.query().get())
                        .forEach((name, source) -> sources.put("sources." + name, source));
            } else if (config.isPresent()) {
                sources.put("inputs." + input.name(), config.source());
            }
        }
        return sources;
    }

    private static Listing listing(String key, SourceConfig source, Configuration hadoop) {
        try {
            return Listing.of(key, SourceFiles.at(key, source, hadoop).all());
        } catch (IOException e) {
            throw Unreadable.source(key, source, e);
        }
    }

    /** What has changed since, in a sentence an input or source; empty when nothing has. */
    public static List<String> changes(
            List<Listing> before, InputsConfig inputs, Map<String, SourceConfig> tables, Configuration hadoop) {
        Map<String, SourceConfig> sources = sources(inputs, tables);
        List<String> changes = new ArrayList<>();
        for (Listing then : before) {
            List<String> found = then.changes(now(then.key(), sources, hadoop));
            if (!found.isEmpty()) {
                changes.add(then.key() + ": " + Listing.few(found));
            }
        }
        return changes;
    }

    private static Listing now(String key, Map<String, SourceConfig> sources, Configuration hadoop) {
        try {
            return sources.containsKey(key) ? listing(key, sources.get(key), hadoop) : new Listing(key, List.of());
        } catch (UserException e) { // nothing is there any more
            return new Listing(key, List.of());
        }
    }

    /** Key of each input or source that lies in files → a digest of them. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        listings.forEach(listing -> digests.put(listing.key(), listing.digest()));
        return digests;
    }
}

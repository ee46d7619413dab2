package io.osusume.intake.source;

import io.osusume.intake.profile.Outline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which csv files write what rows share in the first of them alone: told of all files with the same header together. */
final class CsvOutlines {
    private final Map<List<String>, List<CsvFile>> alike;
    private final Map<List<String>, Outline> outlines = new LinkedHashMap<>();

    private CsvOutlines(Map<List<String>, List<CsvFile>> alike) {
        this.alike = alike;
    }

    static CsvOutlines of(List<CsvFile> files) {
        CsvOutlines all = new CsvOutlines(files.stream()
                .filter(f -> f.report().isEmpty())
                .collect(Collectors.groupingBy(CsvFile::names, LinkedHashMap::new, Collectors.toList())));
        all.alike.forEach((names, of) -> {
            Outline.Tally together = new Outline.Tally(names.size());
            of.forEach(f -> together.add(f.outline()));
            together.outline().ifPresent(o -> all.outlines.put(names, o));
        });
        return all;
    }

    Optional<Outline> of(CsvFile file) {
        return file.report().isPresent() ? Optional.empty() : Optional.ofNullable(outlines.get(file.names()));
    }

    /** What a person should know of it, in sentences. */
    List<String> notes(SourceFiles files) {
        return outlines.entrySet().stream()
                .map(e -> {
                    List<CsvFile> of = alike.get(e.getKey());
                    return String.format(
                            Locale.ROOT,
                            "%s%s: %s stand%s only in the first of the rows that share %s, and the others are read with what stands"
                                    + " above them (%,d of the %,d rows that were looked at).%s",
                            files.name(of.get(0).path()),
                            of.size() == 1 ? "" : String.format(Locale.ROOT, " and %,d more", of.size() - 1),
                            e.getValue().columns().stream().map(e.getKey()::get).collect(Collectors.joining(", ")),
                            e.getValue().columns().size() == 1 ? "s" : "",
                            e.getValue().columns().size() == 1 ? "it" : "them",
                            e.getValue().rows() - e.getValue().groups(),
                            e.getValue().rows(),
                            e.getValue().totals() == 0 ? "" : " Totals between them are no rows.");
                })
                .toList();
    }
}

package io.osusume.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page of one language, by the templates of {@code resources/report}. What stands in it is escaped, save the page's own script and
 * style and the chart library.
 */
final class Page {
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private final Texts texts;
    private final Cells cells;
    private final boolean named;

    /** @param named whether customers are named on it */
    Page(Texts texts, Cells cells, boolean named) {
        this.texts = texts;
        this.cells = cells;
        this.named = named;
    }

    /** A figure in words. */
    public record Shown(String id, String label, String how, Cells.Cell cell) {}

    /** A table in words; {@code none} says why it has no rows. */
    public record Listing(
            String id, String title, String how, String none, List<Head> heads, List<List<Cells.Cell>> rows) {}

    /** The heading of a column. */
    public record Head(String name, String label, boolean numeric) {}

    /** A section in words. */
    public record Chapter(String id, List<Shown> figures, Map<String, Listing> grids, List<String> sentences) {}

    String of(LocalDate runDate, Report.Origin origin, Map<String, Section> sections) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("t", new Words());
        model.put("lang", texts.locale().getLanguage());
        model.put("runDate", runDate.toString());
        model.put("version", origin.version());
        model.put("currency", origin.currency());
        model.put("named", named);
        model.put("style", resource("/report/report.css"));
        model.put("script", resource("/report/report.js"));
        model.put("charts", resource(CHARTS));
        sections.forEach((id, section) -> model.put(id, chapter(section)));
        return filled("report", model, texts.locale());
    }

    /** A template with all that it names. */
    static String filled(String template, Map<String, Object> model, Locale locale) {
        StringWriter page = new StringWriter();
        try {
            engine().getTemplate(template).evaluate(page, model, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    /** The words of the page, for templates: {@code t.of("…")}. */
    public final class Words {
        public String of(String key) {
            return texts.text(key);
        }
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Page.class.getClassLoader());
        loader.setPrefix("report");
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .newLineTrimming(true)
                .build();
    }

    private Chapter chapter(Section section) {
        Map<String, Listing> grids = new LinkedHashMap<>();
        section.grids().forEach((id, grid) -> grids.put(id, listing(grid)));
        List<Shown> figures = section.figures().stream()
                .map(f -> new Shown(
                        f.id(),
                        texts.text("figure." + f.id()),
                        texts.text("figure." + f.id() + ".how"),
                        cells.of(f.kind(), "", f.value())))
                .toList();
        return new Chapter(section.id(), figures, grids, section.sentences());
    }

    private Listing listing(Grid grid) {
        String key = "grid." + grid.id();
        List<Head> heads = grid.columns().stream()
                .map(c -> new Head(
                        c.name(), texts.text("column." + c.name()), c.kind().isNumeric()))
                .toList();
        List<List<Cells.Cell>> rows =
                grid.rows().stream().map(row -> cells(grid, row)).toList();
        String none = grid.rows().isEmpty() ? texts.text(key + "." + grid.none()) : "";
        return new Listing(grid.id(), texts.text(key), texts.text(key + ".how"), none, heads, rows);
    }

    private List<Cells.Cell> cells(Grid grid, List<Object> row) {
        List<Cells.Cell> shown = new java.util.ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Grid.Heading column = grid.columns().get(i);
            shown.add(cells.of(column.kind(), column.vocabulary(), row.get(i)));
        }
        return shown;
    }

    static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

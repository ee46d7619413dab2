package io.osusume.report;

import io.osusume.config.RunConfig.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lines that are printed for a person as one page that works by itself: what stands at the margin is its title, two spaces in
 * begin a part, four an item of it, more what is told of the item.
 */
public record Outline(List<String> lines) {
    private static final int PART = 2;
    private static final int ITEM = 4;

    /** A part of the page. */
    public record Part(String title, List<Item> items) {}

    /** An item, with what is told of it. */
    public record Item(String text, List<String> details) {}

    /** The page. Everything that the lines say is text in it, whatever it looks like. */
    public String page(Language language) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lang", language.name().toLowerCase(Locale.ROOT));
        model.put("style", Page.resource("/report/report.css"));
        model.put("title", lines.isEmpty() ? "" : lines.get(0).strip());
        model.put("parts", parts());
        return Page.filled("outline", model, Locale.ROOT);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String text = line.strip();
            int margin = line.length() - line.stripLeading().length();
            List<Item> items =
                    parts.isEmpty() ? List.of() : parts.get(parts.size() - 1).items();
            if (margin <= PART || parts.isEmpty()) {
                parts.add(new Part(text, new ArrayList<>()));
            } else if (margin <= ITEM || items.isEmpty()) {
                items.add(new Item(text, new ArrayList<>()));
            } else {
                items.get(items.size() - 1).details().add(text);
            }
        }
        return parts;
    }
}

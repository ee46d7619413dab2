package io.osusume.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one section of the report tells, in no language yet. */
record Section(String id, List<Figure> figures, Map<String, Grid> grids, List<String> sentences) {

    static Section of(String id, List<Figure> figures, Grid... grids) {
        Map<String, Grid> byId = new LinkedHashMap<>();
        for (Grid grid : grids) {
            byId.put(grid.id(), grid);
        }
        return new Section(id, List.copyOf(figures), byId, List.of());
    }

    /** The same without what says who somebody is. */
    Section nameless() {
        Map<String, Grid> without = new LinkedHashMap<>();
        grids.forEach((name, grid) -> without.put(name, grid.nameless()));
        return new Section(id, figures, without, sentences);
    }

    /** The same with sentences of the night, which are in English. */
    Section saying(List<String> more) {
        return new Section(id, figures, grids, List.copyOf(more));
    }
}

package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tables that write what several rows share in the first of them alone, as pivot tables and many exports of orders do: the first
 * column is empty where it would repeat, and so are others.
 *
 * @param columns the places of the columns that are so, in their order; a number's column only where it tells rows apart, since an
 *     amount of all rows is none of each
 * @param groups rows in which the first column is filled
 * @param rows all rows but totals
 * @param totals rows of totals
 */
public record Outline(List<Integer> columns, long groups, long rows, long totals) {
    private static final int LEAST_GROUPS = 12;
    private static final int LEAST_COLUMNS = 3;
    /** Rows after which a table with hardly an empty first field is none. */
    private static final int SURE = 200;
    /** Rows that are looked at. */
    private static final int MOST = 20_000;

    /** Whether a row goes on with what the row above it began. */
    public enum Kind {
        FIRST,
        FURTHER,
        /** A total, or nothing: no row of the table. */
        NONE
    }

    /** Walks down a table. */
    public static final class Walk {
        private final Map<Integer, String> above = new HashMap<>();
        private final IntPredicate heading;

        /** @param columns those that are empty where they would repeat: only there stand totals, and a product may be called Colgate Total */
        public Walk(List<Integer> columns) {
            this(columns::contains);
        }

        private Walk(IntPredicate heading) {
            this.heading = heading;
        }

        public Kind next(List<String> fields) {
            OptionalInt filled = IntStream.range(0, fields.size())
                    .filter(i -> !isNothing(fields.get(i)))
                    .findFirst();
            if (filled.isEmpty()) {
                return Kind.NONE;
            }
            int first = filled.getAsInt();
            if (heading.test(first) && isTotal(fields.get(first), above.get(first))) {
                return Kind.NONE;
            }
            above.put(first, fields.get(first));
            return first == 0 ? Kind.FIRST : Kind.FURTHER;
        }

        private static boolean isTotal(String text, String above) {
            boolean ofGroup = above != null
                    && text.strip().length() > above.strip().length()
                    && text.contains(above.strip())
                    && Totals.mayBe(text);
            return ofGroup || Totals.is(text);
        }
    }

    /** Counts the rows of a table, to tell whether it is such a one. */
    public static final class Tally {
        private final List<ColumnOrder> columns = new ArrayList<>();
        private final Walk walk = new Walk(i -> true);
        private String group = "";
        private boolean other;
        private boolean further;
        private long groups;
        private long ofSeveral;
        private long rows;
        private long totals;

        /** @param width how many columns the table has */
        public Tally(int width) {
            for (int i = 0; i < width; i++) {
                columns.add(new ColumnOrder());
            }
            other = width < LEAST_COLUMNS;
        }

        /** Whether more rows could tell more. */
        public boolean isOpen() {
            return rows < MOST && !isOther();
        }

        private boolean isOther() {
            return other || (rows >= SURE && 9 * groups > 8 * rows);
        }

        public void add(List<String> fields) {
            Kind kind = walk.next(fields);
            if (kind == Kind.NONE) {
                totals += fields.stream().allMatch(Outline::isNothing) ? 0 : 1;
                return;
            }
            boolean first = kind == Kind.FIRST;
            other |= first ? fields.get(0).strip().equals(group) : groups == 0;
            group = first ? fields.get(0).strip() : group;
            rows++;
            groups += first ? 1 : 0;
            ofSeveral += first || further ? 0 : 1;
            further = !first;
            for (int i = 0; i < columns.size() && i < fields.size(); i++) {
                columns.get(i).add(fields.get(i), first);
            }
        }

        /** With the rows of another file of the same columns. */
        public void add(Tally file) {
            other |= file.other;
            groups += file.groups;
            ofSeveral += file.ofSeveral;
            rows += file.rows;
            totals += file.totals;
            IntStream.range(0, columns.size()).forEach(i -> columns.get(i).add(file.columns.get(i)));
        }

        /** What the table is; empty of one that is none. */
        public Optional<Outline> outline() {
            boolean groupsOfSeveral = !isOther() && groups >= LEAST_GROUPS && 4 * ofSeveral >= groups;
            return groupsOfSeveral && (isSorted() || isTimed())
                    ? Optional.of(new Outline(carried(), groups, rows, totals))
                    : Optional.empty();
        }

        /**
         * The first column is sorted from group to group, and nothing else from row to row: else the rows may be those of orders by
         * their time, some of them nobody's.
         */
        private boolean isSorted() {
            return columns.get(0).isSorted() && ofRows().stream().noneMatch(ColumnOrder::isSorted);
        }

        /** The rows that have no first field have no time either, as each sale has. */
        private boolean isTimed() {
            return columns.stream().anyMatch(c -> c.isTime() && isLike(c, columns.get(0)))
                    && ofRows().stream().noneMatch(ColumnOrder::isTime);
        }

        /** Those that are filled in most of the rows that have no first field. */
        private List<ColumnOrder> ofRows() {
            return columns.stream()
                    .filter(c -> 2 * c.inOthers() > rows - groups)
                    .toList();
        }

        private List<Integer> carried() {
            List<ColumnOrder> levels = new ArrayList<>(columns.subList(0, 1));
            while (levels.size() < columns.size() - 1 && isLevel(columns.get(levels.size()))) {
                levels.add(columns.get(levels.size()));
            }
            return IntStream.range(0, columns.size())
                    .filter(i -> i < levels.size()
                            || (!columns.get(i).isNumber() && levels.stream().anyMatch(l -> isLike(columns.get(i), l))))
                    .boxed()
                    .toList();
        }

        /** Whether it begins groups within those of the columns before it: sorted ones, or such as have a time. */
        private boolean isLevel(ColumnOrder column) {
            return column.inFirst() == groups
                    && column.inOthers() > 0
                    && column.inOthers() < rows - groups
                    && (column.isSortedWithin()
                            || columns.stream().anyMatch(c -> c != column && c.isTime() && isLike(c, column)));
        }

        /** Whether it is filled in as many rows of each kind. */
        private boolean isLike(ColumnOrder column, ColumnOrder level) {
            return column.inFirst() == groups && column.inOthers() == level.inOthers();
        }
    }

    /** Whether a field is empty. */
    public static boolean isNothing(String field) {
        return field == null || field.isBlank();
    }
}

package io.osusume.sheets;

/** Text from anywhere, made so that a spreadsheet shows it and does nothing else with it. */
final class SafeText {
    /** What a spreadsheet takes for the beginning of a formula, in full width too. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";
    /** Excel's limit of one cell. */
    private static final int LONGEST = 32_000;

    private SafeText() {}

    /** Without what no XML may hold, and not longer than a cell may be. */
    static String cell(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(SafeText::isXml).limit(LONGEST / 2).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFFFE)
                || c >= 0x10000;
    }

    /** As a field of a CSV file: in quotes where it must be, after an apostrophe where a spreadsheet would take it for a formula. */
    static String csv(String text) {
        String cell = cell(text);
        String shown = !cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean quoted = shown.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                || !shown.equals(shown.strip());
        return quoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }
}

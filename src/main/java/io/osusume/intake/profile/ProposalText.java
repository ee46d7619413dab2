package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A proposal as a configuration file, with comments that say what it was made of and what only a person knows. */
public final class ProposalText {
    private final Proposal proposal;
    private final Optional<Findings> findings;
    private final StringBuilder text = new StringBuilder();

    private ProposalText(Proposal proposal, Optional<Findings> findings) {
        this.proposal = proposal;
        this.findings = findings;
    }

    /** Just enough to read the inputs by, before it is known what they hold. */
    public static String draft(Proposal proposal) {
        ProposalText writer = new ProposalText(proposal, Optional.empty());
        writer.sources();
        proposal.inputs().forEach(writer::input);
        return writer.text.toString();
    }

    /** The whole file. */
    public static String of(Proposal proposal, Findings findings) {
        ProposalText writer = new ProposalText(proposal, Optional.of(findings));
        writer.line("# Proposed by `osusume init` on " + findings.today()
                + ". Behind each column stand values of the file and how sure" + " the proposal is.");
        writer.line(
                "# A line that begins with \"# ?\" is a question that only you can answer: take off the \"# ?\" where it holds.");
        writer.line("# Every setting and its meaning: src/main/resources/reference.conf.");
        writer.line("");
        writer.text.append(new ProposedSettings(proposal, findings).run());
        writer.sources();
        proposal.inputs().forEach(writer::input);
        writer.text.append(new ProposedSettings(proposal, findings).rest());
        writer.missing();
        writer.unused();
        return writer.text.toString();
    }

    private void sources() {
        Set<TableProfile> tables = new LinkedHashSet<>();
        proposal.inputs().stream().filter(i -> i.query().isPresent()).forEach(i -> tables.addAll(i.from()));
        if (tables.isEmpty()) {
            return;
        }
        line("# Files that queries below read, by name.");
        line("sources {");
        for (TableProfile table : tables) {
            line("  " + Hocon.key(table.name()) + " {");
            source(table, "    ");
            line("  }");
        }
        line("}");
        line("");
    }

    private void source(TableProfile table, String indent) {
        TableSample sample = table.sample();
        if (!sample.format().equals("csv")) {
            line(indent + "format = " + sample.format());
        }
        line(indent + "path = " + Hocon.value(sample.path()));
        sample.where()
                .ifPresent(w -> line(indent + "# Of its rows those are read of which " + w
                        + ": the others say the same in other languages."));
        sample.layout().ifPresent(layout -> {
            if (!layout.encoding().equals(Encodings.UTF_8)) {
                line(indent + "encoding = " + Hocon.value(layout.encoding()));
            }
            if (layout.delimiter() != ',') {
                line(indent + "options { delimiter = " + Hocon.value(String.valueOf(layout.delimiter())) + " }");
            }
            if (!layout.header()) {
                line(indent + "options { header = false } # no line names the columns");
            }
        });
    }

    private void input(ProposedInput proposed) {
        String name = proposed.input().name();
        line("# " + capital(proposed.input().table().grain()) + ": "
                + proposed.from().stream().map(t -> file(t.sample().path())).collect(Collectors.joining(", ")) + ".");
        findings.ifPresent(f -> f.remarks().getOrDefault(name, List.of()).forEach(this::comment));
        proposed.remarks().forEach(this::comment);
        line("inputs." + name + " {");
        if (proposed.query().isPresent()) {
            line("  query = \"\"\"" + proposed.query().get().replace("\n", "\n           ") + "\"\"\"");
        } else {
            source(proposed.from().get(0), "  ");
        }
        line("  columns {");
        int width = proposed.columns().stream()
                .mapToInt(c -> assignment(c).length())
                .filter(n -> n < 70)
                .max()
                .orElse(0);
        proposed.columns().forEach(c -> column(c, width));
        optional(proposed).ifPresent(o -> line("    # not found: " + o));
        new UnreadColumns(proposal).of(proposed).ifPresent(names -> line("    # not read: " + names));
        line("  }");
        line("}");
        proposed.questions().forEach(this::question);
        line("");
    }

    private void column(ProposedColumn column, int width) {
        String examples = column.examples().stream().map(Hocon::example).collect(Collectors.joining(", "));
        String says = (examples.isEmpty() ? "" : examples + "; ")
                + column.sureness()
                + (column.note().isEmpty() ? "" : "; " + column.note());
        String written = assignment(column);
        line("    " + written + " ".repeat(Math.max(1, width + 1 - written.length())) + "# " + says);
    }

    private static String assignment(ProposedColumn column) {
        return column.target() + " = " + Hocon.value(column.sql());
    }

    private static Optional<String> optional(ProposedInput proposed) {
        String names = proposed.input().table().columns().stream()
                .map(Field::name)
                .filter(n -> proposed.column(n).isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private void missing() {
        List<Input> absent =
                Input.all().stream().filter(i -> proposal.input(i).isEmpty()).toList();
        if (!absent.isEmpty()) {
            line("# No file fits these; with one more would be known:");
            absent.forEach(i -> line("#   " + i.name() + " (" + i.table().grain() + "): without it " + i.without()));
        }
    }

    private void unused() {
        if (!proposal.unused().isEmpty() || !proposal.strange().isEmpty()) {
            line("# Files that are no input:");
            proposal.unused()
                    .forEach(t -> line("#   " + file(t.sample().path()) + " ("
                            + String.join(
                                    ", ", t.sample().columns().stream().limit(6).toList())
                            + (t.columns().size() > 6 ? ", …" : "") + ")"
                            + proposal.why(t)));
            proposal.strange().forEach(f -> line("#   " + f.getFileName() + " (" + FirstBytes.told(f) + ")"));
        }
    }

    private void question(String question) {
        List<String> lines = question.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line((i == lines.size() - 1 ? "# ? " : "# ") + lines.get(i));
        }
    }

    private void comment(String remark) {
        remark.lines().forEach(l -> line("# " + l));
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

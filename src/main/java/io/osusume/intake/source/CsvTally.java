package io.osusume.intake.source;

import io.osusume.intake.profile.CsvNames;
import io.osusume.intake.profile.GroupedReport;
import io.osusume.intake.profile.Outline;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** What is counted while a csv file is looked through, record by record. */
final class CsvTally {
    /** Records that are kept to judge a file's layout by. */
    private static final int HEAD = 100;

    private final List<String> header;
    private final List<List<String>> head = new ArrayList<>();
    private boolean breaks;
    private long open;
    private long count;
    private long again;
    private long damaged;
    private long firstDamaged;
    private long odd;
    private long firstOdd;
    private final GroupedReport.Tally report;
    private final Outline.Tally outline;

    /** @param first the file's first record, the header where it has one */
    CsvTally(List<String> header, CsvRecords first) {
        this.header = header;
        this.report = new GroupedReport.Tally(header.size());
        this.outline = new Outline.Tally(header.size());
        this.breaks = first.hasBreaks();
        this.open = first.isOpen() ? first.line() : 0;
    }

    void add(CsvRecords record) {
        count++;
        if (count <= HEAD) {
            head.add(record.fields());
        }
        if (report.mayBe()) {
            report.add(GroupedReport.kind(record.fields()));
        }
        if (outline.isOpen()) {
            outline.add(record.fields());
        }
        boolean fits = record.width() == header.size();
        breaks |= record.hasBreaks() && fits;
        if (record.isDamaged()) {
            damaged++;
            firstDamaged = damaged == 1 ? record.line() : firstDamaged;
        }
        if (!fits) {
            odd++;
            firstOdd = odd == 1 ? record.line() : firstOdd;
        }
        open = open == 0 && record.isOpen() ? record.line() : open;
        again += fits && record.is(header) ? 1 : 0;
    }

    CsvFile of(Path path, List<List<String>> titles, CsvRecords last) {
        return new CsvFile(
                path,
                titles,
                CsvNames.of(header),
                header,
                breaks,
                head,
                count == 0 ? CsvFile.Record.NONE : last.last(),
                new CsvFile.Figures(count, again, damaged, firstDamaged, odd, firstOdd, open),
                report.report(),
                outline);
    }
}

package io.osusume.intake.source;

import io.osusume.errors.UserException;
import io.osusume.intake.profile.Outline;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * Looks through a csv file before it is read: which columns it has, and whether line breaks stand between its quotes. It goes
 * through the whole file, since one break anywhere decides how all of it is read, and a break that was missed would cut a
 * record in two without a word; what it keeps does not grow with the file.
 */
final class CsvProbe {
    /** Columns that a table has at most; Spark's reader takes no more either. */
    static final int MOST_COLUMNS = 20_480;

    private final SourceFiles files;
    private final CsvDialect dialect;

    CsvProbe(SourceFiles files, CsvDialect dialect) {
        this.files = files;
        this.dialect = dialect;
    }

    /** Looks at each file, several at once. */
    List<CsvFile> all() {
        return files.all().parallelStream().map(this::of).toList();
    }

    private CsvFile of(FileStatus file) {
        try {
            Optional<String> other = OtherKind.of(file.getPath(), files.key(), files.hadoop());
            if (other.isPresent()) {
                throw UserException.configuration(
                        files.key() + ".path: " + file.getPath().toUri().getPath() + " " + other.get());
            }
            CsvFile read = read(file.getPath(), 0);
            int titles = dialect.header() ? Titles.above(read) : 0;
            return titles == 0 ? read : read(file.getPath(), titles);
        } catch (FileNotFoundException e) {
            throw files.gone(file.getPath());
        } catch (EOFException e) {
            throw UserException.data(
                    files.key() + ".path: " + file.getPath().toUri().getPath()
                            + " ends too early: it was cut off while it was written or copied. Copy it again.");
        } catch (IOException e) {
            throw UserException.data(
                    files.key() + ".path: " + file.getPath().toUri().getPath() + " cannot be read: " + e.getMessage()
                            + ". Copy it again, or leave it out.");
        }
    }

    static Reader open(Path path, Charset charset, Configuration hadoop) throws IOException {
        return new InputStreamReader(bytes(path, hadoop), charset);
    }

    /** The bytes of a file, unpacked where its name says how. */
    static InputStream bytes(Path path, Configuration hadoop) throws IOException {
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        InputStream raw = path.getFileSystem(hadoop).open(path);
        return codec == null ? raw : codec.createInputStream(raw);
    }

    private CsvFile read(Path path, int above) throws IOException {
        try (Reader in = open(path, dialect.charset(), files.hadoop())) {
            CsvRecords records = new CsvRecords(in, dialect);
            List<List<String>> titles = new ArrayList<>();
            for (int i = 0; i < above && records.next(); i++) {
                titles.add(records.fields());
            }
            return read(path, titles, records);
        }
    }

    private CsvFile read(Path path, List<List<String>> titles, CsvRecords records) throws IOException {
        if (!records.next()) {
            return new CsvFile(
                    path,
                    titles,
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    CsvFile.Record.NONE,
                    CsvFile.Figures.NONE,
                    Optional.empty(),
                    new Outline.Tally(0));
        }
        if (records.width() > MOST_COLUMNS) {
            throw tooWide(path, records.width());
        }
        List<String> first = records.fields();
        List<String> header = dialect.header() ? first : places(first.size());
        CsvTally tally = new CsvTally(header, records);
        boolean there = dialect.header() ? records.next() : true;
        while (there) {
            tally.add(records);
            there = records.next();
        }
        return tally.of(path, titles, records);
    }

    private static List<String> places(int width) {
        return java.util.stream.IntStream.range(0, width)
                .mapToObj(i -> "_c" + i)
                .toList();
    }

    private UserException tooWide(Path path, int width) {
        return UserException.configuration(String.format(
                java.util.Locale.ROOT,
                "%s.path: the first line of %s has %,d fields, and a table has %,d columns at most. Check the file, and"
                        + " %s.options.delimiter (now %s).",
                files.key(),
                path.toUri().getPath(),
                width,
                MOST_COLUMNS,
                files.key(),
                dialect.delimiter()));
    }
}

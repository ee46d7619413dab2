package io.osusume.intake.source;

import io.osusume.errors.UserException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Looks through a csv file before it is read: which columns it has, and whether line breaks stand between its quotes. */
final class CsvProbe {
    /** Records that are kept to judge a file's layout by. */
    private static final int HEAD = 100;
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
        try (Reader in = open(file.getPath(), dialect.charset(), files.hadoop())) {
            return read(file.getPath(), new CsvRecords(in, dialect));
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

    private CsvFile read(Path path, CsvRecords records) throws IOException {
        if (!records.next()) {
            return new CsvFile(path, List.of(), List.of(), false, List.of(), CsvFile.Record.NONE, CsvFile.Figures.NONE);
        }
        if (records.width() > MOST_COLUMNS) {
            throw tooWide(path, records.width());
        }
        List<String> first = records.fields();
        List<String> header = dialect.header() ? first : places(first.size());
        List<List<String>> head = new ArrayList<>();
        long count = 0;
        long again = 0;
        long damaged = 0;
        long firstDamaged = 0;
        long open = records.isOpen() ? records.line() : 0;
        long odd = 0;
        long firstOdd = 0;
        boolean breaks = records.hasBreaks();
        boolean there = dialect.header() ? records.next() : true;
        while (there) {
            count++;
            if (count <= HEAD) {
                head.add(records.fields());
            }
            breaks |= records.hasBreaks() && records.width() == header.size();
            if (records.isDamaged()) {
                damaged++;
                firstDamaged = damaged == 1 ? records.line() : firstDamaged;
            }
            if (records.width() != header.size()) {
                odd++;
                firstOdd = odd == 1 ? records.line() : firstOdd;
            }
            open = open == 0 && records.isOpen() ? records.line() : open;
            again += records.width() == header.size() && records.is(header) ? 1 : 0;
            there = records.next();
        }
        CsvFile.Record last = count == 0 ? CsvFile.Record.NONE : records.last();
        return new CsvFile(
                path,
                CsvNames.of(header),
                header,
                breaks,
                head,
                last,
                new CsvFile.Figures(count, again, damaged, firstDamaged, odd, firstOdd, open));
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

package io.osusume.intake.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.osusume.errors.UserException;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** How the documents of a json file lie in it. */
final class JsonProbe {
    /** How a file is read. */
    enum Layout {
        NOTHING,
        /** One document a line. */
        LINES,
        /** One document, or an array of documents, over several lines. */
        WHOLE
    }

    /** So many lines are looked at to see whether each is a document. */
    private static final int LINES = 100;

    private final SourceFiles files;
    private final Charset charset;

    JsonProbe(SourceFiles files, Charset charset) {
        this.files = files;
        this.charset = charset;
    }

    /**
     * Reads the first document of a file.
     *
     * @throws UserException where it goes over several lines and is not whole, or not the only one
     */
    Layout of(FileStatus file) {
        Path path = file.getPath();
        try (BufferedReader in = new BufferedReader(CsvProbe.open(path, charset, files.hadoop()))) {
            skipMark(in);
            return layout(path, new JsonFactory().createParser(in));
        } catch (FileNotFoundException e) {
            throw files.gone(path);
        } catch (IOException e) {
            throw UserException.data(files.key() + ".path: " + path.toUri().getPath() + " cannot be read: "
                    + e.getMessage() + ". Copy it again, or leave it out.");
        }
    }

    private Layout layout(Path path, JsonParser parser) throws IOException {
        int first = 1;
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Layout.NOTHING;
            }
            first = parser.currentTokenLocation().getLineNr();
            parser.skipChildren();
            if (parser.currentLocation().getLineNr() == first) {
                return Layout.LINES;
            }
            if (parser.nextToken() != null) {
                throw several(path, parser.currentTokenLocation().getLineNr());
            }
            return Layout.WHOLE;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? first : e.getLocation().getLineNr();
            if (line == first) {
                return Layout.LINES; // the line is corrupt, as others may be
            }
            if (hasWholeLine(path) || isOneLine(path)) {
                return Layout.LINES; // the first is cut off, so that it seems to go on in the next
            }
            throw UserException.data(
                    files.key() + ".path: " + path.toUri().getPath() + " is no whole json document (line "
                            + line + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + "). It may be cut off: copy it again. Where each line is a document, none may go over several lines.");
        }
    }

    /** Whether a line that is not indented is a document for itself, among the first. */
    private boolean hasWholeLine(Path path) throws IOException {
        try (BufferedReader in = new BufferedReader(CsvProbe.open(path, charset, files.hadoop()))) {
            return in.lines().limit(LINES).filter(line -> line.startsWith("{")).anyMatch(JsonProbe::isWhole);
        }
    }

    /** Whether the file is one line, of an object: it may lie beside files of many. */
    private boolean isOneLine(Path path) throws IOException {
        try (BufferedReader in = new BufferedReader(CsvProbe.open(path, charset, files.hadoop()))) {
            List<String> lines =
                    in.lines().filter(line -> !line.isBlank()).limit(2).toList();
            return lines.size() == 1 && lines.get(0).startsWith("{");
        }
    }

    private static boolean isWhole(String line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private UserException several(Path path, int line) {
        return UserException.configuration(files.key() + ".path: "
                + path.toUri().getPath()
                + " holds several json documents that go over several lines each (the second begins in line " + line
                + "). Write one document a line, as with\n    jq -c . " + path.getName()
                + " > lines.jsonl\nor all in one array.");
    }

    private static void skipMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != '\ufeff') {
            in.reset();
        }
    }
}

package io.osusume.io;

import io.osusume.tables.Contract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the footers of Parquet files into one order, and the contract's version among their metadata. Parquet lists a column's encodings as a hash set of enum constants
 * happens to give them, which differs from one Java process to the next; sorted, the same rows are the same bytes.
 */
final class Footers {
    /** The footer's length and Parquet's four letters, which end every file. */
    private static final int TAIL = 8;

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private Footers() {}

    /** Finishes each Parquet file of a folder. */
    static void finish(FileSystem files, Path folder) throws IOException {
        for (FileStatus file : files.listStatus(folder, p -> p.getName().endsWith(".parquet"))) {
            finish(files, file);
        }
    }

    private static void finish(FileSystem files, FileStatus file) throws IOException {
        long rows;
        FileMetaData metadata;
        try (FSDataInputStream in = files.open(file.getPath())) {
            byte[] tail = new byte[TAIL];
            in.readFully(file.getLen() - TAIL, tail);
            byte[] footer = new byte
                    [ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt()];
            rows = file.getLen() - TAIL - footer.length;
            in.readFully(rows, footer);
            metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
        }
        sort(metadata);
        metadata.addToKey_value_metadata(
                new KeyValue(Contract.VERSION_KEY).setValue(Integer.toString(Contract.VERSION)));
        rewrite(files, file.getPath(), rows, bytes(metadata));
    }

    private static void sort(FileMetaData metadata) {
        for (RowGroup group : metadata.getRow_groups()) {
            for (ColumnChunk column : group.getColumns()) {
                List<Encoding> encodings = column.getMeta_data().getEncodings();
                List<Encoding> sorted = encodings.stream()
                        .sorted(Comparator.comparingInt(Encoding::getValue))
                        .toList();
                column.getMeta_data().setEncodings(sorted);
            }
        }
    }

    private static byte[] bytes(FileMetaData metadata) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(metadata, bytes);
        return bytes.toByteArray();
    }

    /** The first {@code rows} bytes of the file, then the footer. */
    private static void rewrite(FileSystem files, Path path, long rows, byte[] footer) throws IOException {
        Path sorted = new Path(path.getParent(), "_" + path.getName());
        try (FSDataInputStream in = files.open(path);
                FSDataOutputStream out = files.create(sorted)) {
            IOUtils.copyBytes(in, out, rows, false);
            out.write(footer);
            out.write(ByteBuffer.allocate(TAIL)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(footer.length)
                    .put(MAGIC)
                    .array());
        }
        files.delete(path, false);
        if (!files.rename(sorted, path)) {
            throw new IOException("cannot rename " + sorted + " to " + path);
        }
    }
}

package io.osusume.intake.source;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;

/** Reads {@code .zst} without the native library that Hadoop's own codec needs. Hadoop makes it by its name. */
public final class ZstdCodec implements CompressionCodec {
    @Override
    public CompressionInputStream createInputStream(InputStream in) throws IOException {
        ZstdInputStream plain = new ZstdInputStream(in);
        return new CompressionInputStream(plain) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return plain.read(bytes, from, length);
            }

            @Override
            public int read() throws IOException {
                return plain.read();
            }

            @Override
            public void resetState() {
                // nothing is kept beside the stream
            }
        };
    }

    @Override
    public CompressionInputStream createInputStream(InputStream in, Decompressor none) throws IOException {
        return createInputStream(in);
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out) throws IOException {
        ZstdOutputStream packed = new ZstdOutputStream(out);
        return new CompressionOutputStream(packed) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                packed.write(bytes, from, length);
            }

            @Override
            public void write(int b) throws IOException {
                packed.write(b);
            }

            @Override
            public void finish() throws IOException {
                packed.flush();
            }

            @Override
            public void resetState() {
                // nothing is kept beside the stream
            }
        };
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out, Compressor none) throws IOException {
        return createOutputStream(out);
    }

    @Override
    public Class<? extends Compressor> getCompressorType() {
        return null;
    }

    @Override
    public Compressor createCompressor() {
        return null;
    }

    @Override
    public Class<? extends Decompressor> getDecompressorType() {
        return null;
    }

    @Override
    public Decompressor createDecompressor() {
        return null;
    }

    @Override
    public String getDefaultExtension() {
        return ".zst";
    }
}

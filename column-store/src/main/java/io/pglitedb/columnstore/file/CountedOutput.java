package io.pglitedb.columnstore.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;

/// A stream that knows how far it is. IOExceptions leave as 58030 naming the file.
public class CountedOutput extends OutputStream {
    private final OutputStream out;
    private final Path file;
    private final CRC32 checksum = new CRC32();
    private long position;

    public CountedOutput(OutputStream out, Path file) {
        this.out = out;
        this.file = file;
    }

    /// Bytes written so far.
    public final long position() {
        return position;
    }

    public final void startChecksum() {
        checksum.reset();
    }

    /// CRC-32 of what was written since `startChecksum`.
    public final int checksum() {
        return (int) checksum.getValue();
    }

    @Override
    public final void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public final void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public final void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
            position += length;
            checksum.update(bytes, offset, length);
        } catch (IOException failure) {
            throw FileErrors.io("write", file, failure);
        }
    }

    @Override
    public final void flush() {
        try {
            out.flush();
        } catch (IOException failure) {
            throw FileErrors.io("write", file, failure);
        }
    }

    @Override
    public void close() {
        flush();
    }
}

package io.pglitedb.executor.command.copy;

import io.pglitedb.executor.session.CopyInput;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The bytes of COPY FROM, as UTF-8, one at a time with a look ahead.
final class CopySource implements AutoCloseable {
    static final int END = -1;
    private static final int CHUNK_BYTES = 1 << 16;

    /// Appends some bytes; false at the end.
    interface Chunks extends AutoCloseable {
        boolean read(ByteWriter target);

        @Override
        void close();
    }

    private final Chunks chunks;
    private final ByteWriter buffer = new ByteWriter(CHUNK_BYTES);
    private int next;
    private boolean ended;

    private CopySource(Chunks chunks) {
        this.chunks = chunks;
    }

    static CopySource of(Chunks chunks) {
        return new CopySource(chunks);
    }

    /// The client's bytes as UTF-8.
    static Chunks client(CopyInput input, Charset encoding) {
        return encoded(
                new Chunks() {
                    @Override
                    public boolean read(ByteWriter target) {
                        return input.read(target);
                    }

                    @Override
                    public void close() {}
                },
                encoding);
    }

    /// A file's bytes as UTF-8.
    static Chunks file(InputStream in, String name, Charset encoding) {
        byte[] chunk = new byte[CHUNK_BYTES];
        return encoded(
                new Chunks() {
                    @Override
                    public boolean read(ByteWriter target) {
                        try {
                            int count = in.read(chunk);
                            if (count > 0) {
                                target.putBytes(chunk, 0, count);
                            }
                            return count >= 0;
                        } catch (IOException failure) {
                            throw FileFailure.of("could not read from COPY file", failure);
                        }
                    }

                    @Override
                    public void close() {
                        try {
                            in.close();
                        } catch (IOException failure) {
                            throw FileFailure.of("could not close file \"%s\"".formatted(name), failure);
                        }
                    }
                },
                encoding);
    }

    /// Single-byte encodings become UTF-8 chunk by chunk.
    private static Chunks encoded(Chunks chunks, Charset encoding) {
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return chunks;
        }
        ByteWriter raw = new ByteWriter(CHUNK_BYTES);
        return new Chunks() {
            @Override
            public boolean read(ByteWriter target) {
                raw.clear();
                boolean more = chunks.read(raw);
                target.putUtf8(new String(raw.array(), 0, raw.size(), encoding));
                return more;
            }

            @Override
            public void close() {
                chunks.close();
            }
        };
    }

    /// The next byte, or [#END].
    int read() {
        return fill() ? buffer.array()[next++] & 0xff : END;
    }

    /// The byte that `read` will give.
    int peek() {
        return fill() ? buffer.array()[next] & 0xff : END;
    }

    /// Takes the bytes up to the next one that `special` marks, by unsigned value, as far as they are at hand,
    /// and appends them to both.
    void takePlain(boolean[] special, ByteWriter first, ByteWriter second) {
        byte[] bytes = buffer.array();
        int from = next;
        int to = from;
        int end = buffer.size();
        while (to < end && !special[bytes[to] & 0xff]) {
            to++;
        }
        first.putBytes(bytes, from, to - from);
        second.putBytes(bytes, from, to - from);
        next = to;
    }

    private boolean fill() {
        while (next == buffer.size()) {
            if (ended) {
                return false;
            }
            buffer.clear();
            next = 0;
            ended = !chunks.read(buffer);
        }
        return true;
    }

    /// Fills the array as far as there are bytes; the number read.
    int read(byte[] target) {
        int count = 0;
        while (count < target.length && fill()) {
            int part = Math.min(target.length - count, buffer.size() - next);
            System.arraycopy(buffer.array(), next, target, count, part);
            next += part;
            count += part;
        }
        return count;
    }

    /// Reads what is left and forgets it: a client may still send.
    void drain() {
        while (fill()) {
            next = buffer.size();
        }
    }

    @Override
    public void close() {
        chunks.close();
    }
}

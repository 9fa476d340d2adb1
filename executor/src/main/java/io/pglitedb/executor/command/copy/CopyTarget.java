package io.pglitedb.executor.command.copy;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.FileFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Where the bytes of COPY TO go, a row at a time. `finish` ends it well, `close` in any case.
interface CopyTarget extends AutoCloseable {
    void row(ByteWriter bytes);

    void finish();

    @Override
    void close();

    /// The client.
    record Client(ResponseSink sink) implements CopyTarget {
        static Client open(ResponseSink sink, ColumnFormat format, int columnCount) {
            sink.copyOut(format, columnCount);
            return new Client(sink);
        }

        @Override
        public void row(ByteWriter bytes) {
            sink.copyData(bytes.array(), 0, bytes.size());
        }

        @Override
        public void finish() {
            sink.copyDone();
        }

        @Override
        public void close() {}
    }

    /// A file of the server.
    record File(OutputStream out, String name) implements CopyTarget {
        @Override
        public void row(ByteWriter bytes) {
            try {
                out.write(bytes.array(), 0, bytes.size());
            } catch (IOException failure) {
                throw FileFailure.of("could not write to COPY file", failure);
            }
        }

        @Override
        public void finish() {
            try {
                out.flush();
            } catch (IOException failure) {
                throw FileFailure.of("could not write to COPY file", failure);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException failure) {
                throw FileFailure.of("could not close file \"%s\"".formatted(name), failure);
            }
        }
    }

    /// Writes in another encoding than UTF-8.
    record Encoded(CopyTarget target, Charset encoding) implements CopyTarget {
        @Override
        public void row(ByteWriter bytes) {
            String text = new String(bytes.array(), 0, bytes.size(), StandardCharsets.UTF_8);
            ByteWriter encoded = new ByteWriter(bytes.size());
            encoded.putBytes(text.getBytes(encoding));
            target.row(encoded);
        }

        @Override
        public void finish() {
            target.finish();
        }

        @Override
        public void close() {
            target.close();
        }
    }
}

package io.pglitedb.executor.command.copy;

import io.pglitedb.executor.run.Cancellation;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Makes values of COPY's text on a thread of its own, while the session writes the rows before.
/// ```
///   client, file ──chunks──▶ session ──▶ parser thread: lines, fields, values ──batches of rows──▶ session: INSERT
/// ```
/// The session itself asks the client for its bytes, some 256 KiB at a time, when the parser has none left. Rows,
/// and the error that ends them, come in their order; errors tell the line that they are of, whoever finds them.
final class ParsedAhead implements RecordReader, AutoCloseable {
    private static final int BATCH_ROWS = 256;
    private static final int BATCHES_MAX = 16;
    /// What has been read and the mark of the end.
    private static final int CHUNKS_MAX = 2;

    private static final int CHUNK_BYTES = 1 << 18;
    private static final int WAIT_MS = 50;
    private static final byte[] END = {};

    /// Some rows with their lines.
    private static final class Batch {
        final Object[][] rows = new Object[BATCH_ROWS][];
        final long[] lines = new long[BATCH_ROWS];
        final int[] textEnds = new int[BATCH_ROWS];
        final ByteWriter texts = new ByteWriter(BATCH_ROWS * 64);
        int count;
        /// Whether no batch comes behind it.
        boolean last;
        /// Why; null at the end of the data.
        RuntimeException failure;

        String text(int row) {
            int from = row == 0 ? 0 : textEnds[row - 1];
            return new String(texts.array(), from, textEnds[row] - from, StandardCharsets.UTF_8);
        }
    }

    private final CopySource.Chunks input;
    private final CopyPosition position;
    private final Cancellation cancellation;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_MAX);
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES_MAX);
    private final CopyPosition parserPosition;
    private final Thread thread;
    private boolean inputEnded;
    /// Whether the parser has nothing left.
    private volatile boolean hungry;
    private Batch current = new Batch();
    private int next;

    /// @param input in UTF-8; closed by the caller
    /// @param position told of each row that is given
    /// @param parserPosition the parser's own
    ParsedAhead(
            CopySource.Chunks input,
            CopyPosition position,
            CopyPosition parserPosition,
            Cancellation cancellation,
            Function<CopySource, TextRecordReader> parser) {
        this.input = input;
        this.position = position;
        this.parserPosition = parserPosition;
        this.cancellation = cancellation;
        this.thread = Thread.ofPlatform().daemon().name("copy parser").start(() -> parse(parser));
    }

    @Override
    public void begin() {}

    @Override
    public Object[] next() {
        while (next == current.count) {
            if (current.last) {
                if (current.failure != null) {
                    position.take(parserPosition);
                    throw current.failure;
                }
                return null;
            }
            current = nextBatch();
            next = 0;
        }
        int row = next++;
        Batch batch = current;
        position.line = batch.lines[row];
        position.text = () -> batch.text(row);
        return batch.rows[row];
    }

    /// Feeds the parser when it has nothing left: not before, for whoever waits for the client inserts nothing.
    private Batch nextBatch() {
        while (true) {
            cancellation.check();
            if (!inputEnded && hungry && chunks.isEmpty()) {
                readChunk();
            }
            Batch ready = await();
            if (ready != null) {
                return ready;
            }
        }
    }

    private void readChunk() {
        ByteWriter chunk = new ByteWriter(2 * CHUNK_BYTES);
        while (!inputEnded && chunk.size() < CHUNK_BYTES) {
            inputEnded = !input.read(chunk);
        }
        if (chunk.size() > 0) {
            chunks.add(chunk.toByteArray());
        }
        if (inputEnded) {
            chunks.add(END);
        }
    }

    private Batch await() {
        try {
            return batches.poll(WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
        }
    }

    private void parse(Function<CopySource, TextRecordReader> parser) {
        Batch batch = new Batch();
        try {
            TextRecordReader reader = parser.apply(CopySource.of(new Fed()));
            reader.begin();
            for (Object[] values = reader.next(); values != null; values = reader.next()) {
                batch.rows[batch.count] = values;
                batch.lines[batch.count] = parserPosition.line;
                reader.appendText(batch.texts);
                batch.textEnds[batch.count++] = batch.texts.size();
                if (batch.count == BATCH_ROWS) {
                    batches.put(batch);
                    batch = new Batch();
                }
            }
        } catch (InterruptedException _) {
            return;
        } catch (RuntimeException failure) {
            batch.failure = failure;
        } catch (Error failure) {
            batch.failure = new IllegalStateException("COPY's data could not be read", failure);
        }
        batch.last = true;
        try {
            batches.put(batch);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // Nobody wants it any more.
        }
    }

    /// What the session hands over.
    private final class Fed implements CopySource.Chunks {
        @Override
        public boolean read(ByteWriter target) {
            try {
                hungry = true;
                byte[] chunk = chunks.take();
                hungry = false;
                target.putBytes(chunk, 0, chunk.length);
                return chunk != END;
            } catch (InterruptedException _) {
                throw new IllegalStateException("nobody wants the rows any more");
            }
        }

        @Override
        public void close() {}
    }

    /// Ends the thread.
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(WAIT_MS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

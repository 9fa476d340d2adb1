package io.pglitedb.executor.backend;

import io.pglitedb.planner.ast.SessionStatement.FetchDirection;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A position in the rows of a query. Position 0 is before the first row, n on row n, count + 1 behind the last.
/// What a scrollable cursor has read it keeps. Source of the rules: PostgreSQL's `DoPortalRunFetch`.
public final class Cursor {
    private final CursorOptions options;
    private final Supplier<Object[]> source;
    private final Supplier<Map<Integer, Long>> sourcePosition;
    /// All rows read so far; null while rows go by without being kept.
    private List<Object[]> kept;
    /// Where the source stood after each of them; null for those that nobody can name.
    private final List<Map<Integer, Long>> keptPositions = new ArrayList<>();
    /// Whether `source` has given all.
    private boolean exhausted;
    private long position;
    private boolean behindEnd;

    /// @param sourcePosition see [io.pglitedb.executor.run.RunnablePlan#position]
    Cursor(CursorOptions options, Supplier<Object[]> source, Supplier<Map<Integer, Long>> sourcePosition) {
        this.sourcePosition = sourcePosition;
        this.options = options;
        this.source = source;
        this.kept = options.scroll() ? new ArrayList<>() : null;
    }

    public CursorOptions options() {
        return options;
    }

    /// Whether it stands on a row.
    boolean isOnRow() {
        return position > 0 && !behindEnd;
    }

    /// Rowids, by tables, of what the row that it stands on was made of; null when nobody can name them.
    Map<Integer, Long> rowPosition() {
        return kept == null ? sourcePosition.get() : keptPositions.get((int) position - 1);
    }

    /// Reads everything that is left now. Rows gone by unkept stay gone.
    void keepAll() {
        if (kept == null) {
            kept = new ArrayList<>();
            for (long gone = 0; gone < position && !behindEnd; gone++) {
                kept.add(null);
                keptPositions.add(null);
            }
        }
        while (readOne()) {}
    }

    private boolean readOne() {
        Object[] row = exhausted ? null : source.get();
        if (row == null) {
            exhausted = true;
            return false;
        }
        kept.add(row.clone());
        keptPositions.add(sourcePosition.get());
        return true;
    }

    /// The next row, null behind the last. The array may be the source's own, valid until the next call.
    Object[] forward() {
        if (behindEnd) {
            return null;
        }
        Object[] row;
        if (kept == null) {
            row = source.get();
        } else {
            row = position < kept.size() || readOne() ? kept.get((int) position) : null;
        }
        if (row == null) {
            behindEnd = true;
        }
        position++;
        return row;
    }

    private Object[] backward() {
        if (position == 0) {
            return null;
        }
        position--;
        behindEnd = false;
        return position == 0 ? null : kept.get((int) position - 1);
    }

    private void requireScroll() {
        if (!options.scroll()) {
            throw new PgException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "cursor can only scan forward")
                    .hint("Declare it with SCROLL option to enable backward scan.");
        }
    }

    private void rewind() {
        if (position > 0) {
            requireScroll();
            position = 0;
            behindEnd = false;
        }
    }

    /// FETCH, or MOVE when `receiver` is null.
    ///
    /// @return the number of rows given or passed
    public long fetch(FetchDirection direction, long count, RowReceiver receiver) {
        return switch (direction) {
            case FORWARD -> count < 0 ? goBackward(-count, receiver) : goForward(count, receiver);
            case BACKWARD -> count < 0 ? goForward(-count, receiver) : goBackward(count, receiver);
            case ABSOLUTE -> absolute(count, receiver);
            case RELATIVE -> relative(count, receiver);
        };
    }

    private long absolute(long row, RowReceiver receiver) {
        if (row > 0) {
            if (row <= position) {
                rewind();
            }
            goForward(row - 1 - position, null);
            return goForward(1, receiver);
        }
        if (row < 0) {
            goForward(Long.MAX_VALUE, null);
            if (row < -1) {
                goBackward(-row - 1, null);
            }
            return goBackward(1, receiver);
        }
        rewind();
        return goForward(0, receiver);
    }

    private long relative(long rows, RowReceiver receiver) {
        if (rows > 0) {
            skipForward(rows - 1);
            return goForward(1, receiver);
        }
        if (rows < 0) {
            if (rows < -1) {
                goBackward(-rows - 1, null);
            }
            return goBackward(1, receiver);
        }
        return again(receiver);
    }

    private void skipForward(long rows) {
        if (rows > 0) {
            goForward(rows, null);
        }
    }

    private long goForward(long rows, RowReceiver receiver) {
        if (rows == 0) {
            return again(receiver);
        }
        long done = 0;
        while (done < rows) {
            Object[] row = forward();
            if (row == null) {
                break;
            }
            done++;
            give(row, receiver);
        }
        return done;
    }

    private long goBackward(long rows, RowReceiver receiver) {
        if (rows == 0) {
            return again(receiver);
        }
        requireScroll();
        long done = 0;
        while (done < rows) {
            Object[] row = backward();
            if (row == null) {
                break;
            }
            done++;
            give(row, receiver);
        }
        return done;
    }

    private static void give(Object[] row, RowReceiver receiver) {
        if (receiver != null) {
            receiver.row(row);
        }
    }

    /// The row that the cursor stands on, once more; none before the first and behind the last.
    private long again(RowReceiver receiver) {
        if (position == 0 || behindEnd) {
            return 0;
        }
        if (receiver != null) {
            requireScroll();
            receiver.row(kept.get((int) position - 1));
        }
        return 1;
    }
}

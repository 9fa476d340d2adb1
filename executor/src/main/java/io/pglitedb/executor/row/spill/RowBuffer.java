package io.pglitedb.executor.row.spill;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A growing list of rows, the first in memory, those beyond the budget in a file.
public final class RowBuffer implements AutoCloseable {
    private final RowSerializer serializer;
    private final Path directory;
    private final long bytesMax;
    private final List<Object[]> memory = new ArrayList<>();
    private long bytes;
    /// Null while all rows are in memory.
    private SpillFile file;
    private SpillFile.Reader reader;
    private final LongArrayList offsets = new LongArrayList();

    /// @param bytesMax budget; Long.MAX_VALUE for never a file
    public RowBuffer(RowSerializer serializer, Path directory, long bytesMax) {
        this.serializer = serializer;
        this.directory = directory;
        this.bytesMax = bytesMax;
    }

    public int size() {
        return memory.size() + offsets.size();
    }

    public void add(Object[] row) {
        if (file == null && bytes <= bytesMax) {
            memory.add(row);
            bytes += bytesMax == Long.MAX_VALUE ? 0 : RowSize.of(row);
            return;
        }
        if (file == null) {
            file = new SpillFile(serializer, directory);
            reader = file.reader();
        }
        offsets.add(file.end());
        file.add(row);
    }

    public Object[] get(int index) {
        if (index < memory.size()) {
            return memory.get(index);
        }
        reader.seek(offsets.getLong(index - memory.size()));
        return reader.next();
    }

    /// Removes all rows and the file.
    @Override
    public void close() {
        memory.clear();
        offsets.clear();
        bytes = 0;
        if (file != null) {
            file.close();
            file = null;
            reader = null;
        }
    }
}

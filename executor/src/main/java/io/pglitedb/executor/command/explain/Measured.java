package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.vector.scan.ScanPruning;
import java.util.ArrayList;
import java.util.List;

/// What a plan node did in a run.
final class Measured implements Operator.Report {
    /// Times it was started.
    long loops;
    /// Rows of all loops.
    long rows;
    /// Until the first row, of all loops.
    long firstRowNanos;
    long totalNanos;
    /// Blocks of table files, of all loops.
    long cachedBlocks;
    long readBlocks;
    /// Rows that conditions let not through, of all loops.
    long removed;
    /// Null for what does not sort.
    String sortMethod;
    long sortBytes;
    boolean sortOnDisk;
    /// Of scans of tables with segments, one for each copy.
    final List<ScanPruning> prunings = new ArrayList<>();

    /// A call that began with one reading and ended with the other; gives its nanoseconds.
    long add(Meter.Reading begin, Meter.Reading end) {
        long spent = end.nanos() - begin.nanos();
        totalNanos += spent;
        cachedBlocks += end.blocks().cached() - begin.blocks().cached();
        readBlocks += end.blocks().read() - begin.blocks().read();
        return spent;
    }

    @Override
    public void removedByFilter(long count) {
        removed = Math.max(removed, count);
    }

    @Override
    public void sorted(String method, long bytes, boolean disk) {
        sortMethod = method;
        sortBytes = Math.max(sortBytes, bytes);
        sortOnDisk = disk;
    }
}

package io.pglitedb.executor.vector.scan;

import java.util.List;

/// How much of a table's segments a scan has read, and left out by what it knew of them. May be told by several
/// threads.
public final class ScanPruning {
    private int segmentsRead;
    private int segmentsPruned;
    private long pagesRead;
    private long pagesPruned;

    synchronized void segmentPruned() {
        segmentsPruned++;
    }

    synchronized void segmentRead() {
        segmentsRead++;
    }

    /// @param read whether conditions let it through
    synchronized void page(boolean read) {
        if (read) {
            pagesRead++;
        } else {
            pagesPruned++;
        }
    }

    public static ScanPruning sum(List<ScanPruning> parts) {
        ScanPruning sum = new ScanPruning();
        for (ScanPruning part : parts) {
            synchronized (part) {
                sum.segmentsRead += part.segmentsRead;
                sum.segmentsPruned += part.segmentsPruned;
                sum.pagesRead += part.pagesRead;
                sum.pagesPruned += part.pagesPruned;
            }
        }
        return sum;
    }

    public synchronized boolean isEmpty() {
        return segmentsRead + segmentsPruned == 0;
    }

    @Override
    public synchronized String toString() {
        return "read=%d pruned=%d pages read=%d pruned=%d"
                .formatted(segmentsRead, segmentsPruned, pagesRead, pagesPruned);
    }
}

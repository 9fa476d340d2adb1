package io.pglitedb.columnstore.write;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.BoundaryOrder;
import org.apache.parquet.format.ColumnIndex;

/// Bounds and null counts of a chunk's pages, for the column index.
final class PageStatistics {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final ChunkValues values;
    private final List<Bounds> pages = new ArrayList<>();
    private final List<Long> nullCounts = new ArrayList<>();
    private final List<Boolean> nullPages = new ArrayList<>();

    PageStatistics(ChunkValues values) {
        this.values = values;
    }

    /// A page whose values are [from, to).
    void add(int from, int to, int nullCount) {
        pages.add(values.bounds(from, to));
        nullCounts.add((long) nullCount);
        nullPages.add(from == to);
    }

    long nullCount() {
        return nullCounts.stream().mapToLong(Long::longValue).sum();
    }

    /// False when a page has values without bounds.
    private boolean complete() {
        for (int page = 0; page < pages.size(); page++) {
            if (!nullPages.get(page) && !pages.get(page).known()) {
                return false;
            }
        }
        return true;
    }

    /// Of the whole chunk.
    Bounds bounds() {
        if (!complete()) {
            return Bounds.NONE;
        }
        byte[] least = null;
        byte[] greatest = null;
        for (Bounds page : pages) {
            if (page.known()) {
                least = least == null || values.compareBounds(page.least(), least) < 0 ? page.least() : least;
                greatest = greatest == null || values.compareBounds(page.greatest(), greatest) > 0
                        ? page.greatest()
                        : greatest;
            }
        }
        return new Bounds(least, greatest);
    }

    /// Null when some page has values without bounds.
    ColumnIndex columnIndex() {
        if (!complete()) {
            return null;
        }
        List<ByteBuffer> least = new ArrayList<>();
        List<ByteBuffer> greatest = new ArrayList<>();
        for (Bounds page : pages) {
            least.add(page.known() ? ByteBuffer.wrap(page.least()) : EMPTY);
            greatest.add(page.known() ? ByteBuffer.wrap(page.greatest()) : EMPTY);
        }
        return new ColumnIndex(nullPages, least, greatest, order()).setNull_counts(nullCounts);
    }

    /// Whether the pages stand in order without overlapping: then bounds find a value as well as anything.
    boolean ordered() {
        List<Bounds> known = pages.stream().filter(Bounds::known).toList();
        for (int page = 1; page < known.size(); page++) {
            if (values.compareBounds(
                            known.get(page).least(), known.get(page - 1).greatest())
                    < 0) {
                return false;
            }
        }
        return complete();
    }

    private BoundaryOrder order() {
        boolean ascending = true;
        boolean descending = true;
        List<Bounds> known = pages.stream().filter(Bounds::known).toList();
        for (int page = 1; page < known.size(); page++) {
            Bounds before = known.get(page - 1);
            Bounds after = known.get(page);
            int least = values.compareBounds(before.least(), after.least());
            int greatest = values.compareBounds(before.greatest(), after.greatest());
            ascending &= least <= 0 && greatest <= 0;
            descending &= least >= 0 && greatest >= 0;
        }
        return ascending ? BoundaryOrder.ASCENDING : descending ? BoundaryOrder.DESCENDING : BoundaryOrder.UNORDERED;
    }
}

package io.pglitedb.columnstore.read;

import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;

/// Where a chunk's pages are.
///
/// @param offsets in the file
/// @param lengths in bytes, headers included
/// @param firstRows within the row group
record ChunkPages(long[] offsets, int[] lengths, int[] firstRows) {
    static ChunkPages of(OffsetIndex index) {
        int count = index.getPage_locationsSize();
        ChunkPages pages = new ChunkPages(new long[count], new int[count], new int[count]);
        for (int page = 0; page < count; page++) {
            PageLocation location = index.getPage_locations().get(page);
            pages.offsets[page] = location.getOffset();
            pages.lengths[page] = location.getCompressed_page_size();
            pages.firstRows[page] = (int) location.getFirst_row_index();
        }
        return pages;
    }
}

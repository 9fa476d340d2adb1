package io.pglitedb.columnstore.read;

import java.util.Arrays;

/// The pages of a segment, numbered through all row groups, which are the same rows in every column.
///
/// @param groupFirstPage first page of each row group, and the number of pages at the end
/// @param firstRow position of each page's first row, and the number of rows at the end
/// @param firstRowid rowid of each page's first row
record PageTable(int[] groupFirstPage, long[] firstRow, long[] firstRowid) {
    int pageCount() {
        return firstRowid.length;
    }

    int rows(int page) {
        return (int) (firstRow[page + 1] - firstRow[page]);
    }

    int groupOf(int page) {
        int found = Arrays.binarySearch(groupFirstPage, page);
        return found >= 0 ? found : -found - 2;
    }

    int indexInGroup(int page) {
        return page - groupFirstPage[groupOf(page)];
    }

    int pagesOf(int group) {
        return groupFirstPage[group + 1] - groupFirstPage[group];
    }

    /// The page that has that row.
    int pageOfRow(long position) {
        int found = Arrays.binarySearch(firstRow, position);
        return found >= 0 ? found : -found - 2;
    }

    /// The only page that may have that rowid; -1 when all have greater ones.
    int pageOfRowid(long rowid) {
        int found = Arrays.binarySearch(firstRowid, rowid);
        return found >= 0 ? found : -found - 2;
    }
}

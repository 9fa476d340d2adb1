package io.pglitedb.columnstore.descriptor;

import java.util.List;

/// What the manifest says of a segment: enough to plan a scan and to prune it without opening the file.
///
/// @param fileName within the directory of segments
/// @param tail how to know the file again
/// @param schemaVersion of the table's columns when it was written
/// @param groups row groups in order; rowids ascend through all of them
public record SegmentDescriptor(
        String fileName, FileTail tail, int schemaVersion, List<GroupSummary> groups, List<ColumnSummary> columns) {
    public SegmentDescriptor {
        groups = List.copyOf(groups);
        columns = List.copyOf(columns);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a segment without rows");
        }
        for (ColumnSummary column : columns) {
            if (column.groups().size() != groups.size()) {
                throw new IllegalArgumentException("a zone map for each row group");
            }
        }
    }

    public long rowCount() {
        return groups.stream().mapToLong(GroupSummary::rowCount).sum();
    }

    public long firstRowid() {
        return groups.getFirst().firstRowid();
    }

    public long lastRowid() {
        return groups.getLast().lastRowid();
    }

    /// Null when the segment was written without that column.
    public ColumnSummary column(int fieldId) {
        for (ColumnSummary column : columns) {
            if (column.fieldId() == fieldId) {
                return column;
            }
        }
        return null;
    }
}

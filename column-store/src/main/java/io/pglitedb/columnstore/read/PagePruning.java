package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.descriptor.ZoneMap;
import io.pglitedb.columnstore.predicate.KeyCondition;
import io.pglitedb.columnstore.schema.SegmentSchema;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/// Leaves out what cannot satisfy some conditions: row groups by zone map, then by bloom filter, then pages by
/// the page index. A column that the segment lacks, or whose type has changed since, leaves nothing out.
record PagePruning(
        SegmentDescriptor descriptor,
        SegmentSchema schema,
        PageTable table,
        List<ColumnReader> columns,
        BloomFilters bloomFilters) {
    int[] pages(List<KeyCondition> conditions) {
        IntArrayList pages = new IntArrayList();
        for (int group = 0; group < descriptor.groups().size(); group++) {
            if (KeyCondition.mayHold(conditions, descriptor, group) && bloomMayHold(conditions, group)) {
                addPages(conditions, group, pages);
            }
        }
        return pages.toIntArray();
    }

    private ColumnReader column(KeyCondition condition) {
        int index = schema.indexOf(condition.fieldId());
        return index >= 0
                        && condition.appliesTo(
                                schema.columns().get(index).type().oid())
                ? columns.get(index)
                : null;
    }

    private boolean bloomMayHold(List<KeyCondition> conditions, int group) {
        for (KeyCondition condition : conditions) {
            ColumnReader column = column(condition);
            if (column != null
                    && !condition.equals().isEmpty()
                    && !bloomFilters.mayContain(column.layout(), group, condition.equals())) {
                return false;
            }
        }
        return true;
    }

    private void addPages(List<KeyCondition> conditions, int group, IntArrayList pages) {
        int first = table.groupFirstPage()[group];
        for (int index = 0; index < table.pagesOf(group); index++) {
            if (pageMayHold(conditions, group, index, table.rows(first + index))) {
                pages.add(first + index);
            }
        }
    }

    private boolean pageMayHold(List<KeyCondition> conditions, int group, int index, int rows) {
        for (KeyCondition condition : conditions) {
            ColumnReader column = column(condition);
            if (column != null) {
                ZoneMap[] zones = column.zones(group);
                if (zones.length > 0 && !condition.mayHold(zones[index], rows)) {
                    return false;
                }
            }
        }
        return true;
    }
}

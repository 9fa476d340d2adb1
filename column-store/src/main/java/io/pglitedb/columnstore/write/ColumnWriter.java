package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.descriptor.ColumnSummary;
import io.pglitedb.columnstore.descriptor.DistinctSketch;
import io.pglitedb.columnstore.descriptor.ZoneBuilder;
import io.pglitedb.columnstore.descriptor.ZoneMap;
import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.form.BinaryForm;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.Forms;
import io.pglitedb.columnstore.form.NumberForm;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.List;

/// Takes a column's carriers row after row; gives a chunk per row group.
final class ColumnWriter {
    private final SegmentColumn column;
    private final RowNulls nulls = new RowNulls();
    private final ExceptionsWriter exceptions;
    private final DistinctSketch allDistinct = new DistinctSketch();
    private final ZoneBuilder allZone;
    private final List<ZoneMap> groupZones = new ArrayList<>();
    private ZoneBuilder zone;
    /// Null while the sample that decides it is collected.
    private ColumnForm form;
    private ChunkValues values;
    private List<Object> sample = new ArrayList<>();

    ColumnWriter(SegmentColumn column) {
        this.column = column;
        this.exceptions = new ExceptionsWriter(column);
        this.zone = new ZoneBuilder(column.values());
        this.allZone = new ZoneBuilder(column.values());
        if (!Forms.dependsOnValues(column.type(), column.values())) {
            decide();
        }
    }

    SegmentColumn column() {
        return column;
    }

    ColumnForm form() {
        return form;
    }

    ExceptionsWriter exceptions() {
        return exceptions;
    }

    /// Memory taken by the row group's values.
    long bytes() {
        return values == null ? sample.size() * 32L : values.bytes();
    }

    void append(Object carrier) {
        if (form == null) {
            sample.add(carrier);
            if (sample.size() == Vector.LENGTH_MAX) {
                decide();
            }
        } else {
            add(carrier);
        }
    }

    /// Decides by what has come, if nothing has been decided yet.
    void endSample() {
        if (form == null) {
            decide();
        }
    }

    private void decide() {
        List<Object> present = sample.stream().filter(value -> value != null).toList();
        form = Forms.toWrite(column.type(), column.values(), present);
        values = switch (form) {
            case NumberForm number -> new NumberValues(number);
            case BinaryForm binary -> new BinaryValues(binary);
        };
        sample.forEach(this::add);
        sample = List.of();
    }

    private void add(Object carrier) {
        if (carrier == null) {
            nulls.addNull();
            zone.addNulls(1);
        } else if (form.fits(carrier)) {
            nulls.addValue();
            values.add(carrier);
            if (form instanceof BinaryForm) {
                zone.offer(carrier);
            }
        } else {
            exceptions.add(nulls.rows(), carrier);
            nulls.addNull();
            zone.offer(carrier);
        }
    }

    /// Writes what was appended since the last time.
    WrittenChunk endGroup(int[] pageEnds, CountedOutput out) {
        endSample();
        values.addTo(zone);
        DistinctSketch distinct = new DistinctSketch();
        values.addTo(distinct);
        allDistinct.addAll(distinct);
        allZone.addAll(zone);
        long estimate = distinct.estimate();
        groupZones.add(zone.build(estimate));
        WrittenChunk chunk =
                new ChunkWriter(column.name(), form.physical(), values, nulls, pageEnds).write(out, estimate);
        exceptions.endGroup(pageEnds);
        values.clear();
        nulls.clear();
        zone = new ZoneBuilder(column.values());
        return chunk;
    }

    ColumnSummary summary() {
        ZoneMap whole = allZone.build(allDistinct.estimate());
        return new ColumnSummary(column.fieldId(), column.type(), whole, groupZones);
    }
}

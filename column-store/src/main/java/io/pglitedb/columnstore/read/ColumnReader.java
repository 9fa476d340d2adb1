package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.descriptor.ZoneMap;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.StoredForm;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.vector.Vector;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.apache.parquet.format.ColumnIndex;

/// Reads the pages of one column. Indexes of a row group are parsed when it is first read. Thread-safe.
final class ColumnReader {
    private static final ZoneMap[] UNKNOWN = {};

    private final RangeFile file;
    private final Tail tail;
    private final PageTable table;
    private final ColumnLayout layout;
    private final ValueType type;
    private final PageReader pages;
    private final VectorCache cache;
    private final int segment;
    private final int column;
    private final AtomicReferenceArray<ChunkPages> locations;
    private final AtomicReferenceArray<ChunkPages> exceptionLocations;
    private final AtomicReferenceArray<ZoneMap[]> zones;

    /// @param column its part of the cache's keys
    ColumnReader(
            RangeFile file,
            Tail tail,
            PageTable table,
            ColumnLayout layout,
            ValueType type,
            VectorCache cache,
            int segment,
            int column) {
        this.file = file;
        this.tail = tail;
        this.table = table;
        this.layout = layout;
        this.type = type;
        this.pages = new PageReader(file);
        this.cache = cache;
        this.segment = segment;
        this.column = column;
        int groups = layout.chunks().size();
        this.locations = new AtomicReferenceArray<>(groups);
        this.exceptionLocations = new AtomicReferenceArray<>(groups);
        this.zones = new AtomicReferenceArray<>(groups);
    }

    ColumnLayout layout() {
        return layout;
    }

    ValueType type() {
        return type;
    }

    Vector page(int page) {
        return cache.get(new VectorCache.Key(segment, column, page), () -> decode(page));
    }

    private Vector decode(int page) {
        int group = table.groupOf(page);
        Vector dictionary = layout.chunks().get(group).hasDictionary() ? dictionary(group) : null;
        Vector values = decode(layout.form(), layout.chunks().get(group), locations(group), page, dictionary);
        if (!layout.hasExceptions()) {
            return values;
        }
        ChunkLayout exceptions = layout.exceptions().get(group);
        ColumnForm stored = new StoredForm(type);
        Vector entries = exceptions.hasDictionary() ? readDictionary(stored, exceptions) : null;
        ChunkPages places = locations(exceptionLocations, exceptions, group);
        return Exceptions.overlay(values, decode(stored, exceptions, places, page, entries));
    }

    private Vector decode(ColumnForm form, ChunkLayout chunk, ChunkPages places, int page, Vector dictionary) {
        int index = table.indexInGroup(page);
        int rows = table.rows(page);
        PageReader.DataPage body = pages.data(chunk, places.offsets()[index], places.lengths()[index], rows);
        return guarded(() -> PageDecoder.decode(form, body, rows, dictionary));
    }

    private Vector dictionary(int group) {
        VectorCache.Key key = new VectorCache.Key(segment, column, -1 - group);
        return cache.get(
                key, () -> readDictionary(layout.form(), layout.chunks().get(group)));
    }

    private Vector readDictionary(ColumnForm form, ChunkLayout chunk) {
        PageReader.DictionaryPage page = pages.dictionary(chunk);
        return guarded(() -> PageDecoder.decodeDictionary(form, page));
    }

    /// What a decoder trips over is damage that the checksums did not see.
    private Vector guarded(Supplier<Vector> decoder) {
        try {
            return decoder.get();
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | NegativeArraySizeException
                | PgException damage) {
            throw FileErrors.damaged(file.path(), damage);
        }
    }

    private ChunkPages locations(int group) {
        return locations(locations, layout.chunks().get(group), group);
    }

    private ChunkPages locations(AtomicReferenceArray<ChunkPages> known, ChunkLayout chunk, int group) {
        ChunkPages found = known.get(group);
        if (found == null) {
            found = ChunkPages.of(tail.offsetIndex(chunk));
            check(found, group);
            known.set(group, found);
        }
        return found;
    }

    /// Every column must have its pages cut at the same rows.
    private void check(ChunkPages found, int group) {
        int first = table.groupFirstPage()[group];
        boolean same = found.firstRows().length == table.pagesOf(group);
        for (int index = 0; same && index < found.firstRows().length; index++) {
            same = found.firstRows()[index] == table.firstRow()[first + index] - table.firstRow()[first];
        }
        if (!same) {
            throw FileErrors.damaged(file.path(), "column \"%s\" has other pages".formatted(layout.name()));
        }
    }

    /// Zone maps of the row group's pages; empty when they cannot be relied on.
    ZoneMap[] zones(int group) {
        ZoneMap[] found = zones.get(group);
        if (found == null) {
            found = readZones(group);
            zones.set(group, found);
        }
        return found;
    }

    private ZoneMap[] readZones(int group) {
        if (!layout.form().sqlOrder() || layout.hasExceptions()) {
            return UNKNOWN;
        }
        ColumnIndex index = tail.columnIndex(layout.chunks().get(group));
        return index == null ? UNKNOWN : PageZones.of(index, layout.form(), type);
    }
}

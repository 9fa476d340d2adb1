package io.pglitedb.executor.row.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.TestSession;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.Utf8;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The example bytes of docs/storage-format.md.
final class IndexAccessTest {
    private static final TestSession SESSION = new TestSession(BuiltinCatalog::instance);
    private static final TableDef TABLE = new TableDef(
            20_000,
            "t",
            2200,
            'r',
            'p',
            10,
            0,
            0,
            2,
            16_384,
            List.of(ColumnDef.plain(1, "a", Oids.INT4, -1, 0), ColumnDef.plain(2, "b", Oids.TEXT, -1, 100)),
            TableDef.Traits.PLAIN,
            TableDef.Estimate.UNKNOWN,
            List.of(),
            Optional.empty(),
            Optional.empty());
    private static final Object[] ROW = {5, Utf8.of("hi")};

    private static IndexAccess index(boolean unique, boolean immediate, int column, Integer... included) {
        IndexDef index = new IndexDef(
                20_001,
                "i",
                2200,
                20_000,
                403,
                16_385,
                unique,
                false,
                false,
                false,
                immediate,
                false,
                true,
                true,
                false,
                List.of(new IndexDef.Key(column, 0, 0, false, false)),
                List.of(included),
                Optional.empty(),
                Optional.empty());
        return new IndexAccess(index, TABLE, SESSION);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void uniqueWithInclude() {
        IndexAccess index = index(true, true, 1, 2);
        assertEquals("0180000005", hex(index.key(new Object[] {5}, 7)));
        byte[] value = index.value(7, ROW);
        assertEquals("0000000000000007" + "00" + "0001" + "00" + "0002" + "6869", hex(value));
        assertEquals(7, IndexAccess.rowid(value, 0));
        byte[] key = index.key(new Object[] {5}, 7);
        IndexEntryReader reader = IndexEntryReader.find(index, new ScanTable(1, TABLE, "t", List.of(2, 1)));
        assertArrayEquals(new Object[] {Utf8.of("hi"), 5}, reader.read(key, 0, key.length, value, 0, value.length));
    }

    @Test
    void rowidInTheKey() {
        assertEquals("0168690000" + "00000000000007", hex(index(false, true, 2).key(new Object[] {ROW[1]}, 7)));
        assertEquals("0000000000000007", hex(index(false, true, 2).value(7, ROW)));
        assertEquals(
                "0180000005" + "0000000000000007", hex(index(true, false, 1).key(new Object[] {5}, 7)));
        assertEquals("02" + "0000000000000007", hex(index(true, true, 1).key(new Object[] {null}, 7)));
    }
}

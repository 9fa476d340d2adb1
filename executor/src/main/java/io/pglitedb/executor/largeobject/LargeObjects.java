package io.pglitedb.executor.largeobject;

import io.pglitedb.catalog.define.Comments;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What large objects hold. A page that is missing, or shorter than others follow it, reads as zeros.
public final class LargeObjects {
    static final int PAGE_BYTES = 2048;
    static final long SIZE_MAX = (long) Integer.MAX_VALUE * PAGE_BYTES;

    private static final SystemTable OBJECTS = SystemTables.table("pg_largeobject_metadata");
    private static final SystemTable PAGES = SystemTables.table("pg_largeobject");
    private static final SystemIndex PAGE = SystemTables.index("pg_largeobject_loid_pn_index");

    private final CatalogWriter writer;

    public LargeObjects(CatalogWriter writer) {
        this.writer = writer;
    }

    /// Null when there is none.
    SystemRow find(int oid) {
        return writer.row(OBJECTS.oidIndex(), oid);
    }

    /// 42704 when there is none.
    public SystemRow require(int oid) {
        SystemRow found = find(oid);
        if (found == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "large object %s does not exist".formatted(Integer.toUnsignedString(oid)));
        }
        return found;
    }

    /// @param wanted 0 for any OID that is free
    int create(int wanted, int owner) {
        int oid = wanted == 0 ? writer.newOid(OBJECTS) : wanted;
        if (find(oid) != null) {
            throw new PgException(
                    SqlState.UNIQUE_VIOLATION,
                    "large object %s already exists".formatted(Integer.toUnsignedString(oid)));
        }
        writer.insert(OBJECTS, new RowValues().set("oid", oid).set("lomowner", owner));
        return oid;
    }

    void drop(int oid) {
        writer.delete(require(oid));
        pages(oid).forEach(writer::delete);
        new Comments(writer).forget(ObjectAddress.of(ClassOid.LARGE_OBJECT, oid));
    }

    private List<SystemRow> pages(int oid) {
        return writer.rows(PAGE, oid);
    }

    private static byte[] data(SystemRow page) {
        return ((Bytes) page.value("data")).array();
    }

    long size(int oid) {
        List<SystemRow> pages = pages(oid);
        if (pages.isEmpty()) {
            return 0;
        }
        SystemRow last = pages.getLast();
        return (long) last.integer("pageno") * PAGE_BYTES + data(last).length;
    }

    /// @param countMax bytes; fewer at the end
    byte[] read(int oid, long offset, int countMax) {
        long count = Math.min(countMax, Math.max(0, size(oid) - offset));
        byte[] result = new byte[(int) count];
        int done = 0;
        while (done < count) {
            int start = (int) ((offset + done) % PAGE_BYTES);
            int wanted = (int) Math.min(PAGE_BYTES - start, count - done);
            SystemRow page = writer.row(PAGE, oid, (int) ((offset + done) / PAGE_BYTES));
            if (page != null) {
                byte[] data = data(page);
                int present = Math.clamp(data.length - start, 0, wanted);
                System.arraycopy(data, Math.min(start, data.length), result, done, present);
            }
            done += wanted;
        }
        return result;
    }

    void write(int oid, long offset, byte[] bytes) {
        if (offset + bytes.length > SIZE_MAX) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "invalid large object write request size: " + bytes.length);
        }
        int done = 0;
        while (done < bytes.length) {
            int start = (int) ((offset + done) % PAGE_BYTES);
            int count = Math.min(PAGE_BYTES - start, bytes.length - done);
            int number = (int) ((offset + done) / PAGE_BYTES);
            SystemRow page = writer.row(PAGE, oid, number);
            byte[] before = page == null ? new byte[0] : data(page);
            byte[] after = Arrays.copyOf(before, Math.max(before.length, start + count));
            System.arraycopy(bytes, done, after, start, count);
            put(oid, number, page, after);
            done += count;
        }
    }

    private void put(int oid, int number, SystemRow page, byte[] data) {
        if (page == null) {
            writer.insert(
                    PAGES,
                    new RowValues().set("loid", oid).set("pageno", number).set("data", new Bytes(data)));
        } else {
            writer.update(page, Map.of("data", new Bytes(data)));
        }
    }

    /// Cuts off what is beyond, or fills up with zeros.
    void truncate(int oid, long size) {
        int last = (int) (size / PAGE_BYTES);
        int rest = (int) (size % PAGE_BYTES);
        for (SystemRow page : pages(oid)) {
            if (page.integer("pageno") > last || page.integer("pageno") == last && rest == 0) {
                writer.delete(page);
            }
        }
        if (rest > 0) {
            SystemRow page = writer.row(PAGE, oid, last);
            put(oid, last, page, Arrays.copyOf(page == null ? new byte[0] : data(page), rest));
        }
    }
}

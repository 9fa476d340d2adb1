package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Map;

/// COMMENT ON.
public final class Comments {
    private static final SystemTable TABLE = SystemTables.table("pg_description");
    private static final SystemTable SHARED = SystemTables.table("pg_shdescription");
    private static final SystemIndex OBJECT = SystemTables.index("pg_description_o_c_o_index");
    private static final SystemIndex SHARED_OBJECT = SystemTables.index("pg_shdescription_o_c_index");

    private final CatalogWriter writer;

    public Comments(CatalogWriter writer) {
        this.writer = writer;
    }

    /// An empty text takes the comment away.
    public void set(ObjectAddress object, String text) {
        SystemRow before = rows(object).stream()
                .filter(row -> isShared(object) || row.integer("objsubid") == object.subId())
                .findFirst()
                .orElse(null);
        if (text.isEmpty()) {
            if (before != null) {
                writer.delete(before);
            }
        } else if (before != null) {
            writer.update(before, Map.of("description", text));
        } else {
            RowValues row = new RowValues()
                    .set("objoid", object.oid())
                    .set("classoid", object.classOid())
                    .set("description", text);
            writer.insert(
                    isShared(object) ? SHARED : TABLE, isShared(object) ? row : row.set("objsubid", object.subId()));
        }
    }

    /// Forgets the object's comment; its columns' too when it is a whole relation.
    public void forget(ObjectAddress object) {
        for (SystemRow row : rows(object)) {
            if (object.subId() == 0 || row.integer("objsubid") == object.subId()) {
                writer.delete(row);
            }
        }
    }

    private List<SystemRow> rows(ObjectAddress object) {
        return writer.rows(isShared(object) ? SHARED_OBJECT : OBJECT, object.oid(), object.classOid());
    }

    private static boolean isShared(ObjectAddress object) {
        return SystemTables.find(object.classOid()).isShared();
    }
}

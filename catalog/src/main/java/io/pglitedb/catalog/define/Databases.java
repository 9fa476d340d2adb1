package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.Map;

/// pg_database rows; what a database stores is `CatalogStore`'s.
public final class Databases {
    private static final SystemTable TABLE = SystemTables.table("pg_database");
    private static final SystemIndex DATABASE_SETTINGS = SystemTables.index("pg_db_role_setting_databaseid_rol_index");
    private static final int UTF8 = 6;
    private static final int DEFAULT_TABLESPACE = 1663;

    private final CatalogWriter writer;

    public Databases(CatalogWriter writer) {
        this.writer = writer;
    }

    /// OID of the new database.
    public int create(
            String name,
            int owner,
            boolean isTemplate,
            boolean allowConnections,
            int connectionLimit,
            String collate,
            String ctype) {
        int oid = writer.newOid(TABLE);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("datname", name)
                        .set("datdba", owner)
                        .set("encoding", UTF8)
                        .set("datlocprovider", 'c')
                        .set("datistemplate", isTemplate)
                        .set("datallowconn", allowConnections)
                        .set("datconnlimit", connectionLimit)
                        .set("datfrozenxid", 1)
                        .set("datminmxid", 1)
                        .set("dattablespace", DEFAULT_TABLESPACE)
                        .set("datcollate", collate)
                        .set("datctype", ctype));
        new Dependencies(writer).recordOwner(ObjectAddress.of(ClassOid.DATABASE, oid), owner);
        return oid;
    }

    public void update(int oid, Map<String, ?> changes) {
        writer.update(writer.row(TABLE.oidIndex(), oid), changes);
    }

    /// Deletes the row, its settings, its comment.
    public void drop(int oid) {
        ObjectAddress self = ObjectAddress.of(ClassOid.DATABASE, oid);
        writer.delete(writer.row(TABLE.oidIndex(), oid));
        for (SystemRow row : writer.rows(DATABASE_SETTINGS, oid)) {
            writer.delete(row);
        }
        new Comments(writer).forget(self);
        new Dependencies(writer).forget(self);
        new Dependencies(writer).forgetDatabase(oid);
    }
}

package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Makes conversions between encodings, which are known by their numbers. Source: PostgreSQL 15,
/// `pg_conversion.c`.
public final class Conversions {
    private static final SystemTable TABLE = SystemTables.table("pg_conversion");
    private static final SystemIndex NAMES = SystemTables.index("pg_conversion_name_nsp_index");
    private static final SystemIndex PAIRS = SystemTables.index("pg_conversion_default_index");

    private final CatalogWriter writer;

    public Conversions(CatalogWriter writer) {
        this.writer = writer;
    }

    /// Whether a function converts from one encoding to another: as PostgreSQL ships it.
    public boolean converts(int function, int from, int to) {
        return writer.scan(TABLE).stream()
                .anyMatch(row -> row.oid("conproc") == function
                        && row.integer("conforencoding") == from
                        && row.integer("contoencoding") == to);
    }

    /// Whether a schema has a default conversion from one encoding to another.
    public boolean hasDefault(int namespace, int from, int to) {
        return writer.rows(PAIRS, namespace, from, to).stream().anyMatch(row -> row.flag("condefault"));
    }

    /// 42710 when the name is taken.
    public void create(String name, int namespace, int owner, int from, int to, int function, boolean isDefault) {
        if (writer.row(NAMES, name, namespace) != null) {
            throw new PgException(SqlState.DUPLICATE_OBJECT, "conversion \"%s\" already exists".formatted(name));
        }
        int oid = writer.newOid(TABLE);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("conname", name)
                        .set("connamespace", namespace)
                        .set("conowner", owner)
                        .set("conforencoding", from)
                        .set("contoencoding", to)
                        .set("conproc", function)
                        .set("condefault", isDefault));
        ObjectAddress self = ObjectAddress.of(ClassOid.CONVERSION, oid);
        Dependencies dependencies = new Dependencies(writer);
        dependencies.record(self, ObjectAddress.function(function), DependencyType.NORMAL);
        dependencies.record(self, ObjectAddress.schema(namespace), DependencyType.NORMAL);
        dependencies.recordOwner(self, owner);
    }
}

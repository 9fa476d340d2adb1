package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Comments of objects; null where there is none.
public final class CommentFunctions {
    private static final int PG_CATALOG = 11;
    private static final int PG_CLASS = 1259; // OID
    private static final SystemIndex COMMENTS = SystemTables.index("pg_description_o_c_o_index");

    private CommentFunctions() {}

    private static Utf8 comment(CallContext call, int classOid, int oid, int column) {
        return NameFunctions.catalog(call)
                .comment(classOid, oid, column)
                .map(Utf8::of)
                .orElse(null);
    }

    /// @param catalogTable name of the table that has the object's row
    @Prosrc({"obj_description(oid, name)", "shobj_description(oid, name)"})
    public static Utf8 object(CallContext call, int oid, Utf8 catalogTable) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(PG_CATALOG, catalogTable.toString());
        return table == null ? null : comment(call, table.oid(), oid, 0);
    }

    /// Of any object with that OID, whatever its kind: the first of them.
    @Prosrc("obj_description(oid)")
    public static Utf8 object(CallContext call, int oid) {
        return ObjectFunctions.reader(call).rows(COMMENTS, oid).stream()
                .filter(row -> row.integer("objsubid") == 0)
                .findFirst()
                .map(row -> Utf8.of(row.text("description")))
                .orElse(null);
    }

    @Prosrc("col_description(oid, integer)")
    public static Utf8 column(CallContext call, int table, int column) {
        return column == 0 ? null : comment(call, PG_CLASS, table, column);
    }
}

package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Makes casts.
public final class Casts {
    private static final SystemTable TABLE = SystemTables.table("pg_cast");

    private final CatalogWriter writer;

    public Casts(CatalogWriter writer) {
        this.writer = writer;
    }

    /// OID; 42710 when there is a cast between the two types.
    ///
    /// @param function 0 for none
    /// @param context i implicit, a assignment, e explicit
    /// @param method f function, i input/output functions, b binary coercible
    /// @param type how it depends on the types and the function
    public int create(int source, int target, int function, char context, char method, DependencyType type) {
        if (writer.view().cast(source, target) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "cast from type %s to type %s already exists"
                            .formatted(
                                    writer.view().formatType(source),
                                    writer.view().formatType(target)));
        }
        int oid = writer.newOid(TABLE);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("castsource", source)
                        .set("casttarget", target)
                        .set("castfunc", function)
                        .set("castcontext", context)
                        .set("castmethod", method));
        new Dependencies(writer)
                .recordAll(
                        ObjectAddress.of(ClassOid.CAST, oid),
                        List.of(
                                ObjectAddress.type(source),
                                ObjectAddress.type(target),
                                ObjectAddress.function(function)),
                        type);
        return oid;
    }
}

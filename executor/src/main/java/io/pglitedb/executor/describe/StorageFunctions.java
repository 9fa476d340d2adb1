package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Where objects are kept, and options as rows.
public final class StorageFunctions {
    private static final int DEFAULT_TABLESPACE = 1663;
    private static final int GLOBAL_TABLESPACE = 1664;
    private static final String STORED_KINDS = "rimtS";

    private StorageFunctions() {}

    /// Empty for the two that are in the data directory; 0 is the database's own.
    @Prosrc("pg_tablespace_location")
    public static Utf8 location(CallContext call, int tablespace) {
        if (tablespace != 0 && tablespace != DEFAULT_TABLESPACE && tablespace != GLOBAL_TABLESPACE) {
            throw new PgException(
                    SqlState.UNDEFINED_FILE,
                    "could not read symbolic link \"pg_tblspc/%s\": No such file or directory"
                            .formatted(Integer.toUnsignedString(tablespace)));
        }
        return Utf8.of("");
    }

    /// Rows: the name and the value of each `name=value`.
    @Prosrc("pg_options_to_table")
    public static Iterator<Object> options(PgArray options) {
        List<Object> rows = new ArrayList<>();
        for (Object element : options.elements()) {
            String option = element.toString();
            int equals = option.indexOf('=');
            rows.add(
                    equals < 0
                            ? new Object[] {Utf8.of(option), null}
                            : new Object[] {Utf8.of(option.substring(0, equals)), Utf8.of(option.substring(equals + 1))
                            });
        }
        return rows.iterator();
    }

    /// The number under which the row store keeps the rows or entries; NULL for what keeps none.
    @Prosrc("pg_relation_filenode")
    public static Integer fileNumber(CallContext call, int relation) {
        TableDef table = NameFunctions.catalog(call).table(relation);
        return table == null || STORED_KINDS.indexOf(table.kind()) < 0 ? null : table.storage();
    }

    /// The relation with that number; NULL when there is none.
    ///
    /// @param tablespace 0 for the database's own; the numbers of all of them are different
    @Prosrc("pg_filenode_relation")
    public static Integer fileRelation(CallContext call, int tablespace, int fileNumber) {
        if (fileNumber == 0) {
            return null;
        }
        for (SystemRow row : ObjectFunctions.reader(call).scan(SystemTables.table("pg_class"))) {
            Integer number = fileNumber(call, row.oid("oid"));
            if (number != null && number == fileNumber && row.oid("reltablespace") == tablespace) {
                return row.oid("oid");
            }
        }
        return null;
    }

    /// As PostgreSQL names the file, which does not exist here: the row store keeps all relations together.
    @Prosrc("pg_relation_filepath")
    public static Utf8 filePath(CallContext call, int relation) {
        CatalogView catalog = NameFunctions.catalog(call);
        Integer number = fileNumber(call, relation);
        if (number == null) {
            return null;
        }
        return Utf8.of(
                catalog.table(relation).traits().shared()
                        ? "global/" + number
                        : "base/" + Integer.toUnsignedString(catalog.databaseOid()) + "/" + number);
    }

    /// OID of the index that tells the rows of a replicated table apart; NULL without.
    @Prosrc("pg_get_replica_identity_index")
    public static Integer replicaIdentityIndex(CallContext call, int relation) {
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(relation);
        if (table == null) {
            return null;
        }
        char identity = table.traits().replicaIdentity();
        return catalog.indexes(relation).stream()
                .filter(index -> identity == 'd' ? index.primary() : identity == 'i' && index.replicaIdentity())
                .findFirst()
                .map(IndexDef::oid)
                .orElse(null);
    }

    /// Which compression a value is stored with: none, values are compressed with whole blocks.
    @Prosrc("pg_column_compression")
    public static Utf8 compression(Object value) {
        return null;
    }
}

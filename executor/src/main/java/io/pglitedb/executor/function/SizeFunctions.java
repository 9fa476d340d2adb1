package io.pglitedb.executor.function;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TablespaceDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Set;

/// How many bytes objects take, as the row store estimates it: files are compressed, and what is deleted counts
/// until they are compacted. NULL for an OID that nothing has.
public final class SizeFunctions {
    private static final Set<String> FORKS = Set.of("main", "fsm", "vm", "init");
    private static final int PG_GLOBAL = 1664; // OID
    private static final int PG_DEFAULT = 1663; // OID
    private static final int BLOCK_BYTES = 8_192;

    private SizeFunctions() {}

    private static RowStore store(CallContext call) {
        return SessionFunctions.session(call).instance().store();
    }

    private static CatalogView catalog(CallContext call) {
        return SessionFunctions.session(call).catalog();
    }

    /// Whole blocks, as PostgreSQL's files have them.
    private static long blocks(long bytes) {
        return (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    }

    private static long rowBytes(CallContext call, TableDef table) {
        return table.storage() == 0
                ? 0
                : blocks(store(call).relationBytes(table.storage()) + segmentBytes(call, table.storage()));
    }

    /// Of the files of a relation's segments.
    private static long segmentBytes(CallContext call, int storage) {
        Instance instance = instance(call);
        try (Snapshot snapshot = instance.store().currentSnapshot()) {
            return snapshot.segments().manifest(storage).entries().stream()
                    .mapToLong(entry -> instance.tiering()
                            .rows()
                            .describe(entry)
                            .descriptor()
                            .tail()
                            .fileLength())
                    .sum();
        }
    }

    private static long indexBytes(CallContext call, int storage) {
        return storage == 0 ? 0 : blocks(store(call).indexBytes(storage));
    }

    /// Rows and entries are all there is: no free space map, no visibility map, no initial fork.
    @Prosrc("pg_relation_size")
    public static Long relation(CallContext call, int oid, Utf8 fork) {
        TableDef relation = catalog(call).table(oid);
        if (relation == null) {
            return null;
        }
        if (!FORKS.contains(fork.toString())) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid fork name")
                    .hint("Valid fork names are \"main\", \"fsm\", \"vm\", and \"init\".");
        }
        if (!fork.toString().equals("main")) {
            return 0L;
        }
        return relation.kind() == 'i' ? indexBytes(call, relation.storage()) : rowBytes(call, relation);
    }

    @Prosrc("pg_relation_size(regclass)")
    public static Long relation(CallContext call, int oid) {
        return relation(call, oid, Utf8.of("main"));
    }

    /// The rows: values of any length are part of them.
    @Prosrc("pg_table_size")
    public static Long table(CallContext call, int oid) {
        return relation(call, oid);
    }

    @Prosrc("pg_indexes_size")
    public static Long indexes(CallContext call, int oid) {
        CatalogView catalog = catalog(call);
        if (catalog.table(oid) == null) {
            return null;
        }
        return catalog.indexes(oid).stream()
                .mapToLong(index -> indexBytes(call, indexStorage(catalog, index)))
                .sum();
    }

    private static int indexStorage(CatalogView catalog, IndexDef index) {
        TableDef relation = catalog.table(index.oid());
        return relation == null ? index.storage() : relation.storage();
    }

    @Prosrc("pg_total_relation_size")
    public static Long total(CallContext call, int oid) {
        Long table = table(call, oid);
        return table == null ? null : table + indexes(call, oid);
    }

    @Prosrc("pg_database_size_oid")
    public static Long database(CallContext call, int oid) {
        return catalog(call).database(oid) == null
                ? null
                : bytes(call, instance(call).catalogs().storageNumbers(oid));
    }

    @Prosrc("pg_database_size_name")
    public static Long database(CallContext call, Utf8 name) {
        DatabaseDef database = catalog(call).database(name.toString());
        if (database == null) {
            throw new PgException(SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(name));
        }
        return database(call, database.oid());
    }

    /// All data lies in pg_default, but for the tables that databases share.
    @Prosrc("pg_tablespace_size_oid")
    public static Long tablespace(CallContext call, int oid) {
        CatalogView catalog = catalog(call);
        if (catalog.tablespace(oid) == null) {
            return null;
        }
        return switch (oid) {
            case PG_GLOBAL -> bytes(call, instance(call).catalogs().sharedStorageNumbers());
            case PG_DEFAULT ->
                catalog.databases().stream()
                        .mapToLong(database ->
                                bytes(call, instance(call).catalogs().storageNumbers(database.oid())))
                        .sum();
            default -> 0L;
        };
    }

    @Prosrc("pg_tablespace_size_name")
    public static Long tablespace(CallContext call, Utf8 name) {
        TablespaceDef tablespace = catalog(call).tablespace(name.toString());
        if (tablespace == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "tablespace \"%s\" does not exist".formatted(name));
        }
        return tablespace(call, tablespace.oid());
    }

    private static Instance instance(CallContext call) {
        Backend session = SessionFunctions.session(call);
        return session.instance();
    }

    /// A number belongs to rows or to entries, never to both.
    private static long bytes(CallContext call, List<Integer> numbers) {
        RowStore store = store(call);
        long sum = 0;
        for (int number : numbers) {
            sum += blocks(store.relationBytes(number) + segmentBytes(call, number)) + blocks(store.indexBytes(number));
        }
        return sum;
    }
}

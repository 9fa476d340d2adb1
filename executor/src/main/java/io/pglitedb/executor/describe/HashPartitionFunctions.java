package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.partition.PartitionKey;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;

/// satisfies_hash_partition, by which the constraints of hash partitions are written. Source: PostgreSQL's
/// function of that name.
public final class HashPartitionFunctions {
    private static final int FIRST_VALUE = 3;

    private HashPartitionFunctions() {}

    @Prosrc("satisfies_hash_partition")
    public static Boolean satisfies(
            CallContext call, Integer parent, Integer modulus, Integer remainder, Object[] values) {
        if (parent == null || modulus == null || remainder == null) {
            return false;
        }
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(parent);
        if (table == null) {
            throw new PgException(
                    SqlState.INTERNAL_ERROR,
                    "could not open relation with OID %s".formatted(Integer.toUnsignedString(parent)));
        }
        if (table.kind() != 'p' || catalog.partitionKey(parent).strategy() != 'h') {
            throw invalid("\"%s\" is not a hash partitioned table".formatted(table.name()));
        }
        if (modulus <= 0) {
            throw invalid("modulus for hash partition must be an integer value greater than zero");
        }
        if (remainder < 0) {
            throw invalid("remainder for hash partition must be an integer value greater than or equal to zero");
        }
        if (remainder >= modulus) {
            throw invalid("remainder for hash partition must be less than modulus");
        }
        PartitionKey key = PartitionKey.of(table, catalog, call.session());
        Object[] keys = values;
        boolean array = call.argumentTypes().length == FIRST_VALUE + 1
                && values.length == 1
                && values[0] instanceof PgArray
                && key.columns().getFirst().type().oid()
                        != call.argumentType(FIRST_VALUE).oid();
        if (array) {
            keys = ((PgArray) values[0]).elements();
            requireTypes(call, key, ((PgArray) values[0]).elementType(), keys.length);
        } else {
            requireTypes(call, key, keys.length);
        }
        return Long.remainderUnsigned(key.hash(keys), modulus) == remainder;
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static void requireCount(PartitionKey key, int count) {
        if (count != key.columns().size()) {
            throw invalid("number of partitioning columns (%d) does not match number of partition keys provided (%d)"
                    .formatted(key.columns().size(), count));
        }
    }

    private static void requireTypes(CallContext call, PartitionKey key, int count) {
        requireCount(key, count);
        for (int i = 0; i < count; i++) {
            int type = key.columns().get(i).type().oid();
            int given = call.argumentType(FIRST_VALUE + i).oid();
            if (given != type) {
                throw invalid("column %d of the partition key has type %s, but supplied value is of type %s"
                        .formatted(
                                i + 1,
                                call.session().typeName(type),
                                call.session().typeName(given)));
            }
        }
    }

    private static void requireTypes(CallContext call, PartitionKey key, int element, int count) {
        requireCount(key, count);
        for (int i = 0; i < count; i++) {
            int type = key.columns().get(i).type().oid();
            if (element != type) {
                throw invalid("column %d of the partition key has type \"%s\", but supplied value is of type \"%s\""
                        .formatted(
                                i + 1,
                                call.session().typeName(type),
                                call.session().typeName(element)));
            }
        }
    }
}

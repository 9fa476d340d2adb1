package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a database keeps pg_catalog: numbers of its tables and indexes in the row store. Shared ones stand under
/// their OID. Immutable.
/// ```
///   body of a row of relation 1   | epoch int32 | count int32 | (relation OID int32, number int32)… |
/// ```
///
/// @param epoch number under which changes of the database's catalog are announced (`Transaction.catalogChanged`)
record StorageMap(int epoch, Map<Integer, Integer> numbers) {
    /// Relation whose rows are the maps; rowid is the database's OID.
    static final int RELATION = 1;

    /// The number under which changes of shared tables are announced.
    static final int SHARED_EPOCH = 2;

    private static final Set<Integer> SHARED_RELATIONS = SystemTables.all().stream()
            .filter(SystemTable::isShared)
            .flatMap(table -> Stream.concat(
                    Stream.of(table.oid()), table.indexes().stream().map(SystemIndex::oid)))
            .collect(Collectors.toUnmodifiableSet());

    StorageMap {
        numbers = Map.copyOf(numbers);
    }

    /// Of no database: knows the shared tables.
    static StorageMap shared() {
        return new StorageMap(SHARED_EPOCH, Map.of());
    }

    static StorageMap allocate(IntSupplier nextNumber) {
        int epoch = nextNumber.getAsInt();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (SystemTable table : SystemTables.all()) {
            if (!table.isShared()) {
                numbers.put(table.oid(), nextNumber.getAsInt());
                for (SystemIndex index : table.indexes()) {
                    numbers.put(index.oid(), nextNumber.getAsInt());
                }
            }
        }
        return new StorageMap(epoch, numbers);
    }

    static StorageMap decode(byte[] row, int offset, int length) {
        ByteReader in = new ByteReader(row, offset, length);
        int epoch = in.getInt();
        int count = in.getInt();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int relation = in.getInt();
            numbers.put(relation, in.getInt());
        }
        return new StorageMap(epoch, numbers);
    }

    void write(Transaction transaction, int database) {
        ByteWriter out = new ByteWriter();
        out.putInt(epoch).putInt(numbers.size());
        numbers.forEach((relation, number) -> out.putInt(relation).putInt(number));
        transaction.putRow(RELATION, Integer.toUnsignedLong(database), out.array(), 0, out.size());
    }

    /// Of a pg_catalog table.
    int number(SystemTable table) {
        return table.isShared() ? table.oid() : number(table.oid());
    }

    int number(SystemTable table, SystemIndex index) {
        return table.isShared() ? index.oid() : number(index.oid());
    }

    private int number(int oid) {
        Integer number = numbers.get(oid);
        if (number == null) {
            throw new IllegalStateException("no storage of relation " + oid);
        }
        return number;
    }

    /// The number to announce changes of a table's rows under, beside the table's own.
    int epochOf(SystemTable table) {
        return table.isShared() ? SHARED_EPOCH : epoch;
    }

    /// Of any relation or index with that `relfilenode`.
    int storage(int relation, int fileNumber) {
        return SHARED_RELATIONS.contains(relation) ? relation : numbers.getOrDefault(relation, fileNumber);
    }
}

package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.NewIndex;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// What a partition key asks of unique indexes: only a key that contains it can be kept unique partition by
/// partition. Source: PostgreSQL's DefineIndex.
final class PartitionedKey {
    private static final int EQUAL = 3;
    private static final int HASH_EQUAL = 1;

    private final CatalogView view;
    private final TableDef table;
    private final PartitionKeyDef key;

    PartitionedKey(Definition definition, TableDef table) {
        this.view = definition.view();
        this.table = table;
        this.key = view.partitionKey(table.oid());
    }

    void requireIn(List<NewIndex.Column> columns, IndexRequest request) {
        String kind = request.primary() ? "PRIMARY KEY" : "UNIQUE";
        for (int i = 0; i < key.columns().size(); i++) {
            int number = key.columns().get(i);
            if (number == 0) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "unsupported %s constraint with partition key definition".formatted(kind))
                        .detail("%s constraints cannot be used when partition keys include expressions."
                                .formatted(kind));
            }
            int equality = equality(key.operatorClasses().get(i), key.strategy() == 'h' ? HASH_EQUAL : EQUAL);
            boolean found = columns.stream()
                    .anyMatch(
                            column -> column.table() == number && equality(column.operatorClass(), EQUAL) == equality);
            if (!found) {
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "unique constraint on partitioned table must include all partitioning columns")
                        .detail("%s constraint on table \"%s\" lacks column \"%s\" which is part of the partition key."
                                .formatted(
                                        kind,
                                        table.name(),
                                        table.columns().get(number - 1).name()));
            }
        }
    }

    private int equality(int operatorClass, int strategy) {
        var definition = view.operatorClass(operatorClass);
        return view.operatorFamily(definition.family())
                .operator(definition.inputType(), definition.inputType(), strategy);
    }
}

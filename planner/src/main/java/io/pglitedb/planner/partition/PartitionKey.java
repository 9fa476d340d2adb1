package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// By what a table is partitioned.
///
/// @param columns what is compared or hashed, over [Expr.Var]s of range table entry 1
public record PartitionKey(PartitionKeyDef definition, List<Column> columns) {
    private static final long HASH_SEED = 0x7A5B22367996DCFDL;
    private static final int EXTENDED_HASH = 2;
    private static final int INTERNAL_LANGUAGE = 12;

    /// @param hash the extended hash function of a hash key's operator class; null otherwise
    public record Column(Expr expression, ValueType type, OperatorClassDef operatorClass, Hash hash) {}

    /// A function ready to be called.
    record Hash(FunctionImplementation function, CallContext context) {
        long of(Object value) {
            return (Long) function.call(context, value, HASH_SEED);
        }
    }

    public PartitionKey {
        columns = List.copyOf(columns);
    }

    /// @param table that is partitioned
    public static PartitionKey of(TableDef table, CatalogView catalog, SessionContext session) {
        PartitionKeyDef definition = catalog.partitionKey(table.oid());
        Iterator<Expr> computed = definition
                .expressions()
                .map(text -> NodeTree.readExpressions(text, session))
                .orElse(List.of())
                .iterator();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < definition.columns().size(); i++) {
            int number = definition.columns().get(i);
            Expr expression = number == 0 ? computed.next() : TableExpressions.column(table, number);
            OperatorClassDef operatorClass =
                    catalog.operatorClass(definition.operatorClasses().get(i));
            int collation = definition.collations().get(i);
            columns.add(new Column(
                    expression,
                    session.type(expression.type()),
                    operatorClass,
                    definition.strategy() == 'h'
                            ? hash(expression, operatorClass, collation, catalog, session)
                            : null));
        }
        return new PartitionKey(definition, columns);
    }

    private static Hash hash(
            Expr expression,
            OperatorClassDef operatorClass,
            int collation,
            CatalogView catalog,
            SessionContext session) {
        int type = operatorClass.inputType();
        FunctionDef function = catalog.function(
                catalog.operatorFamily(operatorClass.family()).supportFunction(type, type, EXTENDED_HASH));
        FunctionImplementation implementation = function.language() == INTERNAL_LANGUAGE
                ? FunctionRegistry.standard().find(function.prosrc())
                : session.as(HashFunctions.class).find(function);
        if (implementation == null) {
            throw PgException.notSupported("function " + function.name());
        }
        SqlType[] types = {SqlType.of(expression.type()), SqlType.of(Oids.INT8)};
        return new Hash(implementation, new CallContext(session, types, SqlType.of(Oids.INT8), collation));
    }

    public char strategy() {
        return definition.strategy();
    }

    int compare(int column, Object left, Object right) {
        return columns.get(column).type.compare(left, right);
    }

    /// The hash of a whole key, as PostgreSQL's compute_partition_hash_value: NULLs do not take part.
    public long hash(Object[] values) {
        long hash = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                long one = columns.get(i).hash.of(values[i]);
                hash ^= one + 0x49a0f4dd15e5a8e3L + (hash << 54) + (hash >>> 7);
            }
        }
        return hash;
    }
}

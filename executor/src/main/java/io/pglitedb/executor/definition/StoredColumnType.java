package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.array.VectorValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives a column another type: its values, its default, its indexes.
public final class StoredColumnType {
    private final Definition definition;
    private final TableDef table;
    private final ColumnDef column;
    private final Columns columns;

    public StoredColumnType(Definition definition, TableDef table, ColumnDef column) {
        this.definition = definition;
        this.table = table;
        this.column = column;
        this.columns = new Columns(definition.writer());
    }

    /// @param conversion of the old value, over the old table's columns
    public void change(SqlType type, int collation, Expr conversion) {
        Expression newDefault = convertedDefault(type);
        if (column.missing().isEmpty() && needsNoRewrite(conversion)) {
            describe(type, collation, newDefault);
            return;
        }
        List<Expr> values = new ArrayList<>();
        for (ColumnDef other : table.columns()) {
            if (other.dropped()) {
                values.add(new Expr.Const(null, Oids.INT4, -1, 0, Origin.NONE));
            } else {
                values.add(
                        other.number() == column.number()
                                ? conversion
                                : TableExpressions.column(table, other.number()));
            }
        }
        TableRewrite rewrite = new TableRewrite(definition, table.oid());
        try (InternalQuery rows = rewrite.open(values)) {
            describe(type, collation, newDefault);
            rewrite.write(rows);
        }
    }

    /// Changes what the catalog says of a column that has no values of its own, as a composite type's.
    public void declare(SqlType type, int collation) {
        describe(type, collation, null);
    }

    /// Stored values mean the same under the new type.
    private boolean needsNoRewrite(Expr conversion) {
        return switch (conversion) {
            case Expr.Var variable -> variable.attribute() == column.number();
            case Expr.RelabelType relabel -> needsNoRewrite(relabel.argument());
            default -> false;
        };
    }

    /// Null for a column without a default.
    private Expression convertedDefault(SqlType type) {
        if (column.defaultExpression().isEmpty()) {
            return null;
        }
        Expr old = new TableExpressions(definition.session())
                .read(column.defaultExpression().get());
        Expr value = ExpressionScope.forTable(table, definition.view(), definition.session())
                .assignment(old, type.oid(), type.typmod());
        if (value == null) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "default for column \"%s\" cannot be cast automatically to type %s"
                            .formatted(column.name(), definition.view().formatType(type.oid())));
        }
        return ExpressionReferences.of(value, table.oid(), definition.session());
    }

    private void describe(SqlType type, int collation, Expression newDefault) {
        TypeDef found = definition.view().type(type.oid());
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("atttypid", type.oid());
        changes.put("atttypmod", type.typmod());
        changes.put("attcollation", collation);
        changes.put("attlen", found.length());
        changes.put("attbyval", found.byValue());
        changes.put("attalign", found.align());
        changes.put("attstorage", found.storage());
        changes.put("attndims", 0);
        changes.put("atthasmissing", false);
        changes.put("attmissingval", null);
        columns.update(table.oid(), column.number(), changes);
        ObjectAddress self = ObjectAddress.column(table.oid(), column.number());
        Dependencies dependencies = new Dependencies(definition.writer());
        dependencies.forget(self, ObjectAddress.type(column.type()), DependencyType.NORMAL);
        dependencies.forget(self, ObjectAddress.collation(column.collation()), DependencyType.NORMAL);
        dependencies.record(self, ObjectAddress.type(type.oid()), DependencyType.NORMAL);
        dependencies.record(self, ObjectAddress.collation(collation), DependencyType.NORMAL);
        if (newDefault != null) {
            columns.setDefault(table.oid(), column.number(), newDefault);
        }
        for (IndexDef index : definition.view().indexes(table.oid())) {
            describe(index, type, collation);
        }
    }

    /// The index's keys on the column take the type's default operator class.
    private void describe(IndexDef index, SqlType type, int collation) {
        List<Integer> classes = new ArrayList<>();
        List<Integer> collations = new ArrayList<>();
        boolean touched = false;
        int position = 0;
        for (IndexDef.Key key : index.keys()) {
            position++;
            boolean mine = key.column() == column.number();
            touched |= mine;
            classes.add(
                    mine
                            ? new IndexDefinition(definition).operatorClass(index.method(), type.oid())
                            : key.operatorClass());
            collations.add(mine ? collation : key.collation());
            if (mine) {
                TypeDef found = definition.view().type(type.oid());
                Map<String, Object> changes = new LinkedHashMap<>();
                changes.put("atttypid", type.oid());
                changes.put("atttypmod", type.typmod());
                changes.put("attcollation", collation);
                changes.put("attlen", found.length());
                changes.put("attbyval", found.byValue());
                changes.put("attalign", found.align());
                changes.put("attstorage", found.storage());
                columns.update(index.oid(), position, changes);
            }
        }
        if (touched) {
            new Indexes(definition.writer())
                    .update(index.oid(), Map.of("indclass", vector(classes), "indcollation", vector(collations)));
        }
    }

    private static PgArray vector(List<Integer> oids) {
        return VectorValueType.of(Oids.OID, oids.toArray());
    }
}

package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.row.modify.NewRows;
import io.pglitedb.executor.row.table.TableTypes;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.modify.ColumnDefaults;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Stores a table anew after a change of its columns: every row is read as it was and written as it is to be,
/// under new numbers, and its indexes are built again.
public final class TableRewrite {
    private final Definition definition;
    private final TableDef before;

    /// @param table as it is before the change
    public TableRewrite(Definition definition, int table) {
        this.definition = definition;
        this.before = definition.view().table(table);
    }

    /// Gives the rows that are there the value of a column that was added: by a note in the catalog where it is
    /// the same for all of them, else by a rewrite.
    public void fillAdded(int number) {
        TableDef now = definition.view().table(before.oid());
        ColumnDef column = now.columns().get(number - 1);
        if (before.storage() == 0) {
            return;
        }
        boolean generated = column.generated() != ' ';
        Expr value = generated
                ? new TableExpressions(definition.session())
                        .read(column.defaultExpression().orElseThrow())
                : new ColumnDefaults(definition.view(), definition.session(), now).of(column);
        if (value instanceof Expr.Const constant && constant.isNull()) {
            return;
        }
        if (generated || ExpressionFacts.isVolatile(value, definition.view()) || !rememberAsMissing(column, value)) {
            List<Expr> values = columns();
            values.add(value);
            try (InternalQuery rows = open(values)) {
                write(rows);
            }
        }
    }

    /// The columns as they are, one expression each.
    private List<Expr> columns() {
        List<Expr> values = new ArrayList<>();
        for (ColumnDef column : before.columns()) {
            values.add(
                    column.dropped()
                            ? new Expr.Const(null, Oids.INT4, -1, 0, Origin.NONE)
                            : TableExpressions.column(before, column.number()));
        }
        return values;
    }

    /// False when the catalog cannot keep values of the type.
    private boolean rememberAsMissing(ColumnDef column, Expr value) {
        if (BuiltinTypes.find(column.type()) == null) {
            return false;
        }
        Object computed = InternalQuery.first(
                new QueryBuilder()
                        .targets(List.of(new TargetEntry(value, 1, "value", false)))
                        .build(),
                definition.backend())[0];
        if (computed != null) {
            new Columns(definition.writer())
                    .update(
                            before.oid(),
                            column.number(),
                            Map.of("atthasmissing", true, "attmissingval", PgArray.of(column.type(), new Object[] {
                                computed
                            })));
        }
        return true;
    }

    /// Starts to read the rows as they are to be.
    ///
    /// @param values one a column of the new table, over the old one's columns
    InternalQuery open(List<Expr> values) {
        return InternalQuery.open(TableRows.query(before, values, null), definition.backend());
    }

    /// Writes what `open` reads, after the catalog has been changed.
    public void write(InternalQuery rows) {
        int oid = before.oid();
        if (before.storage() == 0) {
            return;
        }
        forgetMissing();
        int storage = new Relations(definition.writer()).replaceStorage(oid);
        TableDef now = definition.view().table(oid);
        RowCodec codec = TableTypes.codec(now, definition.session());
        Transaction transaction = definition.writer().transaction();
        ByteWriter body = new ByteWriter(256);
        ByteWriter scratch = new ByteWriter(256);
        NewRows.Store hot = (row, rowid) -> {
            body.clear();
            codec.encode(row, body, scratch);
            transaction.putRow(storage, rowid, body.array(), 0, body.size());
        };
        Execution execution = QueryRun.execution(
                definition.backend(), definition.writer().transaction().view(), new Object[0]);
        try (NewRows target = new NewRows(now, execution, hot, true)) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                target.put(row.clone());
            }
            target.finish();
        }
        rebuildIndexes(oid);
    }

    /// Every row is stored with all columns from now on.
    private void forgetMissing() {
        Columns columns = new Columns(definition.writer());
        Map<String, Object> none = new LinkedHashMap<>();
        none.put("atthasmissing", false);
        none.put("attmissingval", null);
        for (ColumnDef column : definition.view().table(before.oid()).columns()) {
            if (column.missing().isPresent()) {
                columns.update(before.oid(), column.number(), none);
            }
        }
    }

    void rebuildIndexes(int table) {
        for (IndexDef index : definition.view().indexes(table)) {
            new Relations(definition.writer()).replaceStorage(index.oid());
            new IndexBuild(definition).fill(table, index.oid());
            if (index.exclusion()) {
                new ExclusionConstraints(definition).validate(table, index.oid());
            }
        }
    }
}

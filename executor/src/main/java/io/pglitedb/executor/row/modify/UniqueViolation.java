package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.RowDisclosure;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// 23505 of one index.
final class UniqueViolation {
    private final IndexDef index;
    private final TableDef table;
    private final String schema;
    private final SessionContext session;
    private final List<Expr> keys;

    UniqueViolation(ModifyTarget.IndexTarget target, TableDef table, ExpressionCompiler compiler) {
        this.index = target.index();
        this.table = table;
        this.schema = compiler.binder().catalog().namespaceName(table.namespace());
        this.session = compiler.binder().session();
        this.keys = target.keys();
    }

    PgException of(Object[] values) {
        PgException error = new PgException(
                        SqlState.UNIQUE_VIOLATION,
                        "duplicate key value violates unique constraint \"%s\"".formatted(index.name()))
                .table(schema, table.name())
                .constraint(index.name());
        String names = names();
        List<Integer> columns = index.keys().stream().map(IndexDef.Key::column).toList();
        if (names == null || !RowDisclosure.of(table, session).showsKey(columns)) {
            return error;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            texts.add(FailingRow.text(values[i], keys.get(i).type(), session).toString());
        }
        return error.detail("Key (%s)=(%s) already exists.".formatted(names, String.join(", ", texts)));
    }

    /// Null when a key is an expression: its text is not known here.
    private String names() {
        List<String> names = new ArrayList<>();
        for (IndexDef.Key key : index.keys()) {
            if (key.column() == 0) {
                return null;
            }
            names.add(Quoting.identifier(table.columns().get(key.column() - 1).name()));
        }
        return String.join(", ", names);
    }
}

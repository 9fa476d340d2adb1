package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TableColumns;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// 23P01 in PostgreSQL's words.
final class ExclusionViolation {
    private final IndexDef index;
    private final TableDef table;
    private final String schema;
    private final SessionContext session;
    private final List<Expr> keys;
    private final String names;

    ExclusionViolation(ModifyTarget.IndexTarget target, TableDef table, ExpressionCompiler compiler) {
        this.index = target.index();
        this.table = table;
        this.schema = compiler.binder().catalog().namespaceName(table.namespace());
        this.session = compiler.binder().session();
        this.keys = target.keys();
        this.names = names(compiler);
    }

    private String names(ExpressionCompiler compiler) {
        SqlPrinter printer = new SqlPrinter(compiler.binder().catalog(), session, Style.LINE);
        List<Expr> expressions = new TableExpressions(session).indexKeys(index, table);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            int column = index.keys().get(i).column();
            texts.add(
                    column == 0
                            ? "("
                                    + printer.expression(
                                            expressions.get(i),
                                            new TableColumns(
                                                    table, compiler.binder().catalog()))
                                    + ")"
                            : Quoting.identifier(table.columns().get(column - 1).name()));
        }
        return String.join(", ", texts);
    }

    /// @param values keys of the row that is refused
    PgException of(Object[] values, Object[] others) {
        return error("conflicting key value violates exclusion constraint \"%s\"")
                .detail("Key (%s)=(%s) conflicts with existing key (%s)=(%s)."
                        .formatted(names, texts(values), names, texts(others)));
    }

    /// While the constraint is made for rows that are there.
    PgException ofExisting(Object[] values, Object[] others) {
        return error("could not create exclusion constraint \"%s\"")
                .detail("Key (%s)=(%s) conflicts with key (%s)=(%s)."
                        .formatted(names, texts(values), names, texts(others)));
    }

    private PgException error(String message) {
        return new PgException(SqlState.EXCLUSION_VIOLATION, message.formatted(index.name()))
                .table(schema, table.name())
                .constraint(index.name());
    }

    private String texts(Object[] values) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            texts.add(FailingRow.text(values[i], keys.get(i).type(), session).toString());
        }
        return String.join(", ", texts);
    }
}

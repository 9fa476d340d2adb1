package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.IntoClause.OnCommit;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTableAs;
import io.pglitedb.planner.ast.TableStatement.CreateView;
import io.pglitedb.planner.ast.TableStatement.RefreshMaterializedView;
import io.pglitedb.planner.ast.TableStatement.ViewCheck;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.planner.ast.WithClause.CommonTable;
import io.pglitedb.planner.ast.WithClause.Materialize;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// CREATE VIEW, CREATE MATERIALIZED VIEW and REFRESH.
final class ViewParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    ViewParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At CREATE.
    Statement createView() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        Persistence persistence = grammar.clauses.persistence();
        boolean recursive = tokens.accept("recursive");
        tokens.expect("view");
        RangeVar view = grammar.names.qualifiedName().withPersistence(persistence);
        List<String> columns = recursive || tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        tokens.expect("as");
        SelectStmt query = grammar.selects.query();
        int checkLocation = tokens.location();
        ViewCheck check = check();
        if (!recursive) {
            return new CreateView(view, replace, columns, options, query, check);
        }
        if (check != ViewCheck.NONE) {
            throw tokens.errorAt(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "WITH CHECK OPTION not supported on recursive views",
                    checkLocation);
        }
        return new CreateView(view, replace, columns, options, recursive(view.relation(), columns, query), check);
    }

    /// What a recursive view means: `WITH RECURSIVE view (columns) AS (query) SELECT columns FROM view`.
    private static SelectStmt recursive(String view, List<String> columns, SelectStmt query) {
        List<ResTarget> targets = columns.stream()
                .map(column -> new ResTarget(null, List.of(), new AstExpr.ColumnRef(List.of(column), false, -1), -1))
                .toList();
        RangeVar self = new RangeVar(null, null, view, true, Persistence.PERMANENT, null, -1);
        SelectStmt.Plain body =
                new SelectStmt.Plain(null, targets, null, List.of(self), null, List.of(), false, null, List.of());
        CommonTable table = new CommonTable(view, columns, Materialize.DEFAULT, query, null, null, -1);
        WithClause with = new WithClause(true, List.of(table), -1);
        return new SelectStmt(with, body, List.of(), null, null, false, List.of());
    }

    private ViewCheck check() {
        if (!tokens.accept("with")) {
            return ViewCheck.NONE;
        }
        boolean local = tokens.accept("local");
        if (!local) {
            tokens.accept("cascaded");
        }
        tokens.expect("check");
        tokens.expect("option");
        return local ? ViewCheck.LOCAL : ViewCheck.CASCADED;
    }

    /// At CREATE.
    Statement createMaterializedView() {
        tokens.expect("create");
        Persistence persistence = tokens.accept("unlogged") ? Persistence.UNLOGGED : Persistence.PERMANENT;
        tokens.expect("materialized");
        tokens.expect("view");
        boolean ifNotExists = grammar.clauses.ifNotExists();
        RangeVar view = grammar.names.qualifiedName().withPersistence(persistence);
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        String accessMethod = tokens.accept("using") ? tokens.columnName() : null;
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        String tablespace = tokens.accept("tablespace") ? tokens.columnName() : null;
        tokens.expect("as");
        SelectStmt query = grammar.selects.query();
        IntoClause into = new IntoClause(
                view, columns, accessMethod, options, OnCommit.NONE, tablespace, grammar.clauses.withData());
        return new CreateTableAs(into, ifNotExists, true, query);
    }

    Statement refresh() {
        tokens.expect("refresh");
        tokens.expect("materialized");
        tokens.expect("view");
        boolean concurrently = tokens.accept("concurrently");
        RangeVar view = grammar.names.qualifiedName();
        return new RefreshMaterializedView(view, concurrently, grammar.clauses.withData());
    }
}

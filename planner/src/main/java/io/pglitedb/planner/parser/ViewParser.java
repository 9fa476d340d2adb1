package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.IntoClause.OnCommit;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTableAs;
import io.pglitedb.planner.ast.TableStatement.CreateView;
import io.pglitedb.planner.ast.TableStatement.RefreshMaterializedView;
import io.pglitedb.planner.ast.TableStatement.ViewCheck;
import java.util.List;

/// CREATE VIEW (not the recursive form), CREATE MATERIALIZED VIEW and REFRESH.
final class ViewParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    ViewParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At CREATE.
    boolean atCreateView() {
        int ahead = tokens.peek(1).is("or") && tokens.peek(2).is("replace") ? 3 : 1;
        Token word = tokens.peek(ahead);
        return tokens.peek(word.is("temporary") || word.is("temp") ? ahead + 1 : ahead)
                .is("view");
    }

    Statement createView() {
        tokens.expect("create");
        boolean replace = tokens.accept("or", "replace");
        boolean temporary = tokens.accept("temporary") || tokens.accept("temp");
        tokens.expect("view");
        RangeVar view = grammar.names
                .qualifiedName()
                .withPersistence(temporary ? Persistence.TEMPORARY : Persistence.PERMANENT);
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        tokens.expect("as");
        SelectStmt query = grammar.selects.query();
        return new CreateView(view, replace, columns, options, query, check());
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
    boolean atCreateMaterializedView() {
        return tokens.peek(1).is("materialized");
    }

    Statement createMaterializedView() {
        tokens.expect("create");
        tokens.expect("materialized");
        tokens.expect("view");
        boolean ifNotExists = tokens.accept("if", "not");
        if (ifNotExists) {
            tokens.expect("exists");
        }
        RangeVar view = grammar.names.qualifiedName();
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        String accessMethod = tokens.accept("using") ? tokens.columnName() : null;
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        String tablespace = tokens.accept("tablespace") ? tokens.columnName() : null;
        tokens.expect("as");
        SelectStmt query = grammar.selects.query();
        IntoClause into = new IntoClause(view, columns, accessMethod, options, OnCommit.NONE, tablespace, withData());
        return new CreateTableAs(into, ifNotExists, true, query);
    }

    Statement refresh() {
        tokens.expect("refresh");
        tokens.expect("materialized");
        tokens.expect("view");
        boolean concurrently = tokens.accept("concurrently");
        RangeVar view = grammar.names.qualifiedName();
        return new RefreshMaterializedView(view, concurrently, withData());
    }

    private boolean withData() {
        if (!tokens.accept("with")) {
            return true;
        }
        boolean withData = !tokens.accept("no");
        tokens.expect("data");
        return withData;
    }
}

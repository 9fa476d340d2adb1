package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.Alias;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.ast.FromItem.FunctionItem;
import io.pglitedb.planner.ast.FromItem.Join;
import io.pglitedb.planner.ast.FromItem.JoinKind;
import io.pglitedb.planner.ast.FromItem.RangeFunction;
import io.pglitedb.planner.ast.FromItem.Subselect;
import io.pglitedb.planner.ast.FromItem.TableSample;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The FROM clause: tables, subqueries, functions and joins of them.
final class FromParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    FromParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    List<FromItem> fromList() {
        List<FromItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.accept(","));
        return List.copyOf(items);
    }

    /// A table_ref with the joins that follow it.
    FromItem item() {
        FromItem left = simple();
        while (true) {
            if (tokens.accept("cross")) {
                tokens.expect("join");
                left = new Join(JoinKind.INNER, false, left, simple(), List.of(), null, null, null);
            } else if (atJoin()) {
                left = join(left);
            } else {
                return left;
            }
        }
    }

    private boolean atJoin() {
        return tokens.at("join")
                || tokens.at("inner")
                || tokens.at("left")
                || tokens.at("right")
                || tokens.at("full")
                || tokens.at("natural");
    }

    private FromItem join(FromItem left) {
        boolean natural = tokens.accept("natural");
        JoinKind kind = kind();
        tokens.expect("join");
        if (natural) {
            return new Join(kind, true, left, simple(), List.of(), null, null, null);
        }
        // `a JOIN b JOIN c ON … ON …`: a join that still waits for its condition takes the inner one on its right.
        FromItem right = simple();
        while (!tokens.at("on") && !tokens.at("using")) {
            if (tokens.accept("cross")) {
                tokens.expect("join");
                right = new Join(JoinKind.INNER, false, right, simple(), List.of(), null, null, null);
            } else if (atJoin()) {
                right = join(right);
            } else {
                throw tokens.syntaxError();
            }
        }
        if (tokens.accept("on")) {
            return new Join(kind, false, left, right, List.of(), null, grammar.expressions.expression(), null);
        }
        tokens.expect("using");
        List<String> columns = grammar.names.parenthesizedColumns();
        Alias alias = tokens.accept("as") ? new Alias(tokens.columnName(), List.of()) : null;
        return new Join(kind, false, left, right, columns, alias, null, null);
    }

    private JoinKind kind() {
        if (tokens.accept("inner")) {
            return JoinKind.INNER;
        }
        JoinKind kind;
        if (tokens.accept("left")) {
            kind = JoinKind.LEFT;
        } else if (tokens.accept("right")) {
            kind = JoinKind.RIGHT;
        } else if (tokens.accept("full")) {
            kind = JoinKind.FULL;
        } else {
            return JoinKind.INNER;
        }
        tokens.accept("outer");
        return kind;
    }

    private FromItem simple() {
        boolean lateral = tokens.accept("lateral");
        if (tokens.at("(")) {
            return lateral ? subselect(true) : parenthesized();
        }
        if (tokens.at("rows", "from")) {
            return rowsFrom(lateral);
        }
        if (tokens.at("xmltable", "(")) {
            return grammar.xmlTables.table(lateral);
        }
        if (lateral || atFunction()) {
            return function(lateral);
        }
        return table();
    }

    /// A subquery, or a join in parentheses with or without an alias.
    private FromItem parenthesized() {
        if (!grammar.selects.mayStartHere()) {
            return parenthesizedJoin();
        }
        return tokens.either(() -> subselect(false), this::parenthesizedJoin);
    }

    private FromItem subselect(boolean lateral) {
        int location = tokens.location();
        SelectStmt query = grammar.selects.parenthesized();
        Alias alias = grammar.names.optionalAlias();
        if (alias == null) {
            boolean values = query.body() instanceof SelectStmt.Values;
            throw tokens.errorAt(
                            SqlState.SYNTAX_ERROR,
                            values ? "VALUES in FROM must have an alias" : "subquery in FROM must have an alias",
                            location)
                    .hint(
                            values
                                    ? "For example, FROM (VALUES ...) [AS] foo."
                                    : "For example, FROM (SELECT ...) [AS] foo.");
        }
        return new Subselect(lateral, query, alias, location);
    }

    private FromItem parenthesizedJoin() {
        tokens.expect("(");
        FromItem inner = item();
        if (!(inner instanceof Join join)) {
            throw tokens.syntaxError();
        }
        tokens.expect(")");
        Alias alias = grammar.names.optionalAlias();
        if (alias == null) {
            return inner;
        }
        return new Join(
                join.kind(),
                join.natural(),
                join.left(),
                join.right(),
                join.using(),
                join.usingAlias(),
                join.on(),
                alias);
    }

    /// A call where otherwise only the name of a column may stand; null, and nothing read, at such a name.
    AstExpr callOrNull() {
        return atFunction() || tokens.peek(1).is(".") ? windowless() : null;
    }

    /// True when a possibly qualified name with a parenthesis behind comes next, a value function without one, or
    /// a word that can only be a function's name.
    private boolean atFunction() {
        Token first = tokens.peek();
        if (FunctionCallParser.isValueFunction(first)) {
            return true;
        }
        if (!TokenStream.isColumnName(first)) {
            return TokenStream.isTypeOrFunctionName(first) || tokens.at("cast");
        }
        int ahead = 1;
        while (tokens.peek(ahead).is(".")) {
            ahead += 2;
        }
        return tokens.peek(ahead).is("(");
    }

    private FromItem function(boolean lateral) {
        AstExpr call = windowless();
        boolean ordinality = ordinality();
        return functionAlias(lateral, ordinality, false, List.of(new FunctionItem(call, List.of())));
    }

    /// func_expr_windowless: a call without WITHIN GROUP, FILTER and OVER, or one of the special forms.
    private AstExpr windowless() {
        int location = tokens.location();
        AstExpr special = tokens.at("grouping") ? null : grammar.functions.special();
        if (special != null) {
            return special;
        }
        return grammar.functions.application(grammar.signatures.functionName(), location);
    }

    private boolean ordinality() {
        return tokens.acceptMerged("with", "ordinality");
    }

    private FromItem rowsFrom(boolean lateral) {
        tokens.next();
        tokens.next();
        tokens.expect("(");
        List<FunctionItem> functions = new ArrayList<>();
        do {
            AstExpr call = windowless();
            List<ColumnDef> columns = tokens.accept("as") ? columnDefinitions() : List.of();
            functions.add(new FunctionItem(call, columns));
        } while (tokens.accept(","));
        tokens.expect(")");
        return functionAlias(lateral, ordinality(), true, List.copyOf(functions));
    }

    /// `[AS] alias [(columns)]`, `AS (definitions)` or `[AS] alias (definitions)`.
    private FromItem functionAlias(
            boolean lateral, boolean ordinality, boolean rowsFrom, List<FunctionItem> functions) {
        boolean as = tokens.accept("as");
        if (as && tokens.at("(")) {
            return new RangeFunction(lateral, ordinality, rowsFrom, functions, null, columnDefinitions());
        }
        if (!as && !tokens.atColumnName()) {
            return new RangeFunction(lateral, ordinality, rowsFrom, functions, null, List.of());
        }
        String name = tokens.columnName();
        if (!tokens.at("(")) {
            return new RangeFunction(lateral, ordinality, rowsFrom, functions, new Alias(name, List.of()), List.of());
        }
        return tokens.either(
                () -> new RangeFunction(
                        lateral,
                        ordinality,
                        rowsFrom,
                        functions,
                        new Alias(name, grammar.names.parenthesizedColumns()),
                        List.of()),
                () -> new RangeFunction(
                        lateral, ordinality, rowsFrom, functions, new Alias(name, List.of()), columnDefinitions()));
    }

    /// `(name type [COLLATE …], …)`
    private List<ColumnDef> columnDefinitions() {
        return grammar.clauses.parenthesized(this::columnDefinition);
    }

    /// TableFuncElement
    ColumnDef columnDefinition() {
        int location = tokens.location();
        String name = tokens.columnName();
        TypeName type = grammar.types.typeName();
        List<String> collation = tokens.accept("collate") ? grammar.names.anyName() : List.of();
        return new ColumnDef(name, type, null, collation, List.of(), List.of(), location);
    }

    private FromItem table() {
        RangeVar relation = grammar.names.relation();
        Alias alias = grammar.names.optionalAlias();
        RangeVar named = alias == null ? relation : relation.withAlias(alias);
        if (!tokens.at("tablesample")) {
            return named;
        }
        tokens.next();
        int location = tokens.location();
        List<String> method = grammar.signatures.functionName();
        tokens.expect("(");
        List<AstExpr> arguments = grammar.expressions.expressionList();
        tokens.expect(")");
        AstExpr repeatable = null;
        if (tokens.accept("repeatable")) {
            tokens.expect("(");
            repeatable = grammar.expressions.expression();
            tokens.expect(")");
        }
        return new TableSample(named, method, arguments, repeatable, location);
    }
}

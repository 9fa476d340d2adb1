package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.Alias;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.AllFields;
import io.pglitedb.planner.ast.AstExpr.Field;
import io.pglitedb.planner.ast.AstExpr.IndirectionElement;
import io.pglitedb.planner.ast.AstExpr.Subscript;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RangeVar.Persistence;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Names: qualified ones, relations, aliases, operators, and what may follow a name in brackets or behind dots.
final class NameParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    NameParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// `a`, `a.b`, …: any_name.
    List<String> anyName() {
        List<String> name = new ArrayList<>(2);
        name.add(tokens.columnName());
        while (tokens.accept(".")) {
            name.add(tokens.label());
        }
        return List.copyOf(name);
    }

    /// `(a, b, …)`.
    List<String> parenthesizedColumns() {
        tokens.expect("(");
        List<String> columns = columnList();
        tokens.expect(")");
        return columns;
    }

    /// `a, b, …`: columnList, name_list.
    List<String> columnList() {
        return grammar.clauses.list(tokens::columnName);
    }

    /// any_name_list
    List<List<String>> anyNames() {
        return grammar.clauses.list(this::anyName);
    }

    /// qualified_name_list
    List<RangeVar> qualifiedNames() {
        return grammar.clauses.list(this::qualifiedName);
    }

    /// `relation`, `schema.relation` or `catalog.schema.relation`: qualified_name.
    RangeVar qualifiedName() {
        int location = tokens.location();
        List<String> name = new ArrayList<>(2);
        name.add(tokens.columnName());
        while (tokens.at(".") || tokens.at("[")) {
            name.add(part());
        }
        return rangeVar(name, location);
    }

    /// `.name`. PostgreSQL's grammar also reads `.*` and `[…]` in names, only to refuse them.
    String part() {
        if (tokens.at(".") && !tokens.peek(1).is("*")) {
            tokens.next();
            return tokens.label();
        }
        indirection();
        throw tokens.syntaxError();
    }

    RangeVar rangeVar(List<String> name, int location) {
        return switch (name.size()) {
            case 1 -> new RangeVar(null, null, name.get(0), true, Persistence.PERMANENT, null, location);
            case 2 -> new RangeVar(null, name.get(0), name.get(1), true, Persistence.PERMANENT, null, location);
            case 3 -> new RangeVar(name.get(0), name.get(1), name.get(2), true, Persistence.PERMANENT, null, location);
            default ->
                throw tokens.errorAt(
                        SqlState.SYNTAX_ERROR,
                        "improper qualified name (too many dotted names): " + String.join(".", name),
                        location);
        };
    }

    /// `[ONLY] name [*]`: relation_expr.
    RangeVar relation() {
        if (tokens.accept("only")) {
            boolean parenthesized = tokens.accept("(");
            RangeVar name = qualifiedName();
            if (parenthesized) {
                tokens.expect(")");
            }
            return new RangeVar(
                    name.catalog(), name.schema(), name.relation(), false, name.persistence(), null, name.location());
        }
        RangeVar name = qualifiedName();
        tokens.accept("*");
        return name;
    }

    /// `[AS] name [(columns)]`; null when absent. Without AS the name must not be reserved.
    Alias optionalAlias() {
        if (tokens.accept("as")) {
            return alias();
        }
        return tokens.atColumnName() ? alias() : null;
    }

    private Alias alias() {
        String name = tokens.columnName();
        return new Alias(name, tokens.at("(") ? parenthesizedColumns() : List.of());
    }

    /// `.name`, `.*`, `[i]`, `[i:j]` …: opt_indirection.
    List<IndirectionElement> indirection() {
        if (!tokens.at(".") && !tokens.at("[")) {
            return List.of();
        }
        List<IndirectionElement> elements = new ArrayList<>();
        while (true) {
            if (tokens.accept(".")) {
                elements.add(tokens.accept("*") ? new AllFields() : new Field(tokens.label()));
            } else if (tokens.accept("[")) {
                elements.add(subscript());
            } else {
                return List.copyOf(elements);
            }
        }
    }

    private Subscript subscript() {
        AstExpr lower = tokens.at(":") ? null : grammar.expressions.expression();
        if (tokens.accept(":")) {
            AstExpr upper = tokens.at("]") ? null : grammar.expressions.expression();
            tokens.expect("]");
            return new Subscript(true, lower, upper);
        }
        tokens.expect("]");
        return new Subscript(false, null, lower);
    }

    /// True at a binary or prefix operator in any of its spellings, comparison and arithmetic included.
    boolean atOperator() {
        return tokens.at(Kind.OPERATOR) || atMathOperator() || tokens.at("operator", "(");
    }

    boolean atMathOperator() {
        if (!tokens.at(Kind.SYMBOL)) {
            return false;
        }
        return switch (tokens.peek().text()) {
            case "+", "-", "*", "/", "%", "^", "<", ">", "=", "<=", ">=", "<>" -> true;
            default -> false;
        };
    }

    /// `+`, `@>`, `OPERATOR(schema.+)` …
    List<String> operator() {
        if (tokens.accept("operator", "(")) {
            List<String> name = qualifiedOperator();
            tokens.expect(")");
            return name;
        }
        return List.of(plainOperator());
    }

    /// As `operator`, or qualified without that word.
    List<String> operatorOrQualified() {
        return tokens.at("operator", "(") ? operator() : qualifiedOperator();
    }

    /// any_operator: `+`, `schema.+`
    List<String> qualifiedOperator() {
        List<String> name = new ArrayList<>(2);
        while (tokens.atColumnName()) {
            name.add(tokens.columnName());
            tokens.expect(".");
        }
        name.add(plainOperator());
        return List.copyOf(name);
    }

    private String plainOperator() {
        if (!tokens.at(Kind.OPERATOR) && !atMathOperator()) {
            throw tokens.syntaxError();
        }
        return tokens.next().text();
    }
}

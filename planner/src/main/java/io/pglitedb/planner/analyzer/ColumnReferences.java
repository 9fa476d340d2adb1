package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// `a`, `t.a`, `s.t.a`, `db.s.t.a`, and a table's name as its row. Source: PostgreSQL's transformColumnRef.
final class ColumnReferences {
    private ColumnReferences() {}

    static Expr analyze(ParseState state, AstExpr.ColumnRef reference) {
        int location = reference.location();
        if (reference.star() && reference.fields().isEmpty()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "row expansion via \"*\" is not supported here")
                    .at(location + 1);
        }
        String message = switch (state.kind) {
            case COLUMN_DEFAULT -> "cannot use column reference in DEFAULT expression";
            case PARTITION_BOUND -> "cannot use column reference in partition bound expression";
            default -> null;
        };
        if (message != null) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, message).at(location + 1);
        }
        List<String> fields = reference.fields();
        if (reference.star()) {
            return row(state, fields, location);
        }
        if (state.domainValue != null && fields.equals(List.of("value"))) {
            Expr.DomainValue value = state.domainValue;
            return new Expr.DomainValue(value.type(), value.typmod(), value.collation(), Origin.at(location));
        }
        if (fields.size() == 1) {
            return unqualified(state, fields.getFirst(), location);
        }
        String column = fields.getLast();
        String relation = fields.get(fields.size() - 2);
        if (NamedParameters.comeFirst(state)) {
            Expr variable = NamedParameters.find(state, fields, location);
            if (variable != null) {
                return variable;
            }
        }
        Expr parameter = parameter(state, fields, location);
        if (parameter != null) {
            return parameter;
        }
        ColumnLookup.Found found = relation(state, fields.subList(0, fields.size() - 1), fields, location);
        Expr result = ColumnLookup.in(state, found.item(), found.levelsUp(), column, location);
        if (result != null) {
            NamedParameters.requireUnambiguous(state, fields, location);
            return result;
        }
        Expr row = ColumnLookup.wholeRow(state, found.item(), found.levelsUp(), location);
        Expr call = FunctionCallAnalyzer.asFunction(state, column, row, location);
        if (call != null) {
            return call;
        }
        throw MissingNames.column(state, relation, column, location);
    }

    /// `t.*` outside a target list: the whole row.
    private static Expr row(ParseState state, List<String> relation, int location) {
        if (relation.size() == 1 && ColumnLookup.relation(state, null, relation.getFirst(), location) == null) {
            Expr variable = NamedParameters.find(state, relation, location);
            if (variable != null) {
                return variable;
            }
        }
        List<String> written = new ArrayList<>(relation);
        written.add("*");
        ColumnLookup.Found found = relation(state, relation, written, location);
        return ColumnLookup.wholeRow(state, found.item(), found.levelsUp(), location);
    }

    /// @param written the whole reference, for messages
    private static ColumnLookup.Found relation(
            ParseState state, List<String> relation, List<String> written, int location) {
        if (relation.size() > 3) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "improper qualified name (too many dotted names): " + String.join(".", written))
                    .at(location + 1);
        }
        if (relation.size() == 3 && !relation.getFirst().equals(state.catalog().databaseName())) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "cross-database references are not implemented: " + String.join(".", written))
                    .at(location + 1);
        }
        String schema = relation.size() > 1 ? relation.get(relation.size() - 2) : null;
        ColumnLookup.Found found = ColumnLookup.relation(state, schema, relation.getLast(), location);
        if (found == null) {
            throw MissingNames.relation(state, schema, relation.getLast(), location);
        }
        return found;
    }

    /// Null when the qualifier means a relation, or nothing is called so.
    private static Expr parameter(ParseState state, List<String> fields, int location) {
        if (!state.parameters().isNamed() || fields.size() > 3) {
            return null;
        }
        String schema = fields.size() > 2 ? fields.getFirst() : null;
        boolean isColumn = ColumnLookup.relation(state, schema, fields.get(fields.size() - 2), location) != null;
        return isColumn ? null : NamedParameters.find(state, fields, location);
    }

    private static Expr unqualified(ParseState state, String name, int location) {
        if (NamedParameters.comeFirst(state)) {
            Expr variable = NamedParameters.find(state, List.of(name), location);
            if (variable != null) {
                return variable;
            }
        }
        Expr result = ColumnLookup.column(state, name, false, location);
        if (result != null) {
            NamedParameters.requireUnambiguous(state, List.of(name), location);
            return result;
        }
        ColumnLookup.Found row = ColumnLookup.relation(state, null, name, location);
        if (row != null) {
            return ColumnLookup.wholeRow(state, row.item(), row.levelsUp(), location);
        }
        Expr parameter = NamedParameters.find(state, List.of(name), location);
        if (parameter != null) {
            return parameter;
        }
        throw MissingNames.column(state, null, name, location);
    }
}

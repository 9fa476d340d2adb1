package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Subqueries in expressions. Source: PostgreSQL's transformSubLink.
final class SubLinkAnalyzer {
    private SubLinkAnalyzer() {}

    static Expr analyze(ParseState state, AstExpr.SubLink raw) {
        int location = raw.location();
        Query query = query(state, raw);
        List<TargetEntry> columns = query.resultColumns();
        return switch (raw.kind()) {
            case EXISTS -> link(Expr.SubLinkKind.EXISTS, null, List.of(), query, BOOL, -1, location);
            case SCALAR, ARRAY -> {
                if (columns.size() != 1) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "subquery must return only one column")
                            .at(location + 1);
                }
                Expr column = columns.getFirst().expression();
                if (raw.kind() == AstExpr.SubLinkKind.SCALAR) {
                    yield link(
                            Expr.SubLinkKind.SCALAR, null, List.of(), query, column.type(), column.typmod(), location);
                }
                int array = state.types().isSubarray(column.type())
                        ? column.type()
                        : state.types().arrayOf(column.type());
                if (array == NONE) {
                    throw new PgException(
                                    SqlState.UNDEFINED_OBJECT,
                                    "could not find array type for data type %s"
                                            .formatted(state.types().name(column.type())))
                            .at(location + 1);
                }
                yield link(Expr.SubLinkKind.ARRAY, null, List.of(), query, array, column.typmod(), location);
            }
            case ANY, ALL -> {
                List<String> name = raw.operator().isEmpty() ? List.of("=") : raw.operator();
                Expr.SubLinkKind kind = Expr.SubLinkKind.valueOf(raw.kind().name());
                yield compare(state, kind, raw.testExpression(), name, raw.operator(), query, location);
            }
        };
    }

    static Expr rowCompare(ParseState state, AstExpr row, List<String> name, AstExpr.SubLink raw, int location) {
        return compare(state, Expr.SubLinkKind.ROW_COMPARE, row, name, name, query(state, raw), location);
    }

    /// The source of `SET (a, b) = (SELECT …)`.
    static Expr.SubLink multiAssigned(Query query, int number, int location) {
        return new Expr.SubLink(
                Expr.SubLinkKind.MULTIEXPR, number, null, List.of(), query, RECORD, -1, NONE, Origin.at(location));
    }

    static Query query(ParseState state, AstExpr.SubLink raw) {
        String forbidden = switch (state.kind) {
            case CHECK_CONSTRAINT -> "cannot use subquery in check constraint";
            case COLUMN_DEFAULT, FUNCTION_DEFAULT -> "cannot use subquery in DEFAULT expression";
            case INDEX_EXPRESSION -> "cannot use subquery in index expression";
            case INDEX_PREDICATE -> "cannot use subquery in index predicate";
            case ALTER_COLUMN_TRANSFORM -> "cannot use subquery in transform expression";
            case EXECUTE_PARAMETER -> "cannot use subquery in EXECUTE parameter";
            case TRIGGER_WHEN -> "cannot use subquery in trigger WHEN condition";
            case PARTITION_BOUND -> "cannot use subquery in partition bound";
            case PARTITION_EXPRESSION -> "cannot use subquery in partition key expression";
            case CALL_ARGUMENT -> "cannot use subquery in CALL argument";
            case COPY_WHERE -> "cannot use subquery in COPY FROM WHERE condition";
            case GENERATED_COLUMN -> "cannot use subquery in column generation expression";
            default -> null;
        };
        if (forbidden != null) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, forbidden).at(raw.location() + 1);
        }
        state.hasSubLinks = true;
        return QueryAnalyzer.subquery(state, raw.query(), true);
    }

    private static Expr compare(
            ParseState state,
            Expr.SubLinkKind kind,
            AstExpr rawLeft,
            List<String> name,
            List<String> written,
            Query query,
            int location) {
        Expr left = ExpressionAnalyzer.analyze(state, rawLeft);
        List<Expr> leftFields = left instanceof Expr.RowConstructor row ? row.fields() : List.of(left);
        List<Expr> right = new ArrayList<>();
        for (TargetEntry column : query.resultColumns()) {
            Expr it = column.expression();
            right.add(new Expr.Param(
                    Expr.ParamKind.SUBLINK, column.number(), it.type(), it.typmod(), it.collation(), Origin.NONE));
        }
        if (leftFields.size() < right.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "subquery has too many columns").at(location + 1);
        }
        if (leftFields.size() > right.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "subquery has too few columns").at(location + 1);
        }
        Expr test = RowComparisons.compare(state, name, leftFields, right, location);
        return link(kind, test, written, query, BOOL, -1, location);
    }

    private static Expr link(
            Expr.SubLinkKind kind, Expr test, List<String> name, Query query, int type, int typmod, int location) {
        int collation = kind == Expr.SubLinkKind.SCALAR || kind == Expr.SubLinkKind.ARRAY
                ? query.resultColumns().getFirst().expression().collation()
                : 0;
        return new Expr.SubLink(kind, 0, test, name, query, type, typmod, collation, Origin.at(location));
    }
}

package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import java.util.List;
import java.util.Locale;

/// Names of result columns that have no AS. Source: PostgreSQL's FigureColname.
public final class ColumnNames {
    private record Guess(String name, int strength) {}

    private static final Guess NONE = new Guess("?column?", 0);

    private ColumnNames() {}

    static String of(AstExpr raw) {
        return guess(raw).name();
    }

    /// The name of an index's column that is an expression: `expr` where nothing better is found.
    public static String ofIndexExpression(AstExpr raw) {
        Guess guess = guess(raw);
        return guess.strength() > 0 ? guess.name() : "expr";
    }

    private static Guess guess(AstExpr raw) {
        return switch (raw) {
            case AstExpr.ColumnRef reference ->
                reference.fields().isEmpty() ? NONE : sure(reference.fields().getLast());
            case AstExpr.Indirection indirection -> {
                for (AstExpr.IndirectionElement element : indirection.elements().reversed()) {
                    if (element instanceof AstExpr.Field field) {
                        yield sure(field.name());
                    }
                }
                yield guess(indirection.argument());
            }
            case AstExpr.FuncCall call -> sure(call.name().getLast());
            case AstExpr.OperatorExpr operator ->
                operator.kind() == AstExpr.OperatorKind.NULLIF ? sure("nullif") : NONE;
            case AstExpr.TypeCast cast -> {
                Guess inner = guess(cast.argument());
                List<String> names = cast.type().names();
                yield inner.strength() <= 1 ? new Guess(names.getLast(), 1) : inner;
            }
            case AstExpr.CollateClause clause -> guess(clause.argument());
            case AstExpr.GroupingFunc ignored -> sure("grouping");
            case AstExpr.SubLink link ->
                switch (link.kind()) {
                    case EXISTS -> sure("exists");
                    case ARRAY -> sure("array");
                    case SCALAR -> scalar(link.query());
                    case ANY, ALL -> NONE;
                };
            case AstExpr.CaseExpr conditional -> {
                Guess inner = conditional.otherwise() == null ? NONE : guess(conditional.otherwise());
                yield inner.strength() <= 1 ? new Guess("case", 1) : inner;
            }
            case AstExpr.ArrayExpr ignored -> sure("array");
            case AstExpr.RowExpr ignored -> sure("row");
            case AstExpr.CoalesceExpr ignored -> sure("coalesce");
            case AstExpr.MinMaxExpr minMax -> sure(minMax.greatest() ? "greatest" : "least");
            case AstExpr.SqlValueFunction function ->
                sure(function.kind().name().toLowerCase(Locale.ROOT));
            case AstExpr.XmlExpr xml ->
                xml.kind() == AstExpr.XmlKind.DOCUMENT
                        ? NONE
                        : sure("xml" + xml.kind().name().toLowerCase(Locale.ROOT));
            case AstExpr.XmlSerialize ignored -> sure("xmlserialize");
            default -> NONE;
        };
    }

    private static Guess scalar(SelectStmt query) {
        if (query.body() instanceof SelectStmt.Plain plain && !plain.targets().isEmpty()) {
            ResTarget target = plain.targets().getFirst();
            return target.name() != null ? sure(target.name()) : guess(target.value());
        }
        return query.body() instanceof SelectStmt.Values ? sure("column1") : NONE;
    }

    private static Guess sure(String name) {
        return new Guess(name, 2);
    }
}

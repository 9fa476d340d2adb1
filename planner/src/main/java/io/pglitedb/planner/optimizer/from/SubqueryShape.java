package io.pglitedb.planner.optimizer.from;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.QueryWalk;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QuerySearch;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.List;
import java.util.Set;

/// What a subquery in an expression is like, before it is planned.
final class SubqueryShape {
    /// Arithmetic of numeric, whose range no sum or product of stored values leaves, and casts that lose nothing.
    private static final Set<String> WITHOUT_ERRORS = Set.of(
            "numeric_add",
            "numeric_sub",
            "numeric_mul",
            "numeric_uminus",
            "int2_numeric",
            "int4_numeric",
            "int8_numeric",
            "i2toi4",
            "int28",
            "int48",
            "i2tod",
            "i4tod",
            "i8tod",
            "ftod");

    private final PlanningContext context;

    SubqueryShape(PlanningContext context) {
        this.context = context;
    }

    /// Outer values may only be read by the subquery's WHERE, targets and HAVING, outside of subqueries in FROM.
    static boolean hasPlainFrom(Query subquery) {
        Query from = subquery.toBuilder()
                .joinTree(new JoinTree.From(subquery.joinTree().items(), null))
                .targets(List.of())
                .having(null)
                .build();
        return !QueryWalk.hasOuterReferences(from);
    }

    /// Whether an expression of the subquery reads something of a query around it.
    static boolean readsOuter(Expr expression) {
        return QuerySearch.visit(
                expression,
                0,
                (part, depth) -> levelsOut(part) > depth ? QuerySearch.Step.STOP : QuerySearch.Step.DESCEND);
    }

    /// Whether the expression reads variables of the query just around the subquery, and nothing else but
    /// constants.
    static boolean readsNextLevelOnly(Expr expression) {
        boolean[] reads = new boolean[1];
        boolean other = QuerySearch.visit(expression, 0, (part, _) -> {
            boolean variable = part instanceof Expr.Var;
            reads[0] |= variable;
            return part instanceof Expr.SubLink
                            || part instanceof Expr.AggregateCall
                            || variable && levelsOut(part) != 1
                    ? QuerySearch.Step.STOP
                    : QuerySearch.Step.DESCEND;
        });
        return reads[0] && !other;
    }

    /// Whether it reads, beside constants, variables of the subquery itself only.
    static boolean readsOwnLevelOnly(Expr expression) {
        return !readsOuter(expression) && !ExpressionFacts.contains(expression, Expr.SubLink.class);
    }

    private static int levelsOut(Expr expression) {
        return switch (expression) {
            case Expr.Var variable -> variable.levelsUp();
            case Expr.AggregateCall call -> call.levelsUp();
            case Expr.Grouping grouping -> grouping.levelsUp();
            default -> 0;
        };
    }

    /// Whether it gives the same whenever it is run in a statement: it calls nothing volatile.
    boolean isRepeatable(Query query) {
        boolean[] repeatable = {!QueryWalk.isVolatile(query, context.catalog())};
        QuerySearch.visit(query, 0, new QuerySearch.Visitor() {
            @Override
            public QuerySearch.Step visit(Expr expression, int depth) {
                return repeatable[0] ? QuerySearch.Step.DESCEND : QuerySearch.Step.STOP;
            }

            @Override
            public void enter(Query inner, int depth) {
                repeatable[0] &= inner.command() == Query.Command.SELECT
                        && inner.rowMarks().isEmpty()
                        && inner.rangeTable().stream().noneMatch(SubqueryShape::isSampled);
            }
        });
        return repeatable[0];
    }

    private static boolean isSampled(RangeTableEntry entry) {
        return entry instanceof RangeTableEntry.Relation relation && relation.sample() != null;
    }

    /// Whether no value of its variables makes the expression fail, so that it may be computed for rows that
    /// nobody asked about.
    boolean cannotFail(Expr expression) {
        boolean own = switch (expression) {
            case Expr.Var _,
                    Expr.Const _,
                    Expr.RelabelType _,
                    Expr.NullTest _,
                    Expr.BooleanTest _,
                    Expr.BooleanExpr _,
                    Expr.Case _,
                    Expr.CaseTestValue _,
                    Expr.Coalesce _ -> true;
            case Expr.Param parameter -> parameter.kind() == Expr.ParamKind.EXTERNAL;
            case Expr.OperatorCall call -> cannotFail(call.function());
            case Expr.FunctionCall call -> !call.returnsSet() && cannotFail(call.function());
            default -> false;
        };
        return own && expression.children().stream().allMatch(this::cannotFail);
    }

    private boolean cannotFail(int function) {
        CatalogView catalog = context.catalog();
        FunctionDef definition = catalog.function(function);
        return definition != null && (definition.leakproof() || WITHOUT_ERRORS.contains(definition.prosrc()));
    }
}

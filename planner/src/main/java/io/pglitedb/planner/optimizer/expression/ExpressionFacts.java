package io.pglitedb.planner.optimizer.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.query.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Properties of expressions over leaf variables.
public final class ExpressionFacts {
    private ExpressionFacts() {}

    /// Numbers of the leaves that the expression reads.
    public static Set<Integer> leaves(Expr expression) {
        Set<Integer> found = new HashSet<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expr expression, Set<Integer> into) {
        if (expression instanceof Expr.Var variable) {
            into.add(variable.rangeTableIndex());
        }
        expression.children().forEach(child -> collect(child, into));
    }

    public static boolean contains(Expr expression, Class<? extends Expr> kind) {
        if (kind.isInstance(expression)) {
            return true;
        }
        for (Expr child : expression.children()) {
            if (contains(child, kind)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it calls a volatile function; subqueries are not looked into.
    public static boolean isVolatile(Expr expression, CatalogView catalog) {
        if (isVolatileCall(expression, catalog)) {
            return true;
        }
        for (Expr child : expression.children()) {
            if (isVolatile(child, catalog)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the expression is itself a call of a volatile function.
    public static boolean isVolatileCall(Expr expression, CatalogView catalog) {
        return switch (expression) {
            case Expr.FunctionCall call -> volatility(catalog, call.function()) == 'v';
            case Expr.OperatorCall call -> volatility(catalog, call.function()) == 'v';
            case Expr.NextValue ignored -> true;
            default -> false;
        };
    }

    /// Whether nothing but its result can tell of the columns that it reads: all functions that see them are
    /// leakproof. What is not known here is taken to leak. Source: PostgreSQL's contain_leaked_vars.
    public static boolean isLeakproof(Expr expression, CatalogView catalog) {
        boolean own = switch (expression) {
            case Expr.Var _,
                    Expr.Slot _,
                    Expr.Const _,
                    Expr.Param _,
                    Expr.BooleanExpr _,
                    Expr.NullTest _,
                    Expr.BooleanTest _,
                    Expr.Case _,
                    Expr.CaseTestValue _,
                    Expr.Coalesce _,
                    Expr.ArrayConstructor _,
                    Expr.RowConstructor _,
                    Expr.FieldSelect _,
                    Expr.RelabelType _,
                    Expr.Collate _,
                    Expr.SqlValueFunction _ -> true;
            case Expr.FunctionCall call -> isLeakproof(call.function(), catalog);
            case Expr.OperatorCall call -> isLeakproof(call.function(), catalog);
            case Expr.DistinctFrom call -> isLeakproof(call.function(), catalog);
            case Expr.NullIf call -> isLeakproof(call.function(), catalog);
            case Expr.ScalarArrayOperation call -> isLeakproof(call.function(), catalog);
            default -> false;
        };
        return leaves(expression).isEmpty() && !contains(expression, Expr.SubPlan.class)
                || own && expression.children().stream().allMatch(child -> isLeakproof(child, catalog));
    }

    private static boolean isLeakproof(int function, CatalogView catalog) {
        FunctionDef definition = catalog.function(function);
        return definition != null && definition.leakproof();
    }

    private static char volatility(CatalogView catalog, int function) {
        FunctionDef definition = catalog.function(function);
        return definition == null ? 'v' : definition.volatility();
    }

    public static boolean returnsSet(Expr expression) {
        boolean own = expression instanceof Expr.FunctionCall call && call.returnsSet()
                || expression instanceof Expr.OperatorCall operator && operator.returnsSet();
        if (own) {
            return true;
        }
        for (Expr child : expression.children()) {
            if (returnsSet(child)) {
                return true;
            }
        }
        return false;
    }

    /// Leaves such that the condition cannot be true when all of that leaf's columns are NULL.
    public static Set<Integer> rejectsNullsOf(Expr condition, CatalogView catalog) {
        return switch (condition) {
            case Expr.NullTest test when !test.isNull() -> strictLeaves(test.argument(), catalog);
            case Expr.BooleanTest test
            when test.kind() == Expr.BooleanTestKind.IS_TRUE || test.kind() == Expr.BooleanTestKind.IS_FALSE ->
                strictLeaves(test.argument(), catalog);
            case Expr.BooleanExpr or
            when or.kind() == Expr.BooleanKind.OR -> {
                Set<Integer> common = null;
                for (Expr argument : or.arguments()) {
                    Set<Integer> one = rejectsNullsOf(argument, catalog);
                    if (common == null) {
                        common = new HashSet<>(one);
                    } else {
                        common.retainAll(one);
                    }
                }
                yield common == null ? Set.of() : common;
            }
            case Expr.BooleanExpr and
            when and.kind() == Expr.BooleanKind.AND -> {
                Set<Integer> all = new HashSet<>();
                and.arguments().forEach(argument -> all.addAll(rejectsNullsOf(argument, catalog)));
                yield all;
            }
            default -> strictLeaves(condition, catalog);
        };
    }

    /// Leaves such that the value is NULL when all of that leaf's columns are NULL.
    private static Set<Integer> strictLeaves(Expr expression, CatalogView catalog) {
        return switch (expression) {
            case Expr.Var variable -> Set.of(variable.rangeTableIndex());
            case Expr.OperatorCall call when strict(catalog, call.function()) -> union(call.arguments(), catalog);
            case Expr.FunctionCall call
            when strict(catalog, call.function()) && !call.variadic() -> union(call.arguments(), catalog);
            case Expr.RelabelType relabel -> strictLeaves(relabel.argument(), catalog);
            case Expr.CoerceViaIo coercion -> strictLeaves(coercion.argument(), catalog);
            case Expr.Collate collate -> strictLeaves(collate.argument(), catalog);
            case Expr.BooleanExpr not
            when not.kind() == Expr.BooleanKind.NOT ->
                strictLeaves(not.arguments().getFirst(), catalog);
            case Expr.ScalarArrayOperation operation
            when operation.any() && strict(catalog, operation.function()) -> strictLeaves(operation.scalar(), catalog);
            default -> Set.of();
        };
    }

    private static Set<Integer> union(List<Expr> arguments, CatalogView catalog) {
        Set<Integer> all = new HashSet<>();
        arguments.forEach(argument -> all.addAll(strictLeaves(argument, catalog)));
        return all;
    }

    private static boolean strict(CatalogView catalog, int function) {
        FunctionDef definition = catalog.function(function);
        return definition != null && definition.strict() && !definition.returnsSet();
    }

    /// The `=` that the operator call is, when rows can be hashed by it; else null.
    public static OperatorDef hashableEquality(Expr condition, CatalogView catalog) {
        if (condition instanceof Expr.OperatorCall call && call.arguments().size() == 2) {
            OperatorDef operator = catalog.operator(call.operator());
            return operator != null && operator.canHash() ? operator : null;
        }
        return null;
    }
}

package io.pglitedb.executor.vector.expression;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.row.expression.ArrayMembership;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.Collations;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.kernel.ColumnFunction;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;

/// Compiles expressions over the columns of a batch.
public final class VectorCompiler {
    /// Evaluates what has no kernel.
    private final ExpressionCompiler rows;
    /// What is computed once a batch, wherever it occurs.
    private final RepeatedExpressions repeated;

    public VectorCompiler(ExpressionCompiler rows) {
        this(rows, RepeatedExpressions.NONE);
    }

    private VectorCompiler(ExpressionCompiler rows, RepeatedExpressions repeated) {
        this.rows = rows;
        this.repeated = repeated;
    }

    /// For one thread that computes all of these: what occurs in them more than once is computed once a batch.
    public VectorCompiler sharing(List<? extends Expr> expressions) {
        return new VectorCompiler(rows, RepeatedExpressions.of(expressions));
    }

    public VectorExpression compile(Expr expression) {
        RowView view = RowView.of(List.of(expression));
        if (view.readsNothing()) {
            return new ConstantExpression(rows.compile(expression), form(expression.type()));
        }
        return repeated.shared(expression, () -> compileNode(expression, view));
    }

    private VectorExpression compileNode(Expr expression, RowView view) {
        VectorExpression compiled = node(expression);
        return compiled != null
                ? compiled
                : new RowwiseExpression(rows.compile(expression), view, form(expression.type()));
    }

    public List<VectorExpression> compileAll(List<? extends Expr> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    /// Null for null, which stands for no condition.
    public VectorExpression compileOptional(Expr expression) {
        return expression == null ? null : compile(expression);
    }

    /// How a type's values lie in vectors.
    public VectorForm form(int type) {
        int base = BaseTypes.of(rows.binder().catalog(), type);
        return VectorForm.of(rows.binder().session().type(base));
    }

    /// Null for what the row engine evaluates.
    private VectorExpression node(Expr expression) {
        return switch (expression) {
            case Expr.Slot slot -> new ColumnExpression(slot.index());
            case Expr.RelabelType relabel -> compile(relabel.argument());
            case Expr.Collate collate -> compile(collate.argument());
            case Expr.FunctionCall call ->
                call.variadic() || call.returnsSet()
                        ? null
                        : function(call.function(), call.arguments(), call, call.inputCollation());
            case Expr.OperatorCall call ->
                call.returnsSet() ? null : function(call.function(), call.arguments(), call, call.inputCollation());
            case Expr.BooleanExpr logic ->
                switch (logic.kind()) {
                    case AND -> new LogicExpressions.And(compileAll(logic.arguments()));
                    case OR -> new LogicExpressions.Or(compileAll(logic.arguments()));
                    case NOT ->
                        new LogicExpressions.Not(compile(logic.arguments().getFirst()));
                };
            case Expr.NullTest test ->
                test.rowWise() ? null : new LogicExpressions.IsNull(compile(test.argument()), test.isNull());
            case Expr.BooleanTest test -> new LogicExpressions.Test(compile(test.argument()), test.kind());
            case Expr.Case choice -> choice(choice);
            case Expr.Coalesce coalesce ->
                new Conditionals.Coalesce(compileAll(coalesce.arguments()), form(coalesce.type()));
            case Expr.ScalarArrayOperation operation -> membership(operation);
            default -> null;
        };
    }

    private VectorExpression function(int oid, List<Expr> arguments, Expr call, int collation) {
        FunctionDef definition = rows.binder().catalog().function(oid);
        if (!definition.strict() || definition.volatility() == 'v' || call.type() == Oids.RECORD) {
            return null;
        }
        SqlType[] types =
                arguments.stream().map(argument -> SqlType.of(argument.type())).toArray(SqlType[]::new);
        BoundFunction bound = rows.binder().bind(oid, types, SqlType.of(call.type()), collation);
        boolean builtIn = FunctionRegistry.standard().find(definition.prosrc()) == bound.implementation();
        if (!builtIn
                || bound.arity() != arguments.size()
                || bound.implementation().result() == void.class) {
            return null;
        }
        return new FunctionExpression(
                bound, ColumnFunction.find(definition.prosrc()), compileAll(arguments), form(call.type()));
    }

    private VectorExpression choice(Expr.Case choice) {
        List<VectorExpression> conditions = new ArrayList<>();
        List<VectorExpression> results = new ArrayList<>();
        for (Expr.When branch : choice.branches()) {
            Expr condition =
                    choice.argument() == null ? branch.condition() : withValue(branch.condition(), choice.argument());
            conditions.add(compile(condition));
            results.add(compile(branch.result()));
        }
        return new Conditionals.Case(conditions, results, compile(choice.otherwise()), form(choice.type()));
    }

    /// A condition of `CASE value WHEN …`, with the value in it.
    private static Expr withValue(Expr condition, Expr value) {
        return switch (condition) {
            case Expr.CaseTestValue _ -> value;
            // These have a value of their own for what is inside.
            case Expr.Case inner when inner.argument() != null -> inner;
            case Expr.ArrayCoerce coercion ->
                coercion.withChildren(List.of(withValue(coercion.argument(), value), coercion.element()));
            default -> condition.mapChildren(child -> withValue(child, value));
        };
    }

    private VectorExpression membership(Expr.ScalarArrayOperation operation) {
        FunctionDef function = rows.binder().catalog().function(operation.function());
        boolean oneArray = RowView.of(List.of(operation.array())).readsNothing();
        if (!oneArray || !ArrayMembership.isMembership(function.prosrc(), operation.any())) {
            return null;
        }
        Collations.requireEquality(rows.binder().catalog(), operation.inputCollation());
        return new MembershipExpression(compile(operation.scalar()), compile(operation.array()), operation.any());
    }
}

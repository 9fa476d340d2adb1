package io.pglitedb.planner.optimizer.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;

/// Computes at planning what does not depend on rows, parameters or settings. A call that fails is left as it is:
/// it may never be reached. Source of the rules: PostgreSQL's eval_const_expressions.
public final class ConstantFolding {
    private final CatalogView catalog;
    private final SessionContext session;

    private final boolean stableToo;

    public ConstantFolding(CatalogView catalog, SessionContext session) {
        this(catalog, session, false);
    }

    private ConstantFolding(CatalogView catalog, SessionContext session, boolean stableToo) {
        this.catalog = catalog;
        this.session = session;
        this.stableToo = stableToo;
    }

    /// Computes stable functions too: what they give now is a guess of what they will give.
    public static ConstantFolding forEstimates(CatalogView catalog, SessionContext session) {
        return new ConstantFolding(catalog, session, true);
    }

    private boolean isConstant(FunctionDef function) {
        return function.volatility() == 'i' || stableToo && function.volatility() == 's';
    }

    /// The node folded; its children are folded already.
    public Expr fold(Expr node) {
        return switch (node) {
            case Expr.FunctionCall call
            when !call.returnsSet() && !call.variadic() ->
                call(call, call.function(), call.arguments(), call.inputCollation());
            case Expr.OperatorCall call
            when !call.returnsSet() -> call(call, call.function(), call.arguments(), call.inputCollation());
            case Expr.RelabelType relabel
            when relabel.argument() instanceof Expr.Const constant ->
                new Expr.Const(
                        constant.value(), relabel.type(), relabel.typmod(), relabel.collation(), constant.origin());
            case Expr.BooleanExpr logic -> logic(logic);
            case Expr.ArrayConstructor array -> array(array);
            case Expr.NullTest test
            when !test.rowWise() && test.argument() instanceof Expr.Const constant ->
                constant(constant.isNull() == test.isNull(), test);
            default -> node;
        };
    }

    private static Expr array(Expr.ArrayConstructor array) {
        Object[] values = new Object[array.elements().size()];
        for (int i = 0; i < values.length; i++) {
            if (array.nested() || !(array.elements().get(i) instanceof Expr.Const constant)) {
                return array;
            }
            values[i] = constant.value();
        }
        return constant(PgArray.of(array.elementType(), values), array);
    }

    private static Expr constant(Object value, Expr like) {
        return new Expr.Const(value, like.type(), like.typmod(), like.collation(), like.origin());
    }

    private Expr call(Expr node, int function, List<Expr> arguments, int collation) {
        FunctionDef definition = catalog.function(function);
        if (definition == null || !isConstant(definition) || definition.kind() != 'f') {
            return node;
        }
        boolean anyNull = false;
        for (Expr argument : arguments) {
            anyNull |= argument instanceof Expr.Const constant && constant.isNull();
        }
        if (definition.strict() && anyNull) {
            return constant(null, node);
        }
        for (Expr argument : arguments) {
            if (!(argument instanceof Expr.Const)) {
                return node;
            }
        }
        FunctionImplementation implementation = FunctionRegistry.standard().find(definition.prosrc());
        boolean plain = implementation != null
                && definition.variadicElementType() != Oids.ANY
                && implementation.arity() == arguments.size()
                && node.type() != Oids.INTERNAL;
        if (!plain) {
            return node;
        }
        Object[] values = new Object[arguments.size()];
        SqlType[] types = new SqlType[values.length];
        for (int i = 0; i < values.length; i++) {
            Expr.Const argument = (Expr.Const) arguments.get(i);
            values[i] = argument.value();
            types[i] = new SqlType(argument.type(), argument.typmod());
        }
        try {
            CallContext context = new CallContext(session, types, SqlType.of(node.type()), collation);
            return constant(implementation.invoke(context, values), node);
        } catch (PgException failure) {
            return node;
        }
    }

    private static Expr logic(Expr.BooleanExpr logic) {
        if (logic.kind() == Expr.BooleanKind.NOT) {
            return logic.arguments().getFirst() instanceof Expr.Const constant
                    ? constant(constant.value() instanceof Boolean value ? !value : null, logic)
                    : logic;
        }
        Boolean decisive = logic.kind() == Expr.BooleanKind.OR;
        List<Expr> kept = new ArrayList<>();
        boolean sawNull = false;
        for (Expr argument : logic.arguments()) {
            if (argument instanceof Expr.Const constant) {
                if (decisive.equals(constant.value())) {
                    return constant(decisive, logic);
                }
                sawNull |= constant.isNull();
            } else {
                kept.add(argument);
            }
        }
        if (sawNull) {
            kept.add(constant(null, logic));
        }
        return switch (kept.size()) {
            case 0 -> constant(!decisive, logic);
            case 1 -> kept.getFirst();
            default -> new Expr.BooleanExpr(logic.kind(), kept, logic.origin());
        };
    }
}

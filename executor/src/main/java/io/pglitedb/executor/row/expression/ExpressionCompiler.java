package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.row.table.RowTid;
import io.pglitedb.executor.run.CursorRows;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.function.RowShape;
import java.util.ArrayList;
import java.util.List;

/// Compiles analyzed expressions for one session: walks the tree, each kind of node made by the family that knows
/// it. What has no evaluator yet fails here, before any row, with 0A000.
public final class ExpressionCompiler {
    private final CatalogView catalog;
    private final SessionContext session;
    private final FunctionBinder binder;
    /// Null outside of a plan: then nothing is computed once.
    private final Parameters parameters;
    private final SubPlanCompiler subPlans;
    private final Calls calls;
    private final Conditionals conditionals;
    private final Containers containers;
    private final Rows rows;
    private final Coercions coercions;

    /// Whether what was compiled since this was last false may have another value for the next row.
    private boolean varies;

    /// For expressions outside of a plan, without parameters and subqueries.
    public ExpressionCompiler(CatalogView catalog, SessionContext session, FunctionRegistry functions) {
        this(catalog, session, functions, null, SubPlanCompiler.NONE);
    }

    public ExpressionCompiler(
            CatalogView catalog,
            SessionContext session,
            FunctionRegistry functions,
            Parameters parameters,
            SubPlanCompiler subPlans) {
        this.catalog = catalog;
        this.session = session;
        this.binder = new FunctionBinder(catalog, session, functions);
        this.parameters = parameters;
        this.subPlans = subPlans;
        this.calls = new Calls(this);
        this.conditionals = new Conditionals(this);
        this.containers = new Containers(this);
        this.rows = new Rows(this);
        this.coercions = new Coercions(this);
    }

    public FunctionBinder binder() {
        return binder;
    }

    public Parameters parameters() {
        return parameters;
    }

    CatalogView catalog() {
        return catalog;
    }

    SessionContext session() {
        return session;
    }

    /// 0A000 naming the function or the kind of expression that is not supported yet.
    public Evaluator compile(Expr expression) {
        boolean outer = varies;
        varies = false;
        Evaluator evaluator = node(expression);
        if (!varies && parameters != null && !(expression instanceof Expr.Const || expression instanceof Expr.Param)) {
            evaluator = new OnceEvaluator(evaluator, parameters);
        }
        varies |= outer;
        return evaluator;
    }

    public List<Evaluator> compileAll(List<Expr> expressions) {
        List<Evaluator> evaluators = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            evaluators.add(compile(expression));
        }
        return List.copyOf(evaluators);
    }

    /// Null for null, which stands for no condition.
    public Evaluator compileOptional(Expr expression) {
        return expression == null ? null : compile(expression);
    }

    /// A function or operator that returns a set.
    public SetEvaluator compileSet(Expr expression) {
        return calls.set(expression);
    }

    /// A function in FROM that returns record: the query says of which columns.
    public SetEvaluator compileSet(Expr expression, RowShape shape) {
        return calls.shaped(shape, () -> calls.set(expression));
    }

    /// The same for one row.
    public Evaluator compile(Expr expression, RowShape shape) {
        return calls.shaped(shape, () -> compile(expression));
    }

    /// An expression in which [Expr.CaseTestValue] is what `value[0]` holds when it is evaluated.
    Evaluator compileOver(Object[] value, Expr expression) {
        return conditionals.compileOver(value, expression);
    }

    /// The argument's value, checked by a domain's constraints.
    Evaluator domain(Evaluator argument, TypeDef domain) {
        return coercions.toDomain(argument, domain);
    }

    /// Says that the node being compiled may have another value for the next row.
    void varies() {
        varies = true;
    }

    private Evaluator node(Expr expression) {
        return switch (expression) {
            case Expr.Const constant -> constant(constant.value());
            case Expr.Slot slot -> slot(slot.index());
            case Expr.Param parameter -> parameter(parameter);
            case Expr.FunctionCall call -> calls.function(call);
            case Expr.OperatorCall call -> calls.operator(call);
            case Expr.BooleanExpr logic -> logic(logic);
            case Expr.NullTest test -> test.rowWise() ? rows.nullTest(test) : nullTest(test);
            case Expr.BooleanTest test -> LogicEvaluators.test(compile(test.argument()), test.kind());
            case Expr.DistinctFrom test -> calls.distinctFrom(test);
            case Expr.NullIf test -> calls.nullIf(test);
            case Expr.ScalarArrayOperation operation -> calls.scalarArray(operation);
            case Expr.Case choice -> conditionals.choice(choice);
            case Expr.CaseTestValue _ -> conditionals.caseTestValue();
            case Expr.Coalesce coalesce -> Conditionals.coalesce(compileAll(coalesce.arguments()));
            case Expr.MinMax minMax -> conditionals.minMax(minMax);
            case Expr.Xml xml -> new XmlEvaluators(this).compile(xml);
            case Expr.ArrayConstructor array -> containers.array(array);
            case Expr.SubscriptRef subscript -> containers.subscript(subscript);
            case Expr.ArrayCoerce coercion -> containers.coerce(coercion);
            case Expr.RowConstructor row -> rows.constructor(row);
            case Expr.RowCompare comparison -> rows.compare(comparison);
            case Expr.FieldSelect select -> rows.select(select);
            case Expr.FieldStore store -> rows.store(store);
            case Expr.ConvertRowtype conversion -> rows.convert(conversion);
            case Expr.RelabelType relabel -> compile(relabel.argument());
            case Expr.Collate collate -> compile(collate.argument());
            case Expr.CoerceViaIo coercion -> coercions.viaText(coercion);
            case Expr.CoerceToDomain coercion -> coercions.toDomain(coercion);
            case Expr.DomainValue _ -> coercions.domainValue();
            case Expr.SqlValueFunction value -> SessionValues.compile(value, binder);
            case Expr.NextValue next -> nextValue(next);
            case Expr.CurrentOf current ->
                row -> RowTid.of(session.as(CursorRows.class).rowid(current.cursor(), current.table()));
            case Expr.SubPlan subPlan -> subPlan(subPlan);
            case Expr.Var _,
                    Expr.SubLink _,
                    Expr.AggregateCall _,
                    Expr.WindowCall _,
                    Expr.Grouping _,
                    Expr.SetToDefault _ ->
                throw PgException.notSupported(
                                "evaluation of " + expression.getClass().getSimpleName())
                        .at(expression.location() + 1);
        };
    }

    private static Evaluator constant(Object value) {
        return row -> value;
    }

    private Evaluator slot(int index) {
        varies();
        return row -> row[index];
    }

    private Evaluator parameter(Expr.Param parameter) {
        int number = parameter.number();
        return switch (parameter.kind()) {
            case EXTERNAL -> {
                if (parameters == null) {
                    throw new IllegalStateException("a parameter outside of a plan: $" + number);
                }
                yield row -> parameters.external(number);
            }
            case EXECUTION -> {
                varies();
                yield row -> parameters.get(number);
            }
            case SUBLINK, MULTIEXPR -> throw new IllegalStateException("parameter not planned: " + parameter);
        };
    }

    private Evaluator logic(Expr.BooleanExpr logic) {
        List<Evaluator> arguments = compileAll(logic.arguments());
        return switch (logic.kind()) {
            case AND -> LogicEvaluators.and(arguments);
            case OR -> LogicEvaluators.or(arguments);
            case NOT -> LogicEvaluators.not(arguments.getFirst());
        };
    }

    private Evaluator nullTest(Expr.NullTest test) {
        Evaluator argument = compile(test.argument());
        return test.isNull() ? row -> argument.evaluate(row) == null : row -> argument.evaluate(row) != null;
    }

    private Evaluator nextValue(Expr.NextValue next) {
        varies();
        int sequence = next.sequence();
        BoundFunction nextval =
                binder.bindBody("nextval_oid", SqlType.of(SessionValues.INT8), 0, SqlType.of(SessionValues.REGCLASS));
        return coercions.fromInt8(row -> nextval.call(sequence), next.type());
    }

    private Evaluator subPlan(Expr.SubPlan subPlan) {
        varies();
        return subPlans.compile(subPlan, this);
    }
}

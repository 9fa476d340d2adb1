package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.analyzer.FunctionResolver.Candidate;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// One call of a function, an aggregate or a window function. Source: PostgreSQL's ParseFuncOrColumn.
final class FunctionCallAnalyzer {
    private static final int ARGUMENTS_MAX = 100;

    private final ParseState state;
    private final FuncCall raw;
    /// The set-returning call seen last before the arguments.
    private final Expr lastSet;
    /// Names of the last arguments, those that are named.
    private final List<String> names = new ArrayList<>();
    private List<Expr> arguments = new ArrayList<>();
    private Expr filter;

    private FunctionCallAnalyzer(ParseState state, FuncCall raw) {
        this.state = state;
        this.raw = raw;
        this.lastSet = state.lastSetReturning;
    }

    static Expr analyze(ParseState state, FuncCall raw) {
        FunctionCallAnalyzer self = new FunctionCallAnalyzer(state, raw);
        self.analyzeArguments();
        return self.resolve();
    }

    private PgException error(SqlState code, String message) {
        return new PgException(code, message).at(raw.location() + 1);
    }

    private void analyzeArguments() {
        for (AstExpr argument : raw.arguments()) {
            if (argument instanceof AstExpr.NamedArgument named) {
                if (names.contains(named.name())) {
                    throw new PgException(
                                    SqlState.SYNTAX_ERROR,
                                    "argument name \"%s\" used more than once".formatted(named.name()))
                            .at(named.location() + 1);
                }
                names.add(named.name());
                arguments.add(ExpressionAnalyzer.analyze(state, named.value()));
            } else {
                if (!names.isEmpty()) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "positional argument cannot follow named argument")
                            .at(argument.location() + 1);
                }
                arguments.add(ExpressionAnalyzer.analyze(state, argument));
            }
        }
        if (raw.withinGroup()) {
            raw.orderBy().forEach(sort -> arguments.add(ExpressionAnalyzer.analyze(state, sort.expression())));
        }
        filter = SelectAnalyzer.condition(state, raw.filter(), ExprKind.FILTER, "FILTER");
        if (arguments.size() > ARGUMENTS_MAX) {
            throw error(SqlState.TOO_MANY_ARGUMENTS, "cannot pass more than 100 arguments to a function");
        }
    }

    private Expr resolve() {
        boolean plain = !raw.star()
                && !raw.distinct()
                && !raw.withinGroup()
                && raw.orderBy().isEmpty()
                && raw.filter() == null
                && raw.over() == null;
        if (plain
                && arguments.size() == 1
                && names.isEmpty()
                && !raw.variadic()
                && raw.name().size() == 1) {
            Expr field = field(state, raw.name().getFirst(), arguments.getFirst(), raw.location());
            if (field != null) {
                return field;
            }
        }
        var resolution = FunctionResolver.resolve(state, raw.name(), actualTypes(), names, raw.variadic(), plain);
        return switch (resolution) {
            case FunctionResolver.Found found -> call(found.candidate());
            case FunctionResolver.CastCall cast ->
                Coercion.coerce(
                        state, arguments.getFirst(), cast.type(), -1, Context.EXPLICIT, Form.CALL, raw.location());
            case FunctionResolver.NotUnique ignored ->
                throw error(SqlState.AMBIGUOUS_FUNCTION, "function %s is not unique".formatted(signature()))
                        .hint("Could not choose a best candidate function. You might need to add explicit type casts.");
            case FunctionResolver.NotFound ignored -> throw missing();
        };
    }

    private List<Integer> actualTypes() {
        List<Integer> types = new ArrayList<>();
        arguments.forEach(argument -> types.add(argument.type()));
        return types;
    }

    private PgException missing() {
        if (state.kind == ExprKind.CALL_ARGUMENT) {
            return error(SqlState.UNDEFINED_FUNCTION, "procedure %s does not exist".formatted(signature()))
                    .hint("No procedure matches the given name and argument types. You might need to add explicit type"
                            + " casts.");
        }
        PgException error = error(SqlState.UNDEFINED_FUNCTION, "function %s does not exist".formatted(signature()));
        if (!raw.orderBy().isEmpty() && !raw.withinGroup()) {
            return error.hint("No aggregate function matches the given name and argument types. Perhaps you misplaced"
                    + " ORDER BY; ORDER BY must appear after all regular arguments of the aggregate.");
        }
        return error.hint("No function matches the given name and argument types. You might need to add explicit type"
                + " casts.");
    }

    private String signature() {
        return signature(state, raw.name(), names, actualTypes());
    }

    static String signature(ParseState state, List<String> name, List<String> names, List<Integer> actual) {
        StringBuilder text = new StringBuilder(String.join(".", name)).append('(');
        int positional = actual.size() - names.size();
        for (int i = 0; i < actual.size(); i++) {
            text.append(i > 0 ? ", " : "");
            if (i >= positional) {
                text.append(names.get(i - positional)).append(" => ");
            }
            text.append(state.types().name(actual.get(i)));
        }
        return text.append(')').toString();
    }

    private Expr call(Candidate candidate) {
        FunctionDef function = candidate.function();
        CallChecks.kind(state, raw, function);
        List<Integer> declared = new ArrayList<>(candidate.declared());
        boolean orderedSet =
                function.kind() == 'a' && OrderedSetAggregates.check(state, raw, candidate, arguments, this::signature);
        if (orderedSet) {
            OrderedSetAggregates.unifyHypothetical(state, raw, candidate, arguments);
        }
        if (candidate.defaultCount() > 0) {
            Defaults.append(state, arguments, candidate);
        }
        int result = PolymorphicTypes.enforce(state.types(), actualTypes(), declared, function.resultType(), false);
        ArgumentCoercion.apply(state, arguments, declared);
        boolean variadic = gatherVariadic(candidate);
        if (candidate.order() != null) {
            Expr[] ordered = new Expr[arguments.size()];
            for (int i = 0; i < ordered.length; i++) {
                ordered[candidate.order().get(i)] = arguments.get(i);
            }
            arguments = new ArrayList<>(List.of(ordered));
        }
        if (raw.over() != null) {
            return WindowCalls.call(state, raw, function, arguments, filter, result, lastSet);
        }
        if (function.kind() == 'a') {
            CallChecks.aggregate(raw, function, arguments, names);
            return orderedSet
                    ? AggregateCalls.orderedSet(state, raw, function, arguments, filter, result, variadic)
                    : AggregateCalls.plain(state, raw, function, arguments, filter, result, variadic);
        }
        Origin origin = new Origin(raw.location(), raw.sqlSyntax() ? Form.SQL_SYNTAX : Form.CALL);
        Expr call = new Expr.FunctionCall(
                function.oid(), arguments, variadic, function.returnsSet(), result, NONE, NONE, origin);
        if (function.returnsSet()) {
            SetReturningChecks.check(state, call, lastSet, raw.location());
        }
        return call;
    }

    /// Puts what goes into a variadic array there. True when the last argument stands for variadic ones.
    private boolean gatherVariadic(Candidate candidate) {
        int elementOfParameter = candidate.function().variadicElementType();
        if (candidate.variadicCount() > 0 && elementOfParameter != ANY) {
            int from = arguments.size() - candidate.variadicCount();
            List<Expr> elements = new ArrayList<>(arguments.subList(from, arguments.size()));
            int element = elements.getFirst().type();
            int array = state.types().arrayOf(element);
            if (array == NONE) {
                throw new PgException(
                                SqlState.UNDEFINED_OBJECT,
                                "could not find array type for data type %s"
                                        .formatted(state.types().name(element)))
                        .at(elements.getFirst().location() + 1);
            }
            arguments.subList(from, arguments.size()).clear();
            arguments.add(new Expr.ArrayConstructor(
                    elements,
                    element,
                    false,
                    array,
                    NONE,
                    Origin.at(elements.getFirst().location())));
            return true;
        }
        if (raw.variadic()
                && elementOfParameter == ANY
                && arguments.getLast().type() != UNKNOWN
                && state.types().arrayElementOfBase(arguments.getLast().type()) == NONE) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "VARIADIC argument must be an array")
                    .at(arguments.getLast().location() + 1);
        }
        return raw.variadic() && elementOfParameter != NONE;
    }

    /// `row.name` as a field or, failing that, as `name(row)`; null when neither exists.
    static Expr asFunction(ParseState state, String name, Expr row, int location) {
        Expr field = field(state, name, row, location);
        if (field != null) {
            return field;
        }
        var resolution = FunctionResolver.resolve(state, List.of(name), List.of(row.type()), List.of(), false, false);
        if (!(resolution instanceof FunctionResolver.Found found)
                || found.candidate().function().kind() != 'f') {
            return null;
        }
        FuncCall raw = new FuncCall(
                List.of(name), List.of(), List.of(), null, null, false, false, false, false, false, location);
        FunctionCallAnalyzer self = new FunctionCallAnalyzer(state, raw);
        self.arguments.add(row);
        return self.call(found.candidate());
    }

    /// A field of a composite value, null when there is none of that name.
    private static Expr field(ParseState state, String name, Expr row, int location) {
        if (row instanceof Expr.Var variable && variable.attribute() == 0) {
            RangeTableEntry entry = state.ancestor(variable.levelsUp()).entry(variable.rangeTableIndex());
            for (int i = 0; i < entry.columns().size(); i++) {
                ColumnInfo column = entry.columns().get(i);
                if (!column.dropped() && column.name().equals(name)) {
                    return new Expr.Var(
                            variable.rangeTableIndex(),
                            i + 1,
                            variable.levelsUp(),
                            column.type(),
                            column.typmod(),
                            column.collation(),
                            Origin.at(location));
                }
            }
            return null;
        }
        List<ColumnInfo> columns = RecordShapes.columns(state, row);
        for (int i = 0; columns != null && i < columns.size(); i++) {
            ColumnInfo column = columns.get(i);
            if (!column.dropped() && column.name().equals(name)) {
                return new Expr.FieldSelect(
                        row, i + 1, name, column.type(), column.typmod(), column.collation(), Origin.at(location));
            }
        }
        return null;
    }
}

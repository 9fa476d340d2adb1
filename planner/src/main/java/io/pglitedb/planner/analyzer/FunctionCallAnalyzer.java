package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.ColumnDef;
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

/// Calls of functions, aggregates and window functions. Source: PostgreSQL's ParseFuncOrColumn.
final class FunctionCallAnalyzer {
    private FunctionCallAnalyzer() {}

    static Expr analyze(ParseState state, FuncCall raw) {
        int location = raw.location();
        Expr lastSet = state.lastSetReturning;
        List<Expr> arguments = new ArrayList<>();
        List<String> names = new ArrayList<>();
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
        Expr filter = raw.filter() == null
                ? null
                : state.in(
                        ExprKind.FILTER,
                        () -> Coercion.toBoolean(state, ExpressionAnalyzer.analyze(state, raw.filter()), "FILTER"));
        if (raw.withinGroup()) {
            for (var sort : raw.orderBy()) {
                arguments.add(ExpressionAnalyzer.analyze(state, sort.expression()));
            }
        }
        return resolve(state, raw, arguments, names, filter, lastSet, location);
    }

    private static Expr resolve(
            ParseState state,
            FuncCall raw,
            List<Expr> arguments,
            List<String> names,
            Expr filter,
            Expr lastSet,
            int location) {
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
            Expr field = field(state, raw.name().getFirst(), arguments.getFirst(), location);
            if (field != null) {
                return field;
            }
        }
        List<Integer> actual = new ArrayList<>();
        arguments.forEach(argument -> actual.add(argument.type()));
        var resolution = FunctionResolver.resolve(state, raw.name(), actual, names, raw.variadic(), plain);
        return switch (resolution) {
            case FunctionResolver.Found found ->
                call(state, raw, arguments, found.candidate(), filter, lastSet, location);
            case FunctionResolver.CastCall cast ->
                Coercion.coerce(state, arguments.getFirst(), cast.type(), -1, Context.EXPLICIT, Form.CALL, location);
            case FunctionResolver.NotUnique ignored ->
                throw new PgException(
                                SqlState.AMBIGUOUS_FUNCTION,
                                "function %s is not unique".formatted(signature(state, raw.name(), names, actual)))
                        .hint("Could not choose a best candidate function. You might need to add explicit type casts.")
                        .at(location + 1);
            case FunctionResolver.NotFound ignored -> throw missing(state, raw, names, actual, location);
        };
    }

    private static PgException missing(
            ParseState state, FuncCall raw, List<String> names, List<Integer> actual, int location) {
        PgException error = new PgException(
                        SqlState.UNDEFINED_FUNCTION,
                        "function %s does not exist".formatted(signature(state, raw.name(), names, actual)))
                .at(location + 1);
        if (!raw.orderBy().isEmpty() && !raw.withinGroup()) {
            return error.hint("No aggregate function matches the given name and argument types. Perhaps you misplaced"
                    + " ORDER BY; ORDER BY must appear after all regular arguments of the aggregate.");
        }
        return error.hint("No function matches the given name and argument types. You might need to add explicit type"
                + " casts.");
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

    private static Expr call(
            ParseState state,
            FuncCall raw,
            List<Expr> arguments,
            Candidate candidate,
            Expr filter,
            Expr lastSet,
            int location) {
        FunctionDef function = candidate.function();
        String name = String.join(".", raw.name());
        checkKind(state, raw, function, name, location);
        if (function.kind() == 'a' && state.catalog().aggregate(function.oid()).kind() != 'n' || raw.withinGroup()) {
            throw PgException.notSupported("ordered-set aggregate " + name).at(location + 1);
        }
        if (candidate.defaultCount() > 0) {
            Defaults.append(state, arguments, candidate);
        }
        List<Integer> actual = new ArrayList<>();
        arguments.forEach(argument -> actual.add(argument.type()));
        List<Integer> declared = new ArrayList<>(candidate.declared());
        int result = PolymorphicTypes.enforce(state.types(), actual, declared, function.resultType(), false);
        ArgumentCoercion.apply(state, arguments, declared);
        boolean variadic = raw.variadic();
        if (candidate.variadicCount() > 0 && function.variadicElementType() != ANY) {
            int from = arguments.size() - candidate.variadicCount();
            List<Expr> elements = new ArrayList<>(arguments.subList(from, arguments.size()));
            int element = elements.getFirst().type();
            int array = state.types().arrayOf(element);
            if (array == NONE) {
                throw new PgException(
                                SqlState.UNDEFINED_OBJECT,
                                "could not find array type for data type %s"
                                        .formatted(state.types().name(element)))
                        .at(location + 1);
            }
            arguments.subList(from, arguments.size()).clear();
            arguments.add(new Expr.ArrayConstructor(elements, element, false, array, NONE, Origin.at(location)));
            variadic = true;
        }
        if (raw.variadic()
                && function.variadicElementType() == ANY
                && arguments.getLast().type() != UNKNOWN
                && state.types().arrayElementOfBase(arguments.getLast().type()) == NONE) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "VARIADIC argument must be an array")
                    .at(arguments.getLast().location() + 1);
        }
        if (candidate.order() != null) {
            Expr[] ordered = new Expr[arguments.size()];
            for (int i = 0; i < ordered.length; i++) {
                ordered[candidate.order().get(i)] = arguments.get(i);
            }
            arguments = new ArrayList<>(List.of(ordered));
        }
        if (raw.over() != null) {
            return WindowCalls.call(state, raw, function, arguments, filter, result, location);
        }
        if (function.kind() == 'a') {
            return AggregateCalls.call(state, raw, function, arguments, filter, result, variadic, location);
        }
        Origin origin = new Origin(location, raw.sqlSyntax() ? Form.SQL_SYNTAX : Form.CALL);
        Expr call = new Expr.FunctionCall(
                function.oid(), arguments, variadic, function.returnsSet(), result, NONE, NONE, origin);
        if (function.returnsSet()) {
            SetReturningChecks.check(state, call, lastSet, location);
        }
        return call;
    }

    private static void checkKind(ParseState state, FuncCall raw, FunctionDef function, String name, int location) {
        if (function.kind() == 'p' && state.kind != ExprKind.CALL_ARGUMENT) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "%s is a procedure"
                                    .formatted(signature(state, raw.name(), List.of(), function.argumentTypes())))
                    .hint("To call a procedure, use CALL.")
                    .at(location + 1);
        }
        if (function.kind() == 'f') {
            String wrong = raw.star()
                    ? "%s(*) specified, but %s is not an aggregate function"
                    : raw.distinct()
                            ? "DISTINCT specified, but %s is not an aggregate function"
                            : raw.withinGroup()
                                    ? "WITHIN GROUP specified, but %s is not an aggregate function"
                                    : !raw.orderBy().isEmpty()
                                            ? "ORDER BY specified, but %s is not an aggregate function"
                                            : raw.filter() != null
                                                    ? "FILTER specified, but %s is not an aggregate function"
                                                    : raw.over() != null
                                                            ? "OVER specified, but %s is not a window function nor an"
                                                                    + " aggregate function"
                                                            : null;
            if (wrong != null) {
                throw new PgException(SqlState.WRONG_OBJECT_TYPE, wrong.formatted(name, name)).at(location + 1);
            }
        }
        if (function.kind() == 'w' && raw.over() == null) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE, "window function %s requires an OVER clause".formatted(name))
                    .at(location + 1);
        }
        if (function.kind() == 'a' && raw.arguments().isEmpty() && !raw.star() && !raw.withinGroup()) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "%s(*) must be used to call a parameterless aggregate function".formatted(name))
                    .at(location + 1);
        }
    }

    /// `row.name` as a field or, failing that, as `name(row)`; null when neither exists.
    static Expr asFunction(ParseState state, String name, Expr row, int location) {
        Expr field = field(state, name, row, location);
        if (field != null) {
            return field;
        }
        List<Expr> arguments = new ArrayList<>(List.of(row));
        var resolution = FunctionResolver.resolve(state, List.of(name), List.of(row.type()), List.of(), false, false);
        if (!(resolution instanceof FunctionResolver.Found found)
                || found.candidate().function().kind() != 'f') {
            return null;
        }
        FuncCall raw = new FuncCall(
                List.of(name), List.of(), List.of(), null, null, false, false, false, false, false, location);
        return call(state, raw, arguments, found.candidate(), null, state.lastSetReturning, location);
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
        List<ColumnDef> columns = CompositeTypes.columns(state.types(), row.type());
        for (int i = 0; i < columns.size(); i++) {
            ColumnDef column = columns.get(i);
            if (!column.dropped() && column.name().equals(name)) {
                return new Expr.FieldSelect(
                        row, i + 1, column.type(), column.typmod(), column.collation(), Origin.at(location));
            }
        }
        return null;
    }
}

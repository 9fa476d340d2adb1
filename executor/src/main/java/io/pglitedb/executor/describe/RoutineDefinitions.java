package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.backend.SearchPaths;
import io.pglitedb.planner.print.RoutineParameters;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The statement that makes a routine. Source of the layout: `pg_get_functiondef`.
public final class RoutineDefinitions {
    private static final int INTERNAL = 12;
    private static final int C = 13;
    private static final double DEFAULT_ROWS = 1000;

    private RoutineDefinitions() {}

    @Prosrc("pg_get_functiondef")
    public static Utf8 definition(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        FunctionDef routine = catalog.function(oid);
        if (routine == null) {
            return null;
        }
        if (routine.kind() == 'a') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is an aggregate function".formatted(routine.name()));
        }
        boolean procedure = routine.kind() == 'p';
        StringBuilder text = new StringBuilder("CREATE OR REPLACE ").append(procedure ? "PROCEDURE " : "FUNCTION ");
        text.append(Quoting.identifier(catalog.namespaceName(routine.namespace())))
                .append('.')
                .append(Quoting.identifier(routine.name()));
        text.append('(').append(RoutineTexts.arguments(call, oid)).append(")\n");
        if (!procedure) {
            text.append(" RETURNS ").append(RoutineTexts.result(call, oid)).append('\n');
        }
        text.append(" LANGUAGE ")
                .append(Quoting.identifier(catalog.language(routine.language()).name()))
                .append('\n');
        String options = options(call, routine);
        text.append(options).append(options.isEmpty() ? "" : "\n");
        routine.settings().forEach(setting -> text.append(setting(setting)));
        return Utf8.of(text.append(body(call, routine)).append('\n').toString());
    }

    private static String options(CallContext call, FunctionDef routine) {
        StringBuilder text = new StringBuilder();
        text.append(routine.kind() == 'w' ? " WINDOW" : "");
        text.append(
                switch (routine.volatility()) {
                    case 'i' -> " IMMUTABLE";
                    case 's' -> " STABLE";
                    default -> "";
                });
        text.append(
                switch (routine.parallel()) {
                    case 's' -> " PARALLEL SAFE";
                    case 'r' -> " PARALLEL RESTRICTED";
                    default -> "";
                });
        text.append(routine.strict() ? " STRICT" : "");
        text.append(routine.securityDefiner() ? " SECURITY DEFINER" : "");
        text.append(routine.leakproof() ? " LEAKPROOF" : "");
        if (routine.cost() != (routine.language() == INTERNAL || routine.language() == C ? 1 : 100)) {
            text.append(" COST ").append(number(routine.cost()));
        }
        if (routine.rows() > 0 && routine.rows() != DEFAULT_ROWS) {
            text.append(" ROWS ").append(number(routine.rows()));
        }
        if (routine.support() != 0) {
            FunctionDef support = NameFunctions.catalog(call).function(routine.support());
            text.append(" SUPPORT ").append(Quoting.identifier(support.name()));
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// @param setting `name=value`
    private static String setting(String setting) {
        int equals = setting.indexOf('=');
        String name = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        String printed = Settings.isNameList(name)
                ? SearchPaths.split(value).stream().map(Quoting::literal).collect(Collectors.joining(", "))
                : Quoting.literal(value);
        return " SET " + Quoting.identifier(name) + " TO " + printed + "\n";
    }

    private static String body(CallContext call, FunctionDef routine) {
        Optional<String> tree = routine.sqlBody();
        if (tree.isPresent()) {
            return statements(call, routine, tree.get());
        }
        StringBuilder quote = new StringBuilder(routine.kind() == 'p' ? "$procedure" : "$function");
        while (routine.prosrc().contains(quote)) {
            quote.append('x');
        }
        quote.append('$');
        String file = routine.binary().map(name -> Quoting.literal(name) + ", ").orElse("");
        return "AS " + file + quote + routine.prosrc() + quote;
    }

    @Prosrc("pg_get_function_sqlbody")
    public static Utf8 body(CallContext call, int oid) {
        FunctionDef routine = NameFunctions.catalog(call).function(oid);
        return routine == null || routine.sqlBody().isEmpty()
                ? null
                : Utf8.of(statements(call, routine, routine.sqlBody().get()));
    }

    private static String statements(CallContext call, FunctionDef routine, String tree) {
        RoutineParameters parameters = new RoutineParameters(routine.name(), routine.argumentNames());
        List<Query> queries = NodeTree.readQueries(tree, call.session());
        if (!NodeTree.isList(tree)) {
            return ExpressionTexts.printer(call, Style.LINE).statement(queries.getFirst(), parameters, 0);
        }
        StringBuilder text = new StringBuilder("BEGIN ATOMIC\n");
        for (Query query : queries) {
            text.append(ExpressionTexts.printer(call, Style.PLAIN).statement(query, parameters, 1))
                    .append(";\n");
        }
        return text.append("END").toString();
    }
}

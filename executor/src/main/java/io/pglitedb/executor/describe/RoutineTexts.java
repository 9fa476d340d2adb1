package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.FunctionDef.Argument;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// The parts of a function's declaration. Source of the layout: `print_function_arguments`.
public final class RoutineTexts {
    private RoutineTexts() {}

    @Prosrc("pg_get_function_arguments")
    public static Utf8 arguments(CallContext call, int oid) {
        FunctionDef function = NameFunctions.catalog(call).function(oid);
        return function == null ? null : Utf8.of(arguments(call, function, true));
    }

    @Prosrc("pg_get_function_identity_arguments")
    public static Utf8 identityArguments(CallContext call, int oid) {
        FunctionDef function = NameFunctions.catalog(call).function(oid);
        return function == null ? null : Utf8.of(arguments(call, function, false));
    }

    @Prosrc("pg_get_function_result")
    public static Utf8 result(CallContext call, int oid) {
        CatalogView catalog = NameFunctions.catalog(call);
        FunctionDef function = catalog.function(oid);
        if (function == null || function.kind() == 'p') {
            return null;
        }
        List<Argument> table = function.allArguments().stream()
                .filter(argument -> argument.mode() == 't')
                .toList();
        if (!table.isEmpty()) {
            List<String> columns = new ArrayList<>();
            table.forEach(
                    column -> columns.add(Quoting.identifier(column.name()) + " " + catalog.formatType(column.type())));
            return Utf8.of("TABLE(" + String.join(", ", columns) + ")");
        }
        return Utf8.of((function.returnsSet() ? "SETOF " : "") + catalog.formatType(function.resultType()));
    }

    /// The default of an input argument.
    ///
    /// @param position among all declared arguments, from 1
    @Prosrc("pg_get_function_arg_default")
    public static Utf8 argumentDefault(CallContext call, int oid, int position) {
        FunctionDef function = NameFunctions.catalog(call).function(oid);
        if (function == null) {
            return null;
        }
        List<Argument> arguments = declared(function);
        if (position < 1 || position > arguments.size() || !isInput(arguments.get(position - 1))) {
            return null;
        }
        int input = (int) arguments.subList(0, position - 1).stream()
                .filter(RoutineTexts::isInput)
                .count();
        int nth = input - (function.argumentTypes().size() - function.defaultCount());
        return nth < 0 ? null : Utf8.of(defaultText(call, function.defaults().get(nth)));
    }

    private static boolean isInput(Argument argument) {
        return "ibv".indexOf(argument.mode()) >= 0;
    }

    private static List<Argument> declared(FunctionDef function) {
        if (!function.allArguments().isEmpty()) {
            return function.allArguments();
        }
        List<Argument> inputs = new ArrayList<>();
        for (int index = 0; index < function.argumentTypes().size(); index++) {
            boolean variadic = function.variadicElementType() != 0
                    && index == function.argumentTypes().size() - 1;
            String name = index < function.argumentNames().size()
                    ? function.argumentNames().get(index)
                    : "";
            inputs.add(new Argument(
                    variadic ? 'v' : 'i', name, function.argumentTypes().get(index)));
        }
        return inputs;
    }

    /// @param complete with output arguments and defaults; what identifies the function needs neither
    private static String arguments(CallContext call, FunctionDef function, boolean complete) {
        CatalogView catalog = NameFunctions.catalog(call);
        List<String> texts = new ArrayList<>();
        int firstDefault = function.argumentTypes().size() - function.defaultCount();
        int input = 0;
        for (Argument argument : declared(function)) {
            boolean isInput = isInput(argument);
            if (argument.mode() == 't' || !complete && argument.mode() == 'o') {
                continue;
            }
            StringBuilder text = new StringBuilder(
                    switch (argument.mode()) {
                        case 'o' -> "OUT ";
                        case 'b' -> "INOUT ";
                        case 'v' -> "VARIADIC ";
                        default -> function.kind() == 'p' ? "IN " : "";
                    });
            text.append(argument.name().isEmpty() ? "" : Quoting.identifier(argument.name()) + " ");
            text.append(catalog.formatType(argument.type()));
            if (complete && isInput && input >= firstDefault) {
                text.append(" DEFAULT ")
                        .append(defaultText(call, function.defaults().get(input - firstDefault)));
            }
            input += isInput ? 1 : 0;
            texts.add(text.toString());
        }
        return String.join(", ", texts);
    }

    private static String defaultText(CallContext call, String stored) {
        return NodeTree.isTree(stored) ? ExpressionTexts.expression(call, stored, null, Style.PLAIN) : stored;
    }
}

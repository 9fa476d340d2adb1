package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.AggregateDef;
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

    /// @param complete with defaults, which do not identify the function
    private static String arguments(CallContext call, FunctionDef function, boolean complete) {
        List<String> texts = new ArrayList<>();
        int firstDefault = function.argumentTypes().size() - function.defaultCount();
        int input = 0;
        for (Argument argument : declared(function)) {
            boolean isInput = isInput(argument);
            if (argument.mode() == 't') {
                continue;
            }
            String text = argument(call, function, argument);
            if (complete && isInput && input >= firstDefault) {
                text += " DEFAULT " + defaultText(call, function.defaults().get(input - firstDefault));
            }
            input += isInput ? 1 : 0;
            texts.add(text);
        }
        return aggregated(call, function, texts);
    }

    private static String argument(CallContext call, FunctionDef function, Argument argument) {
        String mode = switch (argument.mode()) {
            case 'o' -> "OUT ";
            case 'b' -> "INOUT ";
            case 'v' -> "VARIADIC ";
            default -> function.kind() == 'p' ? "IN " : "";
        };
        String name = argument.name().isEmpty() ? "" : Quoting.identifier(argument.name()) + " ";
        return mode + name + NameFunctions.catalog(call).formatType(argument.type());
    }

    /// An ordered-set aggregate has ORDER BY behind its direct arguments; a variadic one that is last among them
    /// stands for the aggregated ones too.
    private static String aggregated(CallContext call, FunctionDef function, List<String> texts) {
        AggregateDef aggregate =
                function.kind() == 'a' ? NameFunctions.catalog(call).aggregate(function.oid()) : null;
        if (aggregate == null || aggregate.kind() == 'n') {
            return String.join(", ", texts);
        }
        int direct = aggregate.directArguments();
        List<String> ordered = direct == texts.size()
                ? texts.subList(texts.size() - 1, texts.size())
                : texts.subList(direct, texts.size());
        String before = String.join(", ", texts.subList(0, direct));
        return before + (before.isEmpty() ? "" : " ") + "ORDER BY " + String.join(", ", ordered);
    }

    private static String defaultText(CallContext call, String stored) {
        return NodeTree.isTree(stored) ? ExpressionTexts.expression(call, stored, null, Style.PLAIN) : stored;
    }
}

package io.pglitedb.executor.names;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.reference.QualifiedNames;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Functions and operators by name, alone or with their arguments.
final class RoutineNames {
    private RoutineNames() {}

    /// @param name without schema
    /// @param arguments texts of type names, none without parentheses
    private record Signature(List<String> name, List<String> arguments) {}

    static int function(CatalogView view, String text) {
        List<String> name = QualifiedNames.split(text);
        List<FunctionDef> found = functions(view, name);
        if (found.isEmpty()) {
            throw missingFunction(text);
        }
        if (found.size() > 1) {
            throw new PgException(SqlState.AMBIGUOUS_FUNCTION, "more than one function named \"%s\"".formatted(text));
        }
        return found.getFirst().oid();
    }

    /// Those in the schemas to look in; a nearer schema hides the same arguments of a farther one.
    private static List<FunctionDef> functions(CatalogView view, List<String> name) {
        List<FunctionDef> found = new ArrayList<>();
        for (int schema : CatalogObjects.schemas(view, name)) {
            for (FunctionDef function : view.functions(name.getLast())) {
                boolean hidden =
                        found.stream().anyMatch(nearer -> nearer.argumentTypes().equals(function.argumentTypes()));
                if (function.namespace() == schema && !hidden) {
                    found.add(function);
                }
            }
        }
        return found;
    }

    static int functionWithArguments(CatalogView view, String text, ToIntFunction<String> type) {
        Signature signature = split(text, QualifiedNames::split);
        List<Integer> types =
                signature.arguments().stream().map(type::applyAsInt).toList();
        return functions(view, signature.name()).stream()
                .filter(function -> function.argumentTypes().equals(types))
                .findFirst()
                .orElseThrow(() -> missingFunction(text))
                .oid();
    }

    private static PgException missingFunction(String text) {
        return new PgException(SqlState.UNDEFINED_FUNCTION, "function \"%s\" does not exist".formatted(text));
    }

    private interface NameSplitter {
        List<String> split(String text);
    }

    private static Signature split(String text, NameSplitter names) {
        int open = indexOutsideQuotes(text, '(');
        if (open < 0) {
            throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "expected a left parenthesis");
        }
        String rest = text.substring(open + 1).strip();
        if (!rest.endsWith(")")) {
            throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "expected a right parenthesis");
        }
        return new Signature(names.split(text.substring(0, open)), arguments(rest.substring(0, rest.length() - 1)));
    }

    private static int indexOutsideQuotes(String text, char wanted) {
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            quoted ^= c == '"';
            if (c == wanted && !quoted) {
                return index;
            }
        }
        return -1;
    }

    /// Split at commas outside of quotes, parentheses and brackets.
    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        if (text.isBlank()) {
            return arguments;
        }
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    arguments.add(text.substring(from, index));
                    from = index + 1;
                }
            }
        }
        arguments.add(text.substring(from));
        return arguments;
    }

    /// `schema.+`: the operator's own name may hold no dot.
    private static List<String> operatorParts(String text) {
        String name = text.strip();
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return List.of(name);
        }
        List<String> parts = new ArrayList<>(QualifiedNames.split(name.substring(0, dot)));
        parts.add(name.substring(dot + 1));
        return parts;
    }

    static int operator(CatalogView view, String text) {
        List<OperatorDef> found = operators(view, operatorParts(text));
        if (found.isEmpty()) {
            throw missingOperator(text);
        }
        if (found.size() > 1) {
            throw new PgException(SqlState.AMBIGUOUS_FUNCTION, "more than one operator named " + text);
        }
        return found.getFirst().oid();
    }

    private static PgException missingOperator(String text) {
        return new PgException(SqlState.UNDEFINED_FUNCTION, "operator does not exist: " + text);
    }

    private static List<OperatorDef> operators(CatalogView view, List<String> name) {
        List<OperatorDef> found = new ArrayList<>();
        for (int schema : CatalogObjects.schemas(view, name)) {
            for (OperatorDef operator : view.operators(name.getLast())) {
                boolean hidden = found.stream()
                        .anyMatch(nearer ->
                                nearer.leftType() == operator.leftType() && nearer.rightType() == operator.rightType());
                if (operator.namespace() == schema && !hidden) {
                    found.add(operator);
                }
            }
        }
        return found;
    }

    static int operatorWithArguments(CatalogView view, String text, ToIntFunction<String> type) {
        Signature signature = split(text, RoutineNames::operatorParts);
        if (signature.arguments().size() != 2) {
            throw signature.arguments().size() < 2
                    ? new PgException(SqlState.UNDEFINED_PARAMETER, "missing argument")
                            .hint("Use NONE to denote the missing argument of a unary operator.")
                    : new PgException(SqlState.TOO_MANY_ARGUMENTS, "too many arguments")
                            .hint("Provide two argument types for operator.");
        }
        int left = operandType(signature.arguments().getFirst(), type);
        int right = operandType(signature.arguments().getLast(), type);
        return operators(view, signature.name()).stream()
                .filter(operator -> operator.leftType() == left && operator.rightType() == right)
                .findFirst()
                .orElseThrow(() -> missingOperator(text))
                .oid();
    }

    private static int operandType(String text, ToIntFunction<String> type) {
        return text.strip().equalsIgnoreCase("none") ? 0 : type.applyAsInt(text);
    }

    /// Null when there is none.
    static String functionName(CatalogView view, int oid) {
        FunctionDef function = view.function(oid);
        if (function == null) {
            return null;
        }
        List<FunctionDef> found = functions(view, List.of(function.name()));
        boolean alone = found.size() == 1 && found.getFirst().oid() == oid;
        return CatalogObjects.qualified(view, alone, function.namespace(), Quoting.identifier(function.name()));
    }

    /// Null when there is none.
    static String signature(CatalogView view, int oid) {
        FunctionDef function = view.function(oid);
        if (function == null) {
            return null;
        }
        boolean visible = functions(view, List.of(function.name())).stream().anyMatch(found -> found.oid() == oid);
        String arguments = function.argumentTypes().stream()
                .map(type -> view.formatType(type))
                .collect(Collectors.joining(",", "(", ")"));
        return CatalogObjects.qualified(view, visible, function.namespace(), Quoting.identifier(function.name()))
                + arguments;
    }

    /// Null when there is none.
    static String operatorName(CatalogView view, int oid) {
        OperatorDef operator = view.operator(oid);
        if (operator == null) {
            return null;
        }
        List<OperatorDef> found = operators(view, List.of(operator.name()));
        boolean alone = found.size() == 1 && found.getFirst().oid() == oid;
        return CatalogObjects.qualified(view, alone, operator.namespace(), operator.name());
    }

    /// Null when there is none.
    static String operatorSignature(CatalogView view, int oid) {
        OperatorDef operator = view.operator(oid);
        if (operator == null) {
            return null;
        }
        boolean visible = operators(view, List.of(operator.name())).stream().anyMatch(found -> found.oid() == oid);
        return CatalogObjects.qualified(view, visible, operator.namespace(), operator.name()) + "("
                + operand(view, operator.leftType()) + "," + operand(view, operator.rightType()) + ")";
    }

    private static String operand(CatalogView view, int type) {
        return type == 0 ? "NONE" : view.formatType(type);
    }
}

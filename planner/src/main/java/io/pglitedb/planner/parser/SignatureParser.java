package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.OperatorSignature;
import io.pglitedb.planner.ast.RoutineParameter;
import io.pglitedb.planner.ast.RoutineParameter.Mode;
import io.pglitedb.planner.ast.RoutineSignature;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// What tells routines and operators apart: their names with the types of their arguments.
final class SignatureParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    SignatureParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// func_name
    List<String> functionName() {
        boolean plain = TokenStream.isTypeOrFunctionName(tokens.peek());
        List<String> name = anyFunctionName();
        if (name.size() == 1 && !plain) {
            throw tokens.syntaxError();
        }
        return name;
    }

    /// A function's name that may also be a word no function can have; only a dot or an argument list tells.
    private List<String> anyFunctionName() {
        boolean qualifiable = tokens.atColumnName();
        if (!qualifiable && !TokenStream.isTypeOrFunctionName(tokens.peek())) {
            throw tokens.syntaxError();
        }
        List<String> name = new ArrayList<>(2);
        name.add(tokens.next().text());
        if (!qualifiable && (tokens.at(".") || tokens.at("["))) {
            throw tokens.syntaxError();
        }
        while (tokens.at(".") || tokens.at("[")) {
            name.add(grammar.names.part());
        }
        return List.copyOf(name);
    }

    /// function_with_argtypes
    RoutineSignature routine() {
        boolean plain = TokenStream.isTypeOrFunctionName(tokens.peek());
        List<String> name = anyFunctionName();
        if (!tokens.at("(")) {
            return new RoutineSignature(name, false, List.of(), -1);
        }
        if (name.size() == 1 && !plain) {
            throw tokens.syntaxError();
        }
        return new RoutineSignature(name, true, parameters(false), -1);
    }

    /// func_args, func_args_with_defaults
    List<RoutineParameter> parameters(boolean defaults) {
        tokens.expect("(");
        if (tokens.accept(")")) {
            return List.of();
        }
        List<RoutineParameter> parameters = grammar.clauses.list(() -> parameter(defaults));
        tokens.expect(")");
        return parameters;
    }

    private RoutineParameter parameter(boolean defaults) {
        int location = tokens.location();
        Mode mode = mode();
        String name = null;
        boolean modeMayFollow = mode == Mode.DEFAULT;
        if (TokenStream.isTypeOrFunctionName(tokens.peek())
                && (startsType(tokens.peek(1)) || modeMayFollow && startsMode(tokens.peek(1)))) {
            name = tokens.next().text();
            mode = modeMayFollow ? mode() : mode;
        }
        TypeName type = grammar.types.functionType();
        AstExpr value = null;
        if (defaults && (tokens.accept("default") || tokens.accept("="))) {
            value = grammar.expressions.expression();
        }
        return new RoutineParameter(name, mode, type, value, location);
    }

    /// A column of RETURNS TABLE.
    RoutineParameter tableColumn() {
        int location = tokens.location();
        if (!TokenStream.isTypeOrFunctionName(tokens.peek())) {
            throw tokens.syntaxError();
        }
        String name = tokens.next().text();
        return new RoutineParameter(name, Mode.TABLE, grammar.types.functionType(), null, location);
    }

    private Mode mode() {
        if (tokens.accept("in")) {
            return tokens.accept("out") ? Mode.INOUT : Mode.IN;
        }
        if (tokens.accept("out")) {
            return Mode.OUT;
        }
        if (tokens.accept("inout")) {
            return Mode.INOUT;
        }
        return tokens.accept("variadic") ? Mode.VARIADIC : Mode.DEFAULT;
    }

    private static boolean startsMode(Token token) {
        return token.is("in") || token.is("out") || token.is("inout") || token.is("variadic");
    }

    private static boolean startsType(Token token) {
        return TokenStream.isTypeOrFunctionName(token) || token.is("setof") || TypeNameParser.isBuiltIn(token);
    }

    /// aggregate_with_argtypes
    RoutineSignature aggregate() {
        return aggregateArguments(functionName());
    }

    /// aggr_args
    RoutineSignature aggregateArguments(List<String> name) {
        tokens.expect("(");
        if (tokens.accept("*")) {
            tokens.expect(")");
            return new RoutineSignature(name, true, List.of(), -1);
        }
        List<RoutineParameter> direct = tokens.at("order") ? List.of() : grammar.clauses.list(this::aggregateParameter);
        if (tokens.accept(")")) {
            return new RoutineSignature(name, true, direct, -1);
        }
        tokens.expect("order");
        tokens.expect("by");
        List<RoutineParameter> ordered = grammar.clauses.list(this::aggregateParameter);
        tokens.expect(")");
        return new RoutineSignature(name, true, joined(direct, ordered), direct.size());
    }

    private RoutineParameter aggregateParameter() {
        RoutineParameter parameter = parameter(false);
        return switch (parameter.mode()) {
            case DEFAULT, IN, VARIADIC -> parameter;
            case OUT, INOUT, TABLE ->
                throw tokens.errorAt(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "aggregates cannot have output arguments",
                        parameter.location());
        };
    }

    /// A VARIADIC direct argument stands for the aggregated one too, which must be the same.
    private List<RoutineParameter> joined(List<RoutineParameter> direct, List<RoutineParameter> ordered) {
        List<RoutineParameter> all = new ArrayList<>(direct);
        if (direct.isEmpty() || direct.getLast().mode() != Mode.VARIADIC) {
            all.addAll(ordered);
            return List.copyOf(all);
        }
        RoutineParameter first = ordered.getFirst();
        boolean same = ordered.size() == 1
                && first.mode() == Mode.VARIADIC
                && sameType(first.type(), direct.getLast().type());
        if (!same) {
            throw tokens.errorAt(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC aggregated argument"
                            + " of the same data type",
                    first.type().location());
        }
        return List.copyOf(all);
    }

    private static boolean sameType(TypeName left, TypeName right) {
        return left.names().equals(right.names()) && left.arrayBounds().equals(right.arrayBounds());
    }

    /// operator_with_argtypes
    OperatorSignature operator() {
        return operatorArguments(grammar.names.qualifiedOperator());
    }

    /// oper_argtypes
    OperatorSignature operatorArguments(List<String> name) {
        tokens.expect("(");
        if (tokens.accept("none")) {
            tokens.expect(",");
            TypeName right = grammar.types.typeName();
            tokens.expect(")");
            return new OperatorSignature(name, null, right);
        }
        TypeName left = grammar.types.typeName();
        if (tokens.at(")")) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "missing argument", tokens.location())
                    .hint("Use NONE to denote the missing argument of a unary operator.");
        }
        tokens.expect(",");
        TypeName right = tokens.accept("none") ? null : grammar.types.typeName();
        tokens.expect(")");
        return new OperatorSignature(name, left, right);
    }
}

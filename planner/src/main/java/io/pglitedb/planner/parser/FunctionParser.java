package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.FunctionStatement.AlterFunction;
import io.pglitedb.planner.ast.FunctionStatement.AtomicBlock;
import io.pglitedb.planner.ast.FunctionStatement.Body;
import io.pglitedb.planner.ast.FunctionStatement.CreateAggregate;
import io.pglitedb.planner.ast.FunctionStatement.CreateFunction;
import io.pglitedb.planner.ast.FunctionStatement.NoBody;
import io.pglitedb.planner.ast.FunctionStatement.NoResult;
import io.pglitedb.planner.ast.FunctionStatement.Result;
import io.pglitedb.planner.ast.FunctionStatement.Return;
import io.pglitedb.planner.ast.FunctionStatement.Returns;
import io.pglitedb.planner.ast.FunctionStatement.ReturnsTable;
import io.pglitedb.planner.ast.ObjectReference.Routine;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.RoutineParameter;
import io.pglitedb.planner.ast.RoutineSignature;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// CREATE and ALTER of functions and procedures, CREATE AGGREGATE.
final class FunctionParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    FunctionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At CREATE [OR REPLACE] FUNCTION or PROCEDURE.
    Statement create() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        boolean procedure = tokens.next().is("procedure");
        List<String> name = grammar.signatures.functionName();
        List<RoutineParameter> parameters = grammar.signatures.parameters(true);
        Result result = procedure ? new NoResult() : result();
        List<DefElem> options = options(true);
        return new CreateFunction(replace, procedure, name, parameters, result, options, body());
    }

    private Result result() {
        if (!tokens.at("returns") || tokens.peek(1).is("null")) {
            return new NoResult();
        }
        tokens.next();
        if (tokens.accept("table")) {
            return new ReturnsTable(grammar.clauses.parenthesized(grammar.signatures::tableColumn));
        }
        return new Returns(grammar.types.functionType());
    }

    private List<DefElem> options(boolean creating) {
        List<DefElem> options = new ArrayList<>();
        for (DefElem option = option(creating); option != null; option = option(creating)) {
            options.add(option);
        }
        return List.copyOf(options);
    }

    private DefElem option(boolean creating) {
        DefElem option = commonOption();
        return option == null && creating ? creatingOption() : option;
    }

    /// createfunc_opt_item, as far as ALTER FUNCTION has it not.
    private DefElem creatingOption() {
        int location = tokens.location();
        switch (tokens.word()) {
            case "as" -> {
                tokens.next();
                String code = tokens.expectString();
                return new DefElem(
                        "as", tokens.accept(",") ? List.of(code, tokens.expectString()) : List.of(code), location);
            }
            case "language" -> {
                tokens.next();
                return new DefElem("language", grammar.settings.nonReservedWordOrString(), location);
            }
            case "transform" -> {
                tokens.next();
                return new DefElem(
                        "transform",
                        grammar.clauses.list(() -> {
                            tokens.expect("for");
                            tokens.expect("type");
                            return grammar.types.typeName();
                        }),
                        location);
            }
            case "window" -> {
                tokens.next();
                return new DefElem("window", true, location);
            }
            default -> {
                return null;
            }
        }
    }

    /// common_func_opt_item
    private DefElem commonOption() {
        int location = tokens.location();
        String word = tokens.word();
        switch (word) {
            case "called", "returns" -> {
                tokens.next();
                tokens.expect(word.equals("called") ? "on" : "null");
                if (word.equals("returns")) {
                    tokens.expect("on");
                }
                tokens.expect("null");
                tokens.expect("input");
                return new DefElem("strict", word.equals("returns"), location);
            }
            case "strict" -> {
                tokens.next();
                return new DefElem("strict", true, location);
            }
            case "immutable", "stable", "volatile" -> {
                tokens.next();
                return new DefElem("volatility", word, location);
            }
            case "external", "security" -> {
                if (tokens.accept("external") && !tokens.at("security")) {
                    throw tokens.syntaxError();
                }
                tokens.next();
                boolean definer = tokens.accept("definer");
                if (!definer) {
                    tokens.expect("invoker");
                }
                return new DefElem("security", definer, location);
            }
            case "leakproof" -> {
                tokens.next();
                return new DefElem("leakproof", true, location);
            }
            case "not" -> {
                tokens.next();
                tokens.expect("leakproof");
                return new DefElem("leakproof", false, location);
            }
            case "cost", "rows" -> {
                tokens.next();
                return new DefElem(word, OptionParser.plain(grammar.primaries.signedNumber()), location);
            }
            case "support" -> {
                tokens.next();
                return new DefElem("support", grammar.names.anyName(), location);
            }
            case "set", "reset" -> {
                return new DefElem("set", grammar.settings.functionClause(), location);
            }
            case "parallel" -> {
                tokens.next();
                return new DefElem("parallel", tokens.columnName(), location);
            }
            default -> {
                return null;
            }
        }
    }

    private Body body() {
        if (tokens.at("return")) {
            return returning();
        }
        if (!tokens.accept("begin")) {
            return new NoBody();
        }
        tokens.expect("atomic");
        List<Statement> statements = new ArrayList<>();
        while (!tokens.accept("end")) {
            if (!tokens.at(";")) {
                statements.add(tokens.at("return") ? returning() : grammar.statement());
            }
            tokens.expect(";");
        }
        return new AtomicBlock(List.copyOf(statements));
    }

    private Return returning() {
        tokens.next();
        return new Return(grammar.expressions.expression());
    }

    /// Behind ALTER FUNCTION, PROCEDURE or ROUTINE.
    Statement alter(ObjectKind kind) {
        Routine routine = new Routine(kind, grammar.signatures.routine());
        if (grammar.alters.atDependsOnExtension()) {
            return grammar.alters.dependsOnExtension(routine);
        }
        boolean schema = tokens.at("set", "schema") && TokenStream.isColumnName(tokens.peek(2));
        if (schema || tokens.at("rename") || tokens.at("owner")) {
            return grammar.alters.change(routine);
        }
        List<DefElem> options = options(false);
        if (options.isEmpty()) {
            throw tokens.syntaxError();
        }
        tokens.accept("restrict");
        return new AlterFunction(routine, options);
    }

    /// At CREATE [OR REPLACE] AGGREGATE.
    Statement createAggregate() {
        tokens.expect("create");
        boolean replace = grammar.clauses.orReplace();
        tokens.expect("aggregate");
        List<String> name = grammar.signatures.functionName();
        boolean oldStyle = tokens.at("(")
                && tokens.peek(1).kind() == Kind.IDENTIFIER
                && tokens.peek(2).is("=");
        RoutineSignature signature = oldStyle
                ? new RoutineSignature(name, false, List.of(), -1)
                : grammar.signatures.aggregateArguments(name);
        List<DefElem> definition = oldStyle ? oldDefinition() : grammar.definitions.definition();
        return new CreateAggregate(replace, oldStyle, signature, definition);
    }

    /// Names are no key words and values are a must.
    private List<DefElem> oldDefinition() {
        return grammar.clauses.parenthesized(() -> {
            int location = tokens.location();
            if (!tokens.at(Kind.IDENTIFIER)) {
                throw tokens.syntaxError();
            }
            String name = tokens.next().text();
            tokens.expect("=");
            return new DefElem(name, grammar.definitions.argument(), location);
        });
    }
}

package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.define.Functions;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.plpgsql.PlRoutines;
import io.pglitedb.executor.plpgsql.PlValidator;
import io.pglitedb.executor.routine.BodyStatements;
import io.pglitedb.executor.routine.SqlRoutines;
import io.pglitedb.planner.analyzer.RoutineBody;
import io.pglitedb.planner.ast.FunctionStatement.CreateFunction;
import io.pglitedb.planner.ast.FunctionStatement.NoBody;
import io.pglitedb.planner.ast.FunctionStatement.NoResult;
import io.pglitedb.planner.ast.FunctionStatement.Returns;
import io.pglitedb.planner.ast.FunctionStatement.ReturnsTable;
import io.pglitedb.planner.ast.RoutineParameter;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CREATE FUNCTION and CREATE PROCEDURE. Source of the rules: PostgreSQL's CreateFunction and its validators.
final class CreateFunctionCommand implements Command<CreateFunction> {
    private static final int INTERNAL = 12;
    private static final int C = 13;

    /// What it returns.
    private record Result(int type, boolean set) {}

    @Override
    public Class<CreateFunction> statement() {
        return CreateFunction.class;
    }

    @Override
    public String name(CreateFunction statement) {
        return statement.procedure() ? "CREATE PROCEDURE" : "CREATE FUNCTION";
    }

    @Override
    public Set<Trait> traits(CreateFunction statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateFunction statement, CommandCall call) {
        Definition definition = Definition.of(call);
        RoutineOptions options = new RoutineOptions(statement.options(), statement.procedure());
        LanguageDef language = language(statement, options, definition);
        List<RoutineParameter> written = new ArrayList<>(statement.parameters());
        if (statement.result() instanceof ReturnsTable(List<RoutineParameter> columns)) {
            written.addAll(columns);
        }
        Parameters parameters = new Parameters(written, statement.procedure(), definition);
        Result result = result(statement, parameters, definition);
        FunctionDef function = definition(statement, language, options, parameters, result, definition);
        if (statement.body() instanceof NoBody) {
            requireKnown(function, language, definition);
        } else {
            function = new StandardBody(function, definition).analyzed(statement.body(), parameters.references);
        }
        requireInputs(function, definition);
        requireReplaceable(function, statement, definition);
        int oid = new Functions(definition.writer()).create(function, parameters.references, statement.replace());
        if (language.oid() == SqlRoutines.LANGUAGE) {
            checkBody(definition.view().function(oid), definition);
        } else if (language.name().equals(PlRoutines.LANGUAGE)) {
            PlValidator.check(definition.view().function(oid), definition.backend());
        }
        return name(statement);
    }

    /// 42501 when there is such a function already, and it is somebody else's.
    private static void requireReplaceable(FunctionDef made, CreateFunction statement, Definition definition) {
        for (FunctionDef existing : definition.view().functions(made.name())) {
            if (statement.replace()
                    && existing.namespace() == made.namespace()
                    && existing.argumentTypes().equals(made.argumentTypes())) {
                new Ownership(definition).require(ObjectAddress.function(existing.oid()));
            }
        }
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_FUNCTION_DEFINITION, message);
    }

    private static LanguageDef language(CreateFunction statement, RoutineOptions options, Definition definition) {
        String name = options.language();
        if (name == null) {
            if (statement.body() instanceof NoBody) {
                throw invalid("no language specified");
            }
            name = "sql";
        }
        LanguageDef language = definition.view().language(name);
        if (language == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "language \"%s\" does not exist".formatted(name));
        }
        new StatementAccess(definition.view(), definition.backend().identity().currentUser()).requireUsage(language);
        return language;
    }

    private static Result result(CreateFunction statement, Parameters parameters, Definition definition) {
        int implied = parameters.resultType();
        return switch (statement.result()) {
            case NoResult ignored -> {
                if (statement.procedure()) {
                    yield new Result(implied == 0 ? Oids.VOID : implied, false);
                }
                if (implied == 0) {
                    throw invalid("function result type must be specified");
                }
                yield new Result(implied, false);
            }
            case ReturnsTable ignored -> new Result(implied, true);
            case Returns(var type) -> {
                int oid = definition.usableType(type).oid();
                if (implied != 0 && implied != oid) {
                    throw invalid("function result type must be %s because of OUT parameters"
                            .formatted(definition.view().formatType(implied)));
                }
                yield new Result(oid, type.setOf());
            }
        };
    }

    private static FunctionDef definition(
            CreateFunction statement,
            LanguageDef language,
            RoutineOptions options,
            Parameters parameters,
            Result result,
            Definition definition) {
        boolean compiled = language.oid() == INTERNAL || language.oid() == C;
        List<String> code = code(statement, language, options);
        char kind = statement.procedure() ? 'p' : options.is("window") ? 'w' : 'f';
        return new FunctionDef(
                0,
                statement.name().getLast(),
                definition.namespaceFor(statement.name()),
                definition.owner(),
                language.oid(),
                options.cost(compiled ? 1 : 100),
                options.rows(result.set()),
                parameters.variadicElement,
                0,
                kind,
                options.is("security"),
                options.is("leakproof"),
                options.is("strict"),
                result.set(),
                options.volatility(),
                options.parallel(),
                result.type(),
                parameters.inputTypes,
                parameters.inputNames,
                parameters.stored(),
                parameters.defaults,
                code.getLast(),
                code.size() > 1 ? Optional.of(code.getFirst()) : Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// The code; of C the file and the symbol, which is the function's name unless said.
    private static List<String> code(CreateFunction statement, LanguageDef language, RoutineOptions options) {
        List<String> code = options.code();
        if (!(statement.body() instanceof NoBody)) {
            if (!code.isEmpty()) {
                throw invalid("duplicate function body specified");
            }
            if (language.oid() != SqlRoutines.LANGUAGE) {
                throw invalid("inline SQL function body only valid for language SQL");
            }
            return List.of("");
        }
        if (code.isEmpty()) {
            throw invalid("no function body specified");
        }
        if (language.oid() == C) {
            return List.of(
                    code.getFirst(),
                    code.size() > 1 ? code.getLast() : statement.name().getLast());
        }
        if (code.size() > 1) {
            throw invalid("only one AS item needed for language \"%s\"".formatted(language.name()));
        }
        boolean named = language.oid() == INTERNAL && code.getFirst().isEmpty();
        return named ? List.of(statement.name().getLast()) : code;
    }

    /// What is not made of SQL: must be there.
    private static void requireKnown(FunctionDef function, LanguageDef language, Definition definition) {
        switch (function.language()) {
            case INTERNAL -> {
                if (FunctionRegistry.standard().find(function.prosrc()) == null && !isShipped(function, definition)) {
                    throw new PgException(
                            SqlState.UNDEFINED_FUNCTION,
                            "there is no built-in function named \"%s\"".formatted(function.prosrc()));
                }
            }
            case C ->
                throw new PgException(
                        SqlState.UNDEFINED_FILE,
                        "could not access file \"%s\": No such file or directory"
                                .formatted(function.binary().orElse("")));
            case SqlRoutines.LANGUAGE -> {}
            default -> {
                if (!language.name().equals(PlRoutines.LANGUAGE)) {
                    throw PgException.notSupported("language " + language.name());
                }
            }
        }
    }

    /// Whether PostgreSQL has it built in: then it may be named, though calling it fails.
    private static boolean isShipped(FunctionDef function, Definition definition) {
        return definition.view().functions(function.prosrc()).stream()
                .anyMatch(other -> other.language() == INTERNAL
                        && other.namespace() == Definition.PG_CATALOG
                        && other.prosrc().equals(function.prosrc()));
    }

    /// A polymorphic result is told by a polymorphic input.
    private static void requireInputs(FunctionDef function, Definition definition) {
        List<Integer> outputs = new ArrayList<>(List.of(function.resultType()));
        function.allArguments().stream()
                .filter(argument -> argument.mode() == 'o' || argument.mode() == 't')
                .forEach(argument -> outputs.add(argument.type()));
        for (int type : outputs) {
            String detail = RoutineBody.missingInput(type, function.argumentTypes(), definition.view());
            if (detail != null) {
                throw invalid("cannot determine result data type").detail(detail);
            }
        }
    }

    /// Sees the function itself, which may call itself.
    private static void checkBody(FunctionDef function, Definition definition) {
        if (function.sqlBody().isPresent()) {
            return;
        }
        SqlSignature.check(function, definition.view());
        if (definition.session().setting("check_function_bodies").equals("on")) {
            BodyStatements.check(function, definition.backend());
        }
    }
}

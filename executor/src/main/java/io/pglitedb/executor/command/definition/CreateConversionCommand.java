package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.define.Conversions;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DefinitionStatement.CreateConversion;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.EncodingFunctions;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Set;

/// CREATE CONVERSION, by the functions that PostgreSQL ships and for the encodings that they are for: it changes
/// no answer. Source of the messages: PostgreSQL 15, `conversioncmds.c`.
final class CreateConversionCommand implements Command<CreateConversion> {
    private static final int SQL_ASCII = 0;
    private static final List<Integer> ARGUMENTS =
            List.of(Oids.INT4, Oids.INT4, Oids.CSTRING, Oids.INTERNAL, Oids.INT4, Oids.BOOL);

    @Override
    public Class<CreateConversion> statement() {
        return CreateConversion.class;
    }

    @Override
    public String name(CreateConversion statement) {
        return "CREATE CONVERSION";
    }

    @Override
    public Set<Trait> traits(CreateConversion statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateConversion statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int namespace = definition.namespaceFor(statement.name());
        int from = encoding(statement.fromEncoding(), "source");
        int to = encoding(statement.toEncoding(), "destination");
        if (from == SQL_ASCII || to == SQL_ASCII) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "encoding conversion to or from \"SQL_ASCII\" is not supported");
        }
        FunctionDef function = definition.analysis().exactFunction(statement.function(), ARGUMENTS);
        String functionName = String.join(".", statement.function());
        if (function.resultType() != Oids.INT4) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "encoding conversion function %s must return type %s".formatted(functionName, "integer"));
        }
        Conversions conversions = new Conversions(definition.writer());
        if (!conversions.converts(function.oid(), from, to)) {
            throw PgException.notSupported("CREATE CONVERSION by the function " + functionName);
        }
        if (statement.isDefault() && conversions.hasDefault(namespace, from, to)) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "default conversion for %s to %s already exists"
                            .formatted(EncodingFunctions.encodingName(from), EncodingFunctions.encodingName(to)));
        }
        conversions.create(
                statement.name().getLast(),
                namespace,
                definition.owner(),
                from,
                to,
                function.oid(),
                statement.isDefault());
        return name(statement);
    }

    private static int encoding(String name, String role) {
        int number = EncodingFunctions.encodingNumber(Utf8.of(name));
        if (number < 0) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "%s encoding \"%s\" does not exist".formatted(role, name));
        }
        return number;
    }
}

package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Casts;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.ast.FunctionStatement.CastMethod;
import io.pglitedb.planner.ast.FunctionStatement.CreateCast;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// CREATE CAST. Source of the rules: PostgreSQL's CreateCast.
final class CreateCastCommand implements Command<CreateCast> {
    @Override
    public Class<CreateCast> statement() {
        return CreateCast.class;
    }

    @Override
    public String name(CreateCast statement) {
        return "CREATE CAST";
    }

    @Override
    public Set<Trait> traits(CreateCast statement) {
        return Set.of(Trait.WRITES);
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message);
    }

    @Override
    public String run(CreateCast statement, CommandCall call) {
        Definition definition = Definition.of(call);
        CatalogView view = definition.view();
        TypeDef source = type(definition.analysis().type(statement.source()).oid(), "source", view);
        TypeDef target = type(definition.analysis().type(statement.target()).oid(), "target", view);
        requireRights(source, target, statement, definition);
        if (source.kind() == 'd' || target.kind() == 'd') {
            String whose = source.kind() == 'd' ? "source" : "target";
            definition.warn(
                    SqlState.WRONG_OBJECT_TYPE,
                    "cast will be ignored because the %s data type is a domain".formatted(whose));
        }
        int function = switch (statement.method()) {
            case FUNCTION -> function(statement, source.oid(), target.oid(), definition);
            case BINARY -> {
                requireAlike(source, target, definition);
                yield 0;
            }
            case INOUT -> 0;
        };
        if (source.oid() == target.oid() && !takesLength(function, view)) {
            throw invalid("source data type and target data type are the same");
        }
        char method =
                statement.method() == CastMethod.FUNCTION ? 'f' : statement.method() == CastMethod.INOUT ? 'i' : 'b';
        char context = switch (statement.context()) {
            case EXPLICIT -> 'e';
            case ASSIGNMENT -> 'a';
            case IMPLICIT -> 'i';
        };
        new Casts(definition.writer())
                .create(source.oid(), target.oid(), function, context, method, DependencyType.NORMAL);
        return "CREATE CAST";
    }

    /// 42501 unless the current role owns one of the types and may use both.
    private static void requireRights(TypeDef source, TypeDef target, CreateCast statement, Definition definition) {
        CatalogView view = definition.view();
        Ownership ownership = new Ownership(definition);
        if (!ownership.owns(source) && !ownership.owns(target)) {
            throw Denial.of("must be owner of type %s or type %s"
                    .formatted(view.formatType(source.oid()), view.formatType(target.oid())));
        }
        StatementAccess access =
                new StatementAccess(view, definition.backend().identity().currentUser());
        access.requireUsage(source);
        access.requireUsage(target);
        if (statement.method() == CastMethod.BINARY && !definition.isSuperuser()) {
            throw Denial.of("must be superuser to create a cast WITHOUT FUNCTION");
        }
    }

    private static TypeDef type(int oid, String whose, CatalogView view) {
        TypeDef type = view.type(oid);
        if (type.kind() == 'p') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "%s data type %s is a pseudo-type".formatted(whose, view.formatType(oid)));
        }
        return type;
    }

    private static boolean takesLength(int function, CatalogView view) {
        return function != 0 && view.function(function).argumentTypes().size() > 1;
    }

    private static int function(CreateCast statement, int source, int target, Definition definition) {
        FunctionDef function = new ObjectLookup(definition).routine(ObjectKind.FUNCTION, statement.function());
        CommandAnalysis analysis = definition.analysis();
        List<Integer> arguments = function.argumentTypes();
        if (arguments.isEmpty() || arguments.size() > 3) {
            throw invalid("cast function must take one to three arguments");
        }
        if (!analysis.isBinaryCoercible(source, arguments.getFirst())) {
            throw invalid("argument of cast function must match or be binary-coercible from source data type");
        }
        if (arguments.size() > 1 && arguments.get(1) != Oids.INT4) {
            throw invalid("second argument of cast function must be type integer");
        }
        if (arguments.size() > 2 && arguments.get(2) != Oids.BOOL) {
            throw invalid("third argument of cast function must be type boolean");
        }
        if (!analysis.isBinaryCoercible(function.resultType(), target)) {
            throw invalid("return data type of cast function must match or be binary-coercible to target data type");
        }
        if (function.kind() != 'f') {
            throw invalid("cast function must be a normal function");
        }
        if (function.returnsSet()) {
            throw invalid("cast function must not return a set");
        }
        return function.oid();
    }

    /// Values of the one must look like values of the other.
    private static void requireAlike(TypeDef source, TypeDef target, Definition definition) {
        if (!definition.isSuperuser()) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE, "must be superuser to create a cast WITHOUT FUNCTION");
        }
        if (source.length() != target.length()
                || source.byValue() != target.byValue()
                || source.align() != target.align()) {
            throw invalid("source and target data types are not physically compatible");
        }
        if (source.kind() == 'c' || target.kind() == 'c') {
            throw invalid("composite data types are not binary-compatible");
        }
        if (source.kind() == 'e' || target.kind() == 'e') {
            throw invalid("enum data types are not binary-compatible");
        }
        if (source.isTrueArray() || target.isTrueArray()) {
            throw invalid("array data types are not binary-compatible");
        }
        if (source.kind() == 'd' || target.kind() == 'd') {
            throw invalid("domain data types must not be marked binary-compatible");
        }
    }
}

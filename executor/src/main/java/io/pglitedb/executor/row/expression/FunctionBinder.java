package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.executor.run.FunctionBodies;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.List;

/// Finds the bodies of functions for one session.
public final class FunctionBinder {
    private static final int INTERNAL = 12;
    private static final int C = 13;
    private static final int SQL = 14;

    private final CatalogView catalog;
    private final SessionContext session;
    private final FunctionRegistry functions;

    FunctionBinder(CatalogView catalog, SessionContext session, FunctionRegistry functions) {
        this.catalog = catalog;
        this.session = session;
        this.functions = functions;
    }

    public CatalogView catalog() {
        return catalog;
    }

    public SessionContext session() {
        return session;
    }

    /// 0A000 when the function has no body yet.
    public BoundFunction bind(int oid, SqlType[] argumentTypes, SqlType result, int collation) {
        return bind(catalog.function(oid), argumentTypes, result, collation);
    }

    BoundFunction bind(FunctionDef function, SqlType[] argumentTypes, SqlType result, int collation) {
        Collations.requireCall(catalog, function.prosrc(), collation);
        CallContext context = new CallContext(session, argumentTypes, result, collation);
        return new BoundFunction(implementation(function), function.strict(), context);
    }

    /// The function behind an operator of two arguments, called with values of its own declared types.
    public BoundFunction bindOperator(int operator, int collation) {
        OperatorDef definition = catalog.operator(operator);
        SqlType[] types = {SqlType.of(definition.leftType()), SqlType.of(definition.rightType())};
        return bind(definition.function(), types, SqlType.of(definition.resultType()), collation);
    }

    /// A body that PostgreSQL has as a strict function of that `prosrc`, for the engine's own use.
    public BoundFunction bindBody(String prosrc, SqlType result, int collation, SqlType... argumentTypes) {
        return bindBody(prosrc, true, new CallContext(session, argumentTypes, result, collation));
    }

    public BoundFunction bindBody(String prosrc, boolean strict, CallContext context) {
        FunctionImplementation implementation = functions.find(prosrc);
        if (implementation == null) {
            throw PgException.notSupported("function " + prosrc);
        }
        return new BoundFunction(implementation, strict, context);
    }

    private FunctionImplementation implementation(FunctionDef function) {
        FunctionImplementation found = switch (function.language()) {
            case INTERNAL, C -> functions.find(function.prosrc());
            // PostgreSQL's own functions in SQL have no body in the facts: ours go by their signature.
            case SQL ->
                function.prosrc().isEmpty() && function.sqlBody().isEmpty()
                        ? functions.find(signature(function))
                        : written(function);
            default -> written(function);
        };
        if (found == null) {
            throw PgException.notSupported("function " + signature(function));
        }
        return found;
    }

    private FunctionImplementation written(FunctionDef function) {
        FunctionBodies bodies;
        try {
            bodies = session.as(FunctionBodies.class);
        } catch (IllegalStateException e) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "function " + signature(function) + " is not supported yet", e);
        }
        return bodies.find(function);
    }

    private String signature(FunctionDef function) {
        List<String> names = function.argumentTypes().stream()
                .map(type -> catalog.formatType(type))
                .toList();
        return function.name() + "(" + String.join(", ", names) + ")";
    }
}

package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// What CREATE FUNCTION checks of a routine in PL/pgSQL. Source of the rules: PostgreSQL 15, `plpgsql_validator`.
public final class PlValidator {
    private PlValidator() {}

    public static void check(FunctionDef function, Backend session) {
        boolean returned = isPseudo(function.resultType(), session)
                && !List.of(Oids.TRIGGER, Oids.EVENT_TRIGGER, Oids.RECORD, Oids.VOID)
                        .contains(function.resultType());
        if (returned) {
            throw refused("PL/pgSQL functions cannot return type %s", function.resultType(), session);
        }
        for (int type : function.argumentTypes()) {
            if (isPseudo(type, session) && type != Oids.RECORD) {
                throw refused("PL/pgSQL functions cannot accept type %s", type, session);
            }
        }
        if (session.context().setting("check_function_bodies").equals("on")) {
            if (function.resultType() == Oids.TRIGGER) {
                new PlCompiler(session).compileTrigger(function);
                return;
            }
            List<SqlType> types = function.argumentTypes().stream()
                    .map(type -> SqlType.of(standIn(type)))
                    .toList();
            new PlCompiler(session).compile(function, types, SqlType.of(function.resultType()), null, "function");
        }
    }

    private static PgException refused(String message, int type, Backend session) {
        return new PgException(
                SqlState.FEATURE_NOT_SUPPORTED,
                message.formatted(session.catalog().formatType(type)));
    }

    private static boolean isPseudo(int type, Backend session) {
        TypeDef definition = session.catalog().type(type);
        return definition != null && definition.kind() == 'p' && standIn(type) == type;
    }

    /// What a polymorphic parameter is checked as.
    private static int standIn(int type) {
        return switch (type) {
            case Oids.ANYELEMENT, Oids.ANYNONARRAY, Oids.ANYENUM, Oids.ANYCOMPATIBLE, Oids.ANYCOMPATIBLENONARRAY ->
                Oids.INT4;
            case Oids.ANYARRAY, Oids.ANYCOMPATIBLEARRAY -> Oids.INT4_ARRAY;
            case Oids.ANYRANGE, Oids.ANYCOMPATIBLERANGE -> Oids.INT4RANGE;
            case Oids.ANYMULTIRANGE, Oids.ANYCOMPATIBLEMULTIRANGE -> Oids.INT4MULTIRANGE;
            default -> type;
        };
    }
}

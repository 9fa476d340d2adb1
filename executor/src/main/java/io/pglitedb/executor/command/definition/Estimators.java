package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// The functions by which PostgreSQL's planner estimates operators: OIDs by name.
final class Estimators {
    private Estimators() {}

    static int restriction(List<String> function, Definition definition) {
        return find("restriction", function, List.of(Oids.INTERNAL, Oids.OID, Oids.INTERNAL, Oids.INT4), definition);
    }

    /// With five arguments, or with four as in old versions.
    static int join(List<String> function, Definition definition) {
        try {
            return find(
                    "join",
                    function,
                    List.of(Oids.INTERNAL, Oids.OID, Oids.INTERNAL, Oids.INT2, Oids.INTERNAL),
                    definition);
        } catch (PgException missing) {
            if (missing.state() != SqlState.UNDEFINED_FUNCTION) {
                throw missing;
            }
            return find("join", function, List.of(Oids.INTERNAL, Oids.OID, Oids.INTERNAL, Oids.INT2), definition);
        }
    }

    private static int find(String kind, List<String> function, List<Integer> arguments, Definition definition) {
        FunctionDef found = definition.analysis().exactFunction(function, arguments);
        if (found.resultType() != Oids.FLOAT8) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION,
                    "%s estimator function %s must return type float8".formatted(kind, String.join(".", function)));
        }
        return found.oid();
    }
}

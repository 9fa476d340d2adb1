package io.pglitedb.executor.command.privilege;

import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// GRANTED BY.
final class Grantors {
    private Grantors() {}

    /// @param grantor null when none is written
    static void require(RoleSpec grantor, Definition definition) {
        if (grantor != null && RoleNames.oid(definition, grantor) != definition.owner()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "grantor must be current user");
        }
    }
}

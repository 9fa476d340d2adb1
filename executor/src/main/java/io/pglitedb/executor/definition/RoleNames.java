package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Roles as statements name them.
public final class RoleNames {
    private RoleNames() {}

    /// OID; 42704 when there is no such role, also for PUBLIC.
    public static int oid(Definition definition, RoleSpec role) {
        return switch (role.kind()) {
            case CURRENT_ROLE, CURRENT_USER ->
                definition.backend().identity().currentUser().oid();
            case SESSION_USER -> definition.backend().identity().sessionUser().oid();
            case PUBLIC ->
                throw new PgException(SqlState.UNDEFINED_OBJECT, "role \"public\" does not exist")
                        .at(role.location() + 1);
            case NAMED -> {
                RoleDef found = definition.view().role(role.name());
                if (found == null) {
                    throw new PgException(
                            SqlState.UNDEFINED_OBJECT, "role \"%s\" does not exist".formatted(role.name()));
                }
                yield found.oid();
            }
        };
    }
}

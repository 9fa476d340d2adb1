package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.depend.RoleDependencies;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// What hangs on a role in the current database, for those who may act as that role.
final class OwnedObjects {
    private final Definition definition;

    OwnedObjects(Definition definition) {
        this.definition = definition;
    }

    /// 42501 when the current role may not act as that one.
    ///
    /// @param action what is not permitted, as `to drop objects`
    void requireRightsOf(int role, String action) {
        if (!new RoleGraph(definition.view()).hasRightsOf(definition.owner(), role)) {
            throw Denial.of("permission denied " + action);
        }
    }

    /// 2BP01 for the role that owns the system.
    ///
    /// @param action `drop objects` …
    List<RoleDependencies.Link> of(int role, String action) {
        ObjectAddress address = ObjectAddress.of(ClassOid.ROLE, role);
        if (address.isPinned()) {
            RoleDef found = definition.view().role(role);
            throw new PgException(
                    SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                    "cannot %s owned by role %s because they are required by the database system"
                            .formatted(action, found.name()));
        }
        return new RoleDependencies(
                        definition.writer(),
                        definition.view().databaseOid(),
                        new ObjectDescriptions(definition.writer(), definition.view()))
                .local(address);
    }
}

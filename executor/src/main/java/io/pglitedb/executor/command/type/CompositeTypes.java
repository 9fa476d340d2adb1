package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Composite types as ALTER TYPE finds them: by the relation that holds their attributes.
final class CompositeTypes {
    private CompositeTypes() {}

    /// Locked, and the current role's own; 42P01 or 42809 when there is none of that name.
    static TypeDef require(List<String> name, Definition definition) {
        TableDef relation = definition.relation(RangeVar.of(name), LockMode.ACCESS_EXCLUSIVE);
        if (relation.kind() != 'c') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a composite type".formatted(relation.name()));
        }
        new Ownership(definition).require(ObjectAddress.type(relation.rowType()));
        return definition.view().type(relation.rowType());
    }
}

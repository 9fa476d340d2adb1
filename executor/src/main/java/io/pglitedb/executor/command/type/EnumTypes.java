package io.pglitedb.executor.command.type;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Finds the enum type that ALTER TYPE names.
final class EnumTypes {
    private EnumTypes() {}

    /// OID; 42809 when the type is no enum.
    static int require(Definition definition, List<String> name) {
        int oid = definition
                .analysis()
                .type(new TypeName(name, false, false, List.of(), -1, List.of(), -1))
                .oid();
        TypeDef type = definition.view().type(oid);
        if (type.kind() != 'e') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "%s is not an enum".formatted(definition.view().formatType(oid)));
        }
        new Ownership(definition).require(ObjectAddress.type(oid));
        return oid;
    }
}

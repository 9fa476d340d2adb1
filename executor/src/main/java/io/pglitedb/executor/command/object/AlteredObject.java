package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// Who may rename an object or move it to another schema, and which types have a name of their own.
final class AlteredObject {
    /// Objects that nobody owns.
    private static final Set<Integer> SUPERUSERS =
            Set.of(ClassOid.TEXT_SEARCH_PARSER, ClassOid.TEXT_SEARCH_TEMPLATE, ClassOid.ACCESS_METHOD);

    private final Definition definition;

    AlteredObject(Definition definition) {
        this.definition = definition;
    }

    /// 42501 unless the current role owns it; PostgreSQL calls every routine a function here.
    void requireOwner(ObjectAddress object) {
        if (definition.isSuperuser()) {
            return;
        }
        if (SUPERUSERS.contains(object.classOid())) {
            throw Denial.of("must be superuser to rename "
                    + new ObjectDescriptions(definition.writer(), definition.view()).describe(object));
        }
        if (object.classOid() != ClassOid.FUNCTION) {
            new Ownership(definition).requireOfOwned(object);
            return;
        }
        try {
            new Ownership(definition).require(object);
        } catch (PgException denied) {
            throw denied.state() != SqlState.INSUFFICIENT_PRIVILEGE
                    ? denied
                    : Denial.ownership(
                            "function",
                            SecuredObject.of(definition.writer(), object).name());
        }
    }

    /// 42809 for the type of a table's rows and for an array type, which follow others.
    static void requireOwnName(TypeDef type, CatalogView view) {
        String name = view.formatType(type.oid());
        if (type.relation() != 0 && view.table(type.relation()).kind() != 'c') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, name + " is a table's row type")
                    .hint("Use ALTER TABLE instead.");
        }
        if (type.isTrueArray() && view.type(type.elementType()).arrayType() == type.oid()) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot alter array type " + name)
                    .hint("You can alter type %s, which will alter the array type as well."
                            .formatted(view.formatType(type.elementType())));
        }
    }
}

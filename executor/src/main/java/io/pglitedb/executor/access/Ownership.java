package io.pglitedb.executor.access;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.definition.Definition;

/// Who may change and drop an object: its owner, who may act as the owner, superusers.
public final class Ownership {
    private final Definition definition;

    public Ownership(Definition definition) {
        this.definition = definition;
    }

    private boolean isOwner(int owner) {
        return definition.backend().identity().currentUser().superuser()
                || new RoleGraph(definition.view()).hasRightsOf(definition.owner(), owner);
    }

    /// 42501 unless the current role owns the object, or the whole of a column.
    public void require(ObjectAddress object) {
        if (definition.backend().identity().currentUser().superuser()) {
            return;
        }
        SecuredObject secured =
                SecuredObject.of(definition.writer(), ObjectAddress.of(object.classOid(), object.oid()));
        if (!isOwner(secured.owner())) {
            throw Denial.ownership(object.subId() == 0 ? secured.kind() : "relation", secured.name());
        }
    }

    public void require(TableDef table) {
        if (!isOwner(table.owner())) {
            throw Denial.ownership(SecuredObject.relationKind(table.kind()), table.name());
        }
    }

    /// For DROP: the owner of the schema may too.
    public void requireToDrop(ObjectAddress object, int namespace) {
        CatalogView view = definition.view();
        NamespaceDef schema = namespace == 0 ? null : view.namespaceDef(namespace);
        if (schema == null || !isOwner(schema.owner())) {
            require(object);
        }
    }
}

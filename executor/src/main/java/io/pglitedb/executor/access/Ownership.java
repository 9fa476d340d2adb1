package io.pglitedb.executor.access;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.definition.Definition;

/// Who may change and drop an object: its owner, who may act as the owner, superusers.
public final class Ownership {
    private final Definition definition;

    public Ownership(Definition definition) {
        this.definition = definition;
    }

    /// Whether the current role may do what that owner may.
    public boolean isOwner(int owner) {
        return definition.backend().identity().currentUser().superuser()
                || new RoleGraph(definition.view()).hasRightsOf(definition.owner(), owner);
    }

    public boolean owns(TypeDef type) {
        return isOwner(type.owner());
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

    /// The same for what is owned by way of something else: a constraint, trigger, rule or policy by its
    /// relation. Who may change roles has been asked elsewhere; what nobody owns, superusers own.
    public void requireOfOwned(ObjectAddress object) {
        CatalogWriter writer = definition.writer();
        switch (object.classOid()) {
            case ClassOid.ROLE -> {}
            case ClassOid.CONSTRAINT -> {
                int relation = row(writer, object).oid("conrelid");
                int type = row(writer, object).oid("contypid");
                if (relation != 0) {
                    requireOfPart(relation);
                } else {
                    require(ObjectAddress.type(type));
                }
            }
            case ClassOid.TRIGGER -> requireOfPart(row(writer, object).oid("tgrelid"));
            case ClassOid.RULE -> requireOfPart(row(writer, object).oid("ev_class"));
            case ClassOid.POLICY -> requireOfPart(row(writer, object).oid("polrelid"));
            case ClassOid.CAST, ClassOid.ACCESS_METHOD, ClassOid.TRANSFORM -> {
                if (!definition.backend().identity().currentUser().superuser()) {
                    throw Denial.of("must be superuser");
                }
            }
            case ClassOid.FUNCTION -> requireToDrop(object, row(writer, object).oid("pronamespace"));
            default -> require(object);
        }
    }

    /// 42501 unless the current role owns the relation that something belongs to.
    private void requireOfPart(int relation) {
        TableDef table = definition.view().table(relation);
        if (!isOwner(table.owner())) {
            throw Denial.ownership("relation", table.name());
        }
    }

    private static SystemRow row(CatalogWriter writer, ObjectAddress object) {
        return writer.row(SystemTables.find(object.classOid()).oidIndex(), object.oid());
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

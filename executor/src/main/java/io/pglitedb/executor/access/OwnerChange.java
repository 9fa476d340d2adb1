package io.pglitedb.executor.access;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Privileges;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.catalog.define.Types;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.access.Privilege;
import java.util.Map;

/// Gives objects to another role, with what belongs to them.
public final class OwnerChange {
    private final Definition definition;
    private final Privileges privileges;

    public OwnerChange(Definition definition) {
        this.definition = definition;
        this.privileges = new Privileges(definition.writer());
    }

    public boolean isOwner(ObjectAddress object, int role) {
        return SecuredObject.of(definition.writer(), object).owner() == role;
    }

    /// For ALTER … OWNER TO: 42501 unless the current role owns the object, may act as the new owner, and the new
    /// owner might have made it there.
    ///
    /// @param namespace 0 for what stands in no schema
    public void requireAllowed(ObjectAddress object, int namespace, int newOwner) {
        SecuredObject secured = SecuredObject.of(definition.writer(), object);
        if (object.classOid() == ClassOid.SUBSCRIPTION
                && !definition.view().role(newOwner).superuser()) {
            throw Denial.of("permission denied to change owner of subscription \"%s\"".formatted(secured.name()))
                    .hint("The owner of a subscription must be a superuser.");
        }
        if (definition.backend().identity().currentUser().superuser() || secured.owner() == newOwner) {
            return;
        }
        new Ownership(definition).require(object);
        requireMember(newOwner);
        if (object.classOid() == ClassOid.PUBLICATION) {
            requirePublisher(object, newOwner);
        }
        if (namespace != 0) {
            new Creation(definition).requireInSchema(newOwner, namespace);
        } else if (object.classOid() == ClassOid.SCHEMA) {
            new Creation(definition).requireInDatabase(Privilege.CREATE);
        }
    }

    /// What publishes all tables of a database or a schema belongs to superusers.
    private void requirePublisher(ObjectAddress publication, int newOwner) {
        new Creation(definition).requireInDatabase(newOwner, Privilege.CREATE);
        Publications publications = new Publications(definition.writer());
        String name = SecuredObject.of(definition.writer(), publication).name();
        String broad = publications.find(name).flag("puballtables")
                ? "ALL TABLES"
                : publications.schemas(publication.oid()).isEmpty() ? null : "TABLES IN SCHEMA";
        if (broad != null && !definition.view().role(newOwner).superuser()) {
            throw Denial.of("permission denied to change owner of publication \"%s\"".formatted(name))
                    .hint("The owner of a FOR %s publication must be a superuser.".formatted(broad));
        }
    }

    /// 42501 unless the current role might SET ROLE to that one.
    public void requireMember(int role) {
        if (!new RoleGraph(definition.view()).isMember(definition.owner(), role)) {
            RoleDef found = definition.view().role(role);
            throw Denial.of("must be member of role \"%s\"".formatted(found.name()));
        }
    }

    public void run(ObjectAddress object, int newOwner) {
        switch (object.classOid()) {
            case ClassOid.RELATION -> relation(object.oid(), newOwner);
            case ClassOid.TYPE -> type(object.oid(), newOwner);
            default -> privileges.setOwner(object, newOwner);
        }
    }

    private void type(int oid, int newOwner) {
        TypeDef type = definition.view().type(oid);
        if (type.relation() != 0) {
            relation(type.relation(), newOwner);
        } else {
            privileges.setOwner(ObjectAddress.type(oid), newOwner);
            array(type, newOwner);
        }
    }

    /// Nobody is noted as its owner: it goes with its element type.
    private void array(TypeDef element, int newOwner) {
        if (element.arrayType() != 0) {
            new Types(definition.writer()).setOwner(element.arrayType(), newOwner);
        }
    }

    /// Its indexes, its row type and the sequences that its columns own go along.
    private void relation(int oid, int newOwner) {
        CatalogView view = definition.view();
        TableDef table = view.table(oid);
        int before = table.owner();
        privileges.setOwner(ObjectAddress.relation(oid), newOwner);
        for (IndexDef index : view.indexes(oid)) {
            new Relations(definition.writer()).update(index.oid(), Map.of("relowner", newOwner));
        }
        if (table.rowType() != 0) {
            new Types(definition.writer()).setOwner(table.rowType(), newOwner);
            array(view.type(table.rowType()), newOwner);
        }
        Sequences sequences = new Sequences(definition.writer());
        for (ColumnDef column : table.columns()) {
            if (!column.dropped() && column.acl().isPresent()) {
                privileges.replaceRole(ObjectAddress.column(oid, column.number()), before, newOwner);
            }
            sequences.ownedBy(oid, column.number()).forEach(sequence -> relation(sequence, newOwner));
        }
    }
}

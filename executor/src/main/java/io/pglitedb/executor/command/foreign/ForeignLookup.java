package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.access.SecuredObject;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.NamedRows;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Wrappers and servers by name, and whether the current role may use them.
final class ForeignLookup {
    private final Definition definition;

    ForeignLookup(Definition definition) {
        this.definition = definition;
    }

    /// Null when there is none.
    SystemRow find(int classOid, String name) {
        return new NamedRows(definition.writer(), SystemTables.find(classOid)).find(name);
    }

    SystemRow wrapper(String name) {
        return required(ClassOid.FOREIGN_DATA_WRAPPER, "foreign-data wrapper", name);
    }

    SystemRow server(String name) {
        return required(ClassOid.SERVER, "server", name);
    }

    private SystemRow required(int classOid, String kind, String name) {
        SystemRow found = find(classOid, name);
        if (found == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "%s \"%s\" does not exist".formatted(kind, name));
        }
        return found;
    }

    boolean mayUse(int classOid, SystemRow row) {
        SecuredObject object = SecuredObject.of(definition.writer(), ObjectAddress.of(classOid, row.oid("oid")));
        return definition.isSuperuser()
                || (new AccessControl(definition.view()).onObject(definition.owner(), object) & Privilege.USAGE.bit())
                        != 0;
    }

    /// 42501 unless it may.
    void requireUsage(int classOid, SystemRow row) {
        if (!mayUse(classOid, row)) {
            boolean server = classOid == ClassOid.SERVER;
            throw Denial.permission(
                    server ? "foreign server" : "foreign-data wrapper", row.text(server ? "srvname" : "fdwname"));
        }
    }

    /// OID of the role that a user mapping is for, 0 for PUBLIC.
    int user(RoleSpec user) {
        return user.kind() == RoleSpec.Kind.PUBLIC ? 0 : RoleNames.oid(definition, user);
    }

    String userName(int user) {
        return user == 0 ? "public" : definition.view().role(user).name();
    }
}

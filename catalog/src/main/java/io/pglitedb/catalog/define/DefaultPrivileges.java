package io.pglitedb.catalog.define;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;

/// ALTER DEFAULT PRIVILEGES as a new object meets it. Source: PostgreSQL 15, `get_user_default_acl`.
final class DefaultPrivileges {
    private static final SystemIndex DEFAULTS = SystemTables.index("pg_default_acl_role_nsp_obj_index");

    private final CatalogWriter writer;

    DefaultPrivileges(CatalogWriter writer) {
        this.writer = writer;
    }

    /// The list a new object starts with: NULL when it has the usual rights.
    ///
    /// @param objectType `defaclobjtype`: r relation, S sequence, f function, T type, n schema
    /// @param namespace 0 for a schema
    PgArray of(char objectType, int owner, int namespace) {
        PgArray global = list(owner, 0, objectType);
        PgArray local = namespace == 0 ? null : list(owner, namespace, objectType);
        if (global == null && local == null) {
            return null;
        }
        PgArray usual = DefaultRights.of(objectType == 'S' ? 's' : objectType).toAcl(owner);
        Acl acl = new Acl(global == null ? usual : global, owner);
        if (local != null) {
            for (Object element : local.elements()) {
                AclItem item = (AclItem) element;
                acl.grant(item.grantee(), item.grantor(), item.privileges(), item.grantOptions());
            }
        }
        return acl.toArray().equals(usual) ? null : acl.toArray();
    }

    private PgArray list(int owner, int namespace, char objectType) {
        SystemRow row = writer.row(DEFAULTS, owner, namespace, objectType);
        return row == null ? null : row.array("defaclacl").orElse(null);
    }

    /// Notes the roles that a new object's list names.
    ///
    /// @param acl may be null
    static void record(Dependencies dependencies, ObjectAddress object, PgArray acl, int owner) {
        if (acl != null) {
            for (int role : new Acl(acl, owner).roles()) {
                dependencies.recordShared(object, ClassOid.ROLE, role, 'a');
            }
        }
    }
}

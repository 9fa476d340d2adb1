package io.pglitedb.catalog.define;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.Oids;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;

/// ALTER DEFAULT PRIVILEGES as a new object meets it. Source: PostgreSQL 15, `get_user_default_acl`.
public final class DefaultPrivileges {
    private static final SystemIndex DEFAULTS = SystemTables.index("pg_default_acl_role_nsp_obj_index");

    private static final SystemTable TABLE = SystemTables.table("pg_default_acl");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public DefaultPrivileges(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
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

    /// What a change of default privileges starts from: those in one schema add to the usual ones.
    ///
    /// @param namespace 0 for all schemas
    public PgArray starting(char objectType, int owner, int namespace) {
        PgArray list = list(owner, namespace, objectType);
        return list != null ? list : usual(objectType, owner, namespace);
    }

    private static PgArray usual(char objectType, int owner, int namespace) {
        return namespace != 0
                ? PgArray.of(Oids.ACLITEM)
                : DefaultRights.of(objectType == 'S' ? 's' : objectType).toAcl(owner);
    }

    /// Replaces the default privileges; what says no more than the usual is not kept.
    public void set(char objectType, int owner, int namespace, Acl acl) {
        SystemRow before = writer.row(DEFAULTS, owner, namespace, objectType);
        if (new Acl(usual(objectType, owner, namespace), owner).isSameAs(acl)) {
            if (before != null) {
                dependencies.forget(ObjectAddress.of(ClassOid.DEFAULT_PRIVILEGES, before.oid("oid")));
                writer.delete(before);
            }
            return;
        }
        if (before == null) {
            before = writer.insert(
                    TABLE,
                    new RowValues()
                            .set("oid", writer.newOid(TABLE))
                            .set("defaclrole", owner)
                            .set("defaclnamespace", namespace)
                            .set("defaclobjtype", objectType)
                            .set("defaclacl", PgArray.of(Oids.ACLITEM)));
            ObjectAddress made = ObjectAddress.of(ClassOid.DEFAULT_PRIVILEGES, before.oid("oid"));
            dependencies.recordOwner(made, owner);
            if (namespace != 0) {
                dependencies.record(made, ObjectAddress.schema(namespace), DependencyType.AUTO);
            }
        }
        new Privileges(writer).setAcl(ObjectAddress.of(ClassOid.DEFAULT_PRIVILEGES, before.oid("oid")), acl, owner);
    }

    /// Takes from a role what a pg_default_acl row would give it.
    ///
    /// @param oid of the row
    public void revokeFrom(int oid, int role) {
        SystemRow row = writer.row(TABLE.oidIndex(), oid);
        int owner = row.oid("defaclrole");
        Acl acl = new Acl(row.array("defaclacl").orElseThrow(), owner);
        acl.revokeAll(role);
        set(row.letter("defaclobjtype"), owner, row.oid("defaclnamespace"), acl);
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

package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;

/// Makes roles and memberships.
public final class Roles {
    private static final SystemTable TABLE = SystemTables.table("pg_authid");
    private static final SystemTable MEMBERS = SystemTables.table("pg_auth_members");
    private static final SystemTable SETTINGS = SystemTables.table("pg_db_role_setting");
    private static final SystemIndex MEMBERS_OF = SystemTables.index("pg_auth_members_role_member_index");
    private static final SystemIndex MEMBER = SystemTables.index("pg_auth_members_member_role_index");
    private static final SystemIndex SETTING = SystemTables.index("pg_db_role_setting_databaseid_rol_index");

    private final CatalogWriter writer;

    public Roles(CatalogWriter writer) {
        this.writer = writer;
    }

    /// OID; 42710 when the name is taken.
    ///
    /// @param definition its `oid` is not looked at
    public int create(RoleDef definition) {
        if (writer.view().role(definition.name()) != null) {
            throw new PgException(SqlState.DUPLICATE_OBJECT, "role \"%s\" already exists".formatted(definition.name()));
        }
        int oid = writer.newOid(TABLE);
        writer.insert(TABLE, row(definition).set("oid", oid));
        return oid;
    }

    /// ALTER ROLE: everything but the OID may change.
    public void update(RoleDef definition) {
        writer.update(writer.row(TABLE.oidIndex(), definition.oid()), row(definition));
    }

    public void change(int role, Map<String, ?> columns) {
        writer.update(writer.row(TABLE.oidIndex(), role), columns);
    }

    public void clearPassword(int role) {
        change(role, new RowValues().set("rolpassword", null));
    }

    private static RowValues row(RoleDef role) {
        return new RowValues()
                .set("rolname", role.name())
                .set("rolsuper", role.superuser())
                .set("rolinherit", role.inherit())
                .set("rolcreaterole", role.createRole())
                .set("rolcreatedb", role.createDatabase())
                .set("rolcanlogin", role.canLogin())
                .set("rolreplication", role.replication())
                .set("rolbypassrls", role.bypassRowSecurity())
                .set("rolconnlimit", role.connectionLimit())
                .set("rolpassword", role.password().orElse(null))
                .set("rolvaliduntil", role.validUntil().orElse(null));
    }

    /// Removes a role with its memberships and settings; the caller has made sure that nothing depends on it.
    public void drop(int role) {
        writer.rows(MEMBERS_OF, role).forEach(writer::delete);
        writer.rows(MEMBER, role).forEach(writer::delete);
        for (SystemRow row : writer.scan(SETTINGS)) {
            if (row.oid("setrole") == role) {
                writer.delete(row);
            }
        }
        writer.delete(writer.row(TABLE.oidIndex(), role));
    }

    /// Makes `member` a member of `role`; false when it is one already with that option.
    public boolean grant(int role, int member, int grantor, boolean adminOption) {
        SystemRow before = writer.row(MEMBERS_OF, role, member);
        if (before == null) {
            writer.insert(
                    MEMBERS, Map.of("roleid", role, "member", member, "grantor", grantor, "admin_option", adminOption));
            return true;
        }
        if (!adminOption || before.flag("admin_option")) {
            return false;
        }
        writer.update(before, Map.of("grantor", grantor, "admin_option", true));
        return true;
    }

    /// Ends a membership, or only its admin option; false when there is none.
    public boolean revoke(int role, int member, boolean adminOptionOnly) {
        SystemRow before = writer.row(MEMBERS_OF, role, member);
        if (before == null) {
            return false;
        }
        if (!adminOptionOnly) {
            writer.delete(before);
        } else if (before.flag("admin_option")) {
            writer.update(before, Map.of("admin_option", false));
        }
        return true;
    }

    /// Replaces the settings of a role in a database, 0 standing for all; an empty list removes them.
    public void settings(int database, int role, List<String> settings) {
        SystemRow before = writer.row(SETTING, database, role);
        RowValues row = new RowValues().set("setconfig", Values.texts(settings));
        if (before == null) {
            if (!settings.isEmpty()) {
                writer.insert(SETTINGS, row.set("setdatabase", database).set("setrole", role));
            }
        } else if (settings.isEmpty()) {
            writer.delete(before);
        } else {
            writer.update(before, row);
        }
    }
}

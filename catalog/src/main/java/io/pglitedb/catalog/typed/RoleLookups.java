package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.TablespaceDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Optional;

/// What all databases share: roles, databases, tablespaces.
final class RoleLookups {
    private static final SystemIndex ROLE_OID = SystemTables.index("pg_authid_oid_index");
    private static final SystemIndex ROLE_NAME = SystemTables.index("pg_authid_rolname_index");
    private static final SystemIndex MEMBER = SystemTables.index("pg_auth_members_member_role_index");
    private static final SystemIndex DATABASE_OID = SystemTables.index("pg_database_oid_index");
    private static final SystemIndex DATABASE_NAME = SystemTables.index("pg_database_datname_index");
    private static final SystemIndex TABLESPACE_OID = SystemTables.index("pg_tablespace_oid_index");
    private static final SystemIndex TABLESPACE_NAME = SystemTables.index("pg_tablespace_spcname_index");
    private static final SystemIndex SETTING = SystemTables.index("pg_db_role_setting_databaseid_rol_index");
    private static final SystemTable DATABASES = SystemTables.table("pg_database");

    record SettingKey(int database, int role) {}

    static final Lookup<Integer, RoleDef> ROLE =
            Lookup.of((reader, oid) -> role(reader.row(ROLE_OID, oid)), "pg_authid");
    static final Lookup<String, RoleDef> ROLE_BY_NAME =
            Lookup.of((reader, name) -> role(reader.row(ROLE_NAME, name)), "pg_authid");
    static final Lookup<Integer, List<RoleDef.Membership>> MEMBERSHIPS = Lookup.of(
            (reader, member) -> reader.rows(MEMBER, member).stream()
                    .map(row -> new RoleDef.Membership(
                            row.oid("roleid"), row.oid("member"), row.oid("grantor"), row.flag("admin_option")))
                    .toList(),
            "pg_auth_members");
    static final Lookup<Integer, DatabaseDef> DATABASE =
            Lookup.of((reader, oid) -> database(reader.row(DATABASE_OID, oid)), "pg_database");
    static final Lookup<String, DatabaseDef> DATABASE_BY_NAME =
            Lookup.of((reader, name) -> database(reader.row(DATABASE_NAME, name)), "pg_database");
    static final Lookup<Boolean, List<DatabaseDef>> ALL_DATABASES = Lookup.of(
            (reader, _) ->
                    reader.scan(DATABASES).stream().map(RoleLookups::database).toList(),
            "pg_database");
    static final Lookup<Integer, TablespaceDef> TABLESPACE =
            Lookup.of((reader, oid) -> tablespace(reader.row(TABLESPACE_OID, oid)), "pg_tablespace");
    static final Lookup<String, TablespaceDef> TABLESPACE_BY_NAME =
            Lookup.of((reader, name) -> tablespace(reader.row(TABLESPACE_NAME, name)), "pg_tablespace");
    static final Lookup<SettingKey, List<String>> SETTINGS = Lookup.of(
            (reader, key) -> {
                SystemRow row = reader.row(SETTING, key.database, key.role);
                return row == null ? List.of() : row.texts("setconfig");
            },
            "pg_db_role_setting");

    private RoleLookups() {}

    private static RoleDef role(SystemRow row) {
        return row == null
                ? null
                : new RoleDef(
                        row.oid("oid"),
                        row.text("rolname"),
                        row.flag("rolsuper"),
                        row.flag("rolinherit"),
                        row.flag("rolcreaterole"),
                        row.flag("rolcreatedb"),
                        row.flag("rolcanlogin"),
                        row.flag("rolreplication"),
                        row.flag("rolbypassrls"),
                        row.integer("rolconnlimit"),
                        row.optional("rolpassword"),
                        row.isNull("rolvaliduntil") ? Optional.empty() : Optional.of(row.bigint("rolvaliduntil")));
    }

    private static TablespaceDef tablespace(SystemRow row) {
        return row == null
                ? null
                : new TablespaceDef(
                        row.oid("oid"),
                        row.text("spcname"),
                        row.oid("spcowner"),
                        row.array("spcacl"),
                        row.texts("spcoptions"));
    }

    private static DatabaseDef database(SystemRow row) {
        return row == null
                ? null
                : new DatabaseDef(
                        row.oid("oid"),
                        row.text("datname"),
                        row.oid("datdba"),
                        row.integer("encoding"),
                        row.flag("datistemplate"),
                        row.flag("datallowconn"),
                        row.integer("datconnlimit"),
                        row.oid("dattablespace"),
                        row.text("datcollate"),
                        row.text("datctype"),
                        row.array("datacl"));
    }
}

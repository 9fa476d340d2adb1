package io.pglitedb.executor.describe;

import static io.pglitedb.types.access.Privilege.DELETE;
import static io.pglitedb.types.access.Privilege.INSERT;
import static io.pglitedb.types.access.Privilege.REFERENCES;
import static io.pglitedb.types.access.Privilege.SELECT;
import static io.pglitedb.types.access.Privilege.TRIGGER;
import static io.pglitedb.types.access.Privilege.TRUNCATE;
import static io.pglitedb.types.access.Privilege.UPDATE;
import static io.pglitedb.types.access.Privilege.USAGE;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.value.Utf8;
import java.util.Set;

/// has_…_privilege for tables, sequences and columns. Roles and relations come as names or OIDs; NULL for the OID
/// or number of what does not exist.
public final class RelationPrivilegeFunctions {
    private static final Set<Privilege> ON_TABLES =
            Set.of(SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER);
    private static final Set<Privilege> ON_SEQUENCES = Set.of(USAGE, SELECT, UPDATE);
    private static final Set<Privilege> ON_COLUMNS = Set.of(SELECT, INSERT, UPDATE, REFERENCES);

    private RelationPrivilegeFunctions() {}

    /// Null when there is none of that OID.
    private static TableDef relation(CallContext call, Object nameOrOid) {
        int oid = nameOrOid instanceof Integer given
                ? given
                : call.session().as(ObjectNames.class).oid(ObjectNames.Kind.CLASS, nameOrOid.toString());
        return NameFunctions.catalog(call).table(oid);
    }

    private static boolean onWhole(CatalogView catalog, int role, TableDef table, PrivilegeList wanted) {
        AccessControl access = new AccessControl(catalog);
        return wanted.anyOf(
                access.onRelation(role, table),
                access.grantOptions(role, AccessControl.relationType(table), table.owner(), table.acl()));
    }

    private static boolean onColumn(
            CatalogView catalog, int role, TableDef table, ColumnDef column, PrivilegeList wanted) {
        AccessControl access = new AccessControl(catalog);
        int options = column.acl().isEmpty() ? 0 : access.grantOptions(role, 'c', table.owner(), column.acl());
        return wanted.anyOf(access.onColumn(role, table, column), options);
    }

    @Prosrc({"has_table_privilege_name", "has_table_privilege_id"})
    public static Boolean onTable(CallContext call, Object table, Utf8 privileges) {
        return onTable(call, RoleFunctions.currentRole(call), table, privileges);
    }

    @Prosrc({
        "has_table_privilege_name_name",
        "has_table_privilege_name_id",
        "has_table_privilege_id_name",
        "has_table_privilege_id_id"
    })
    public static Boolean onTable(CallContext call, Object role, Object table, Utf8 privileges) {
        int grantee = PrivilegeFunctions.grantee(call, role);
        TableDef found = relation(call, table);
        PrivilegeList wanted = PrivilegeList.parse(privileges, ON_TABLES);
        return found == null ? null : onWhole(NameFunctions.catalog(call), grantee, found, wanted);
    }

    @Prosrc({"has_sequence_privilege_name", "has_sequence_privilege_id"})
    public static Boolean onSequence(CallContext call, Object sequence, Utf8 privileges) {
        return onSequence(call, RoleFunctions.currentRole(call), sequence, privileges);
    }

    @Prosrc({
        "has_sequence_privilege_name_name",
        "has_sequence_privilege_name_id",
        "has_sequence_privilege_id_name",
        "has_sequence_privilege_id_id"
    })
    public static Boolean onSequence(CallContext call, Object role, Object sequence, Utf8 privileges) {
        int grantee = PrivilegeFunctions.grantee(call, role);
        PrivilegeList wanted = PrivilegeList.parse(privileges, ON_SEQUENCES);
        TableDef found = relation(call, sequence);
        if (found == null) {
            return null;
        }
        if (found.kind() != 'S') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a sequence".formatted(found.name()));
        }
        return onWhole(NameFunctions.catalog(call), grantee, found, wanted);
    }

    @Prosrc({"has_any_column_privilege_name", "has_any_column_privilege_id"})
    public static Boolean onAnyColumn(CallContext call, Object table, Utf8 privileges) {
        return onAnyColumn(call, RoleFunctions.currentRole(call), table, privileges);
    }

    @Prosrc({
        "has_any_column_privilege_name_name",
        "has_any_column_privilege_name_id",
        "has_any_column_privilege_id_name",
        "has_any_column_privilege_id_id"
    })
    public static Boolean onAnyColumn(CallContext call, Object role, Object table, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = PrivilegeFunctions.grantee(call, role);
        TableDef found = relation(call, table);
        PrivilegeList wanted = PrivilegeList.parse(privileges, ON_COLUMNS);
        if (found == null) {
            return null;
        }
        return onWhole(catalog, grantee, found, wanted)
                || found.columns().stream()
                        .anyMatch(column -> !column.dropped() && onColumn(catalog, grantee, found, column, wanted));
    }

    @Prosrc({
        "has_column_privilege_name_name",
        "has_column_privilege_name_attnum",
        "has_column_privilege_id_name",
        "has_column_privilege_id_attnum"
    })
    public static Boolean ofColumn(CallContext call, Object table, Object column, Utf8 privileges) {
        return ofColumn(call, RoleFunctions.currentRole(call), table, column, privileges);
    }

    @Prosrc({
        "has_column_privilege_name_name_name",
        "has_column_privilege_name_name_attnum",
        "has_column_privilege_name_id_name",
        "has_column_privilege_name_id_attnum",
        "has_column_privilege_id_name_name",
        "has_column_privilege_id_name_attnum",
        "has_column_privilege_id_id_name",
        "has_column_privilege_id_id_attnum"
    })
    public static Boolean ofColumn(CallContext call, Object role, Object table, Object column, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = PrivilegeFunctions.grantee(call, role);
        TableDef found = relation(call, table);
        PrivilegeList wanted = PrivilegeList.parse(privileges, ON_COLUMNS);
        if (found == null) {
            return null;
        }
        ColumnDef asked = found.columns().stream()
                .filter(each -> !each.dropped()
                        && (column instanceof Utf8 name
                                ? each.name().equals(name.toString())
                                : each.number() == ((Number) column).intValue()))
                .findFirst()
                .orElse(null);
        if (asked == null && column instanceof Utf8) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(column, found.name()));
        }
        return asked == null
                ? null
                : onWhole(catalog, grantee, found, wanted) || onColumn(catalog, grantee, found, asked, wanted);
    }
}

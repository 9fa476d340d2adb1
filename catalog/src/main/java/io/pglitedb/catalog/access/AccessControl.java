package io.pglitedb.catalog.access;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;
import java.util.Optional;
import java.util.Set;

/// The rights a role has on an object, as bits of `Privilege`. A superuser has all, an owner what can be granted
/// and was not revoked from itself. Source: PostgreSQL 15, `aclmask`.
public final class AccessControl {
    private static final int ALL = 0xffff;
    private static final int READ_ALL_DATA = 6181;
    private static final int WRITE_ALL_DATA = 6182;
    private static final int FIRST_USER_OID = 16384;

    private final CatalogView view;
    private final RoleGraph roles;

    public AccessControl(CatalogView view) {
        this.view = view;
        this.roles = new RoleGraph(view);
    }

    public RoleGraph roles() {
        return roles;
    }

    /// Whether a role owns an object, by itself or by membership.
    public boolean owns(int role, int owner) {
        return roles.hasRightsOf(role, owner);
    }

    /// The rights by an ACL.
    ///
    /// @param type of object as `DefaultRights.of` takes it
    public int rights(int role, char type, int owner, Optional<PgArray> acl) {
        return roles.isSuperuser(role) ? ALL : byItems(role, owner, acl.orElseGet(() -> defaults(type, owner)), false);
    }

    /// The rights that may be granted on.
    public int grantOptions(int role, char type, int owner, Optional<PgArray> acl) {
        return roles.isSuperuser(role) ? ALL : byItems(role, owner, acl.orElseGet(() -> defaults(type, owner)), true);
    }

    private static PgArray defaults(char type, int owner) {
        return DefaultRights.of(type).toAcl(owner);
    }

    private int byItems(int role, int owner, PgArray acl, boolean grantable) {
        Set<Integer> acting = roles.rolesOf(role, true);
        // An owner may always grant what it owns.
        int rights = grantable && acting.contains(owner) ? ALL : 0;
        for (Object element : acl.elements()) {
            AclItem item = (AclItem) element;
            boolean everybodys = item.grantee() == 0;
            if (acting.contains(item.grantee()) || (everybodys && !grantable)) {
                rights |= grantable ? item.grantOptions() : item.privileges();
            }
        }
        return rights;
    }

    /// Of a table, view, sequence or the like.
    public int onRelation(int role, TableDef table) {
        int rights = rights(role, relationType(table), table.owner(), table.acl());
        if (roles.hasRightsOf(role, READ_ALL_DATA)) {
            rights |= Privilege.SELECT.bit();
        }
        if (roles.hasRightsOf(role, WRITE_ALL_DATA)) {
            rights |= Privilege.bits(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
        }
        boolean system = table.namespace() == 11 && Integer.compareUnsigned(table.oid(), FIRST_USER_OID) < 0;
        int writes = Privilege.bits(
                Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE, Privilege.USAGE);
        if (system && table.kind() != 'v' && !roles.isSuperuser(role)) {
            rights &= ~writes;
        }
        return rights;
    }

    public static char relationType(TableDef table) {
        return table.kind() == 'S' ? 's' : 'r';
    }

    /// Of one column, beyond the rights on the whole table.
    public int onColumn(int role, TableDef table, ColumnDef column) {
        return column.acl()
                .map(acl -> rights(role, 'c', table.owner(), Optional.of(acl)))
                .orElse(0);
    }

    public int onSchema(int role, NamespaceDef schema) {
        int rights = rights(role, 'n', schema.owner(), schema.acl());
        boolean allData = roles.hasRightsOf(role, READ_ALL_DATA) || roles.hasRightsOf(role, WRITE_ALL_DATA);
        return allData ? rights | Privilege.USAGE.bit() : rights;
    }

    public int onDatabase(int role, DatabaseDef database) {
        return rights(role, 'd', database.owner(), database.acl());
    }

    public int onFunction(int role, FunctionDef function) {
        return rights(role, 'f', function.owner(), function.acl());
    }

    /// An array type has the rights of its element type.
    public int onType(int role, TypeDef type) {
        TypeDef checked = type.isTrueArray() ? view.type(type.elementType()) : type;
        return rights(role, 'T', checked.owner(), checked.acl());
    }

    /// On an object whose row says who owns it and what was granted.
    public int onObject(int role, SecuredObject object) {
        return rights(role, object.type(), object.owner(), object.acl());
    }

    public int onLanguage(int role, LanguageDef language) {
        return rights(role, 'l', language.owner(), language.acl());
    }
}

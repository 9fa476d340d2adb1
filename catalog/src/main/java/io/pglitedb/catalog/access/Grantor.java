package io.pglitedb.catalog.access;

import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;

/// In whose name a role grants, and what that one may grant. Source: PostgreSQL 15, `select_best_grantor`.
///
/// @param options bits of the privileges that may be granted on
public record Grantor(int role, int options) {
    /// The owner when the role may act as the owner, else who of the roles it may act as can grant most.
    ///
    /// @param wanted bits of privileges
    public static Grantor best(RoleGraph roles, int role, int wanted, PgArray acl, int owner) {
        if (roles.hasRightsOf(role, owner)) {
            return new Grantor(owner, wanted);
        }
        Grantor best = new Grantor(role, 0);
        for (int other : roles.rolesOf(role, true)) {
            int options = options(other, acl) & wanted;
            if (Integer.bitCount(options) > Integer.bitCount(best.options)) {
                best = new Grantor(other, options);
            }
        }
        return best;
    }

    /// Granted to the very role.
    private static int options(int role, PgArray acl) {
        int options = 0;
        for (Object element : acl.elements()) {
            AclItem item = (AclItem) element;
            options |= item.grantee() == role ? item.grantOptions() : 0;
        }
        return options;
    }
}

package io.pglitedb.catalog.access;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RoleDef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/// Memberships of roles. Source: PostgreSQL 15, `roles_is_member_of`.
public final class RoleGraph {
    private static final int DATABASE_OWNER = 6171; // pg_database_owner: whoever owns the current database

    private final CatalogView view;

    public RoleGraph(CatalogView view) {
        this.view = view;
    }

    public boolean isSuperuser(int role) {
        RoleDef found = view.role(role);
        return found != null && found.superuser();
    }

    /// Whether a role may act as another one without SET ROLE: it is that role, a superuser, or a member by a
    /// chain of roles that inherit.
    public boolean hasRightsOf(int member, int role) {
        return member == role || isSuperuser(member) || rolesOf(member, true).contains(role);
    }

    /// Whether a role may SET ROLE to another one: inherited or not.
    public boolean isMember(int member, int role) {
        return member == role || isSuperuser(member) || isMemberNotBySuperuser(member, role);
    }

    /// The same without a superuser's privilege of being member of all.
    public boolean isMemberNotBySuperuser(int member, int role) {
        return rolesOf(member, false).contains(role);
    }

    /// Whether a role may grant membership of another: by its admin option, or as a superuser.
    public boolean isAdminOf(int member, int role) {
        if (isSuperuser(member)) {
            return true;
        }
        for (int each : rolesOf(member, false)) {
            for (RoleDef.Membership membership : view.memberships(each)) {
                if (membership.role() == role && membership.adminOption()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The role and all that it is a member of, nearest first.
    ///
    /// @param inherited true to follow only roles with INHERIT
    public Set<Integer> rolesOf(int member, boolean inherited) {
        Set<Integer> roles = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        roles.add(member);
        open.add(member);
        while (!open.isEmpty()) {
            int role = open.poll();
            RoleDef definition = view.role(role);
            if (definition == null || (inherited && !definition.inherit())) {
                continue;
            }
            for (RoleDef.Membership membership : view.memberships(role)) {
                if (roles.add(membership.role())) {
                    open.add(membership.role());
                }
            }
            if (view.database(view.databaseOid()).owner() == role && roles.add(DATABASE_OWNER)) {
                open.add(DATABASE_OWNER);
            }
        }
        return roles;
    }
}

package io.pglitedb.catalog.access;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// An access control list being changed by GRANT and REVOKE. Source: PostgreSQL 15, `aclupdate` and
/// `recursive_revoke`.
public final class Acl {
    private final int owner;
    private final List<AclItem> items = new ArrayList<>();

    public Acl(PgArray acl, int owner) {
        this.owner = owner;
        for (Object item : acl.elements()) {
            items.add((AclItem) item);
        }
    }

    public PgArray toArray() {
        return PgArray.of(Oids.ACLITEM, items.toArray());
    }

    /// The roles it names, as grantee or grantor; not PUBLIC, nor the owner.
    public Set<Integer> roles() {
        Set<Integer> roles = new LinkedHashSet<>();
        for (AclItem item : items) {
            roles.add(item.grantee());
            roles.add(item.grantor());
        }
        roles.remove(0);
        roles.remove(owner);
        return roles;
    }

    /// Adds rights.
    public void grant(int grantee, int grantor, int privileges, int grantOptions) {
        refuseCircle(grantee, grantor, grantOptions);
        int at = find(grantee, grantor);
        AclItem before = at < 0 ? new AclItem(grantee, grantor, 0) : items.get(at);
        put(at, AclItem.of(grantee, grantor, before.privileges() | privileges, before.grantOptions() | grantOptions));
    }

    /// Takes rights away, and those granted on by them: with `cascade`, else 2BP01.
    public void revoke(int grantee, int grantor, int privileges, int grantOptions, boolean cascade) {
        int at = find(grantee, grantor);
        if (at < 0) {
            return;
        }
        AclItem before = items.get(at);
        AclItem after =
                AclItem.of(grantee, grantor, before.privileges() & ~privileges, before.grantOptions() & ~grantOptions);
        put(at, after);
        int lost = before.grantOptions() & ~after.grantOptions();
        if (lost != 0 && grantee != owner) {
            revokeGrantedBy(grantee, lost, cascade);
        }
    }

    /// Takes everything from a role, and from those it has granted on to.
    public void revokeAll(int grantee) {
        for (AclItem item : List.copyOf(items)) {
            if (item.grantee() == grantee) {
                revoke(grantee, item.grantor(), ~0, ~0, true);
            }
        }
    }

    private void put(int at, AclItem item) {
        if (at >= 0 && item.rights() == 0) {
            items.remove(at);
        } else if (at >= 0) {
            items.set(at, item);
        } else if (item.rights() != 0) {
            items.add(item);
        }
    }

    private int find(int grantee, int grantor) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).grantee() == grantee && items.get(i).grantor() == grantor) {
                return i;
            }
        }
        return -1;
    }

    /// Grant options that a role has from anybody; all for the owner.
    private int grantable(int role) {
        if (role == owner) {
            return 0xffff;
        }
        int rights = 0;
        for (AclItem item : items) {
            rights |= item.grantee() == role ? item.grantOptions() : 0;
        }
        return rights;
    }

    private void revokeGrantedBy(int grantor, int lost, boolean cascade) {
        int stillLost = lost & ~grantable(grantor);
        if (stillLost == 0) {
            return;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (AclItem item : List.copyOf(items)) {
                if (item.grantor() == grantor && (item.rights() & (stillLost | stillLost << 16)) != 0) {
                    if (!cascade) {
                        throw new PgException(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, "dependent privileges exist")
                                .hint("Use CASCADE to revoke them too.");
                    }
                    revoke(item.grantee(), grantor, stillLost, stillLost, true);
                    changed = true;
                    break;
                }
            }
        }
    }

    /// A grant option must not lead back to its grantor.
    private void refuseCircle(int grantee, int grantor, int grantOptions) {
        if (grantOptions == 0 || grantor == owner) {
            return;
        }
        Acl without = new Acl(toArray(), owner);
        for (AclItem item : List.copyOf(without.items)) {
            if (item.grantee() == grantee && item.grantOptions() != 0) {
                without.revoke(grantee, item.grantor(), 0, item.grantOptions(), true);
            }
        }
        if ((without.grantable(grantor) & grantOptions) != grantOptions) {
            throw new PgException(
                    SqlState.INVALID_GRANT_OPERATION, "grant options cannot be granted back to your own grantor");
        }
    }

    /// Replaces a role by another one, as when an object gets a new owner; entries that become alike are joined.
    public void replace(int from, int to) {
        List<AclItem> before = List.copyOf(items);
        items.clear();
        for (AclItem item : before) {
            int grantee = item.grantee() == from ? to : item.grantee();
            int grantor = item.grantor() == from ? to : item.grantor();
            int at = find(grantee, grantor);
            int rights = at < 0 ? item.rights() : items.get(at).rights() | item.rights();
            put(at, new AclItem(grantee, grantor, rights));
        }
    }

    /// Whether it says the same, whatever the order.
    public boolean isSameAs(Acl other) {
        return items.size() == other.items.size() && items.containsAll(other.items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items.toArray());
    }
}

package io.pglitedb.types.access;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// Functions of aclitem and its arrays.
public final class AclFunctions {
    private AclFunctions() {}

    @Prosrc("aclinsert")
    public static PgArray insert(PgArray acl, AclItem item) {
        throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "aclinsert is no longer supported");
    }

    @Prosrc("aclremove")
    public static PgArray remove(PgArray acl, AclItem item) {
        throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "aclremove is no longer supported");
    }

    /// Does the list hold at least these rights, from the same grantor?
    @Prosrc("aclcontains")
    public static boolean contains(PgArray acl, AclItem item) {
        return items(acl).stream()
                .anyMatch(each -> each.grantee() == item.grantee()
                        && each.grantor() == item.grantor()
                        && (each.rights() & item.rights()) == item.rights());
    }

    @Prosrc("aclitem_eq")
    public static boolean eq(AclItem left, AclItem right) {
        return left.equals(right);
    }

    @Prosrc("hash_aclitem")
    public static int hash(AclItem item) {
        return item.rights() + item.grantee() + item.grantor();
    }

    @Prosrc("hash_aclitem_extended")
    public static long hash(AclItem item, long seed) {
        return seed == 0 ? Integer.toUnsignedLong(hash(item)) : JenkinsHash.hash(hash(item), seed);
    }

    @Prosrc("makeaclitem")
    public static AclItem make(int grantee, int grantor, Utf8 privilege, boolean grantable) {
        int bit = bit(privilege.toString());
        return AclItem.of(grantee, grantor, bit, grantable ? bit : 0);
    }

    private static int bit(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("TEMP")) {
            return Privilege.TEMPORARY.bit();
        }
        if (upper.equals("RULE")) {
            return 0; // a right of old, ignored
        }
        for (Privilege privilege : Privilege.values()) {
            if (privilege.sqlName().equals(upper)) {
                return privilege.bit();
            }
        }
        throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "unrecognized privilege type: \"" + name + "\"");
    }

    @Prosrc("acldefault_sql")
    public static PgArray defaults(byte objectType, int owner) {
        return DefaultRights.of((char) objectType).toAcl(owner);
    }

    /// Rows of grantor, grantee, privilege, may it be granted on.
    @Prosrc("aclexplode")
    public static Iterator<Object> explode(PgArray acl) {
        List<Object> rows = new ArrayList<>();
        for (AclItem item : items(acl)) {
            for (Privilege privilege : Privilege.values()) {
                if ((item.privileges() & privilege.bit()) != 0) {
                    rows.add(new Object[] {
                        item.grantor(),
                        item.grantee(),
                        Utf8.of(privilege.sqlName()),
                        (item.grantOptions() & privilege.bit()) != 0
                    });
                }
            }
        }
        return rows.iterator();
    }

    /// The items of an array that is used as an access list. PostgreSQL refuses '{}', though not the empty list
    /// that REVOKE leaves; here they are the same value and both are fine.
    static List<AclItem> items(PgArray acl) {
        if (acl.dimensions().length > 1) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "ACL arrays must be one-dimensional");
        }
        List<AclItem> items = new ArrayList<>(acl.elements().length);
        for (Object item : acl.elements()) {
            if (item == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "ACL arrays must not contain null values");
            }
            items.add((AclItem) item);
        }
        return items;
    }
}

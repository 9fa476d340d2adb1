package io.pglitedb.executor.describe;

import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.Locale;
import java.util.Set;

/// `SELECT, INSERT WITH GRANT OPTION`: what a has_…_privilege function is asked for, any of it.
///
/// @param rights bits of `Privilege`
/// @param grantable bits that must be held with the option to grant them on
record PrivilegeList(int rights, int grantable) {
    private static final String WITH_OPTION = " WITH GRANT OPTION";

    /// 22023 for a word that is none of `allowed`.
    static PrivilegeList parse(Utf8 text, Set<Privilege> allowed) {
        int rights = 0;
        int grantable = 0;
        for (String part : text.toString().split(",", -1)) {
            String word = part.strip();
            String upper = word.toUpperCase(Locale.ROOT);
            boolean withOption = upper.endsWith(WITH_OPTION);
            String name = withOption ? upper.substring(0, upper.length() - WITH_OPTION.length()) : upper;
            int bit = bit(name, word, allowed);
            rights |= withOption ? 0 : bit;
            grantable |= withOption ? bit : 0;
        }
        return new PrivilegeList(rights, grantable);
    }

    private static int bit(String name, String written, Set<Privilege> allowed) {
        if (name.equals("TEMP") && allowed.contains(Privilege.TEMPORARY)) {
            return Privilege.TEMPORARY.bit();
        }
        for (Privilege privilege : allowed) {
            if (privilege.sqlName().equals(name)) {
                return privilege.bit();
            }
        }
        throw unrecognized(written);
    }

    static PgException unrecognized(String word) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, "unrecognized privilege type: \"%s\"".formatted(word));
    }

    /// Whether any of it is among the rights held.
    boolean anyOf(int heldRights, int heldOptions) {
        return (rights & heldRights) != 0 || (grantable & heldOptions) != 0;
    }
}

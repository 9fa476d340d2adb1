package io.pglitedb.executor.command.privilege;

import io.pglitedb.planner.ast.PrivilegeStatement.Privileges;
import io.pglitedb.types.access.DefaultRights;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What GRANT and REVOKE name before ON.
///
/// @param all every privilege that objects of the kind have
/// @param bits of the whole object; 0 when `all`
/// @param columns privileges of columns
record PrivilegeWords(boolean all, int bits, List<ColumnPrivileges> columns) {
    static final int ON_COLUMNS =
            Privilege.bits(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.REFERENCES);

    /// @param bits 0 for all that columns have
    record ColumnPrivileges(int bits, List<String> names) {}

    private static final Map<Character, String> KINDS = Map.of(
            'r', "relation",
            's', "sequence",
            'd', "database",
            'f', "function",
            'l', "language",
            'n', "schema",
            't', "tablespace",
            'T', "type");

    /// 0LP01 for what objects of that type do not have; 42601 for what is no privilege.
    ///
    /// @param type as `DefaultRights.of` takes it
    /// @param kind as messages name it, null for the type's own name
    static PrivilegeWords of(Privileges written, char type, String kind) {
        // A sequence may be granted on as a table.
        int allowed = DefaultRights.of(type).owner()
                | (type == 'r' ? DefaultRights.of('s').owner() : 0);
        List<ColumnPrivileges> columns = new ArrayList<>();
        if (written.all()) {
            if (!written.allColumns().isEmpty()) {
                requireRelation(type);
                columns.add(new ColumnPrivileges(0, written.allColumns()));
            }
            return new PrivilegeWords(written.allColumns().isEmpty(), 0, columns);
        }
        int bits = 0;
        for (var privilege : written.privileges()) {
            Privilege found = find(privilege.name());
            if (privilege.columns().isEmpty()) {
                if ((found.bit() & allowed) == 0) {
                    throw invalid(found, kind == null ? KINDS.get(type) : kind);
                }
                bits |= found.bit();
            } else {
                requireRelation(type);
                if ((found.bit() & ON_COLUMNS) == 0) {
                    throw invalid(found, "column");
                }
                columns.add(new ColumnPrivileges(found.bit(), privilege.columns()));
            }
        }
        return new PrivilegeWords(false, bits, columns);
    }

    private static void requireRelation(char type) {
        if (type != 'r') {
            throw new PgException(SqlState.INVALID_GRANT_OPERATION, "column privileges are only valid for relations");
        }
    }

    static PgException invalid(Privilege privilege, String kind) {
        return new PgException(
                SqlState.INVALID_GRANT_OPERATION,
                "invalid privilege type %s for %s".formatted(privilege.sqlName(), kind));
    }

    private static Privilege find(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (upper.equals("TEMP")) {
            return Privilege.TEMPORARY;
        }
        for (Privilege privilege : Privilege.values()) {
            if (privilege.sqlName().equals(upper)) {
                return privilege;
            }
        }
        throw new PgException(SqlState.SYNTAX_ERROR, "unrecognized privilege type \"%s\"".formatted(word));
    }
}

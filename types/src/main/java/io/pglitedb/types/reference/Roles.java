package io.pglitedb.types.reference;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Roles by name and OID, in PostgreSQL's words.
public final class Roles {
    private Roles() {}

    /// The role with exactly that name; 42704 when there is none.
    public static int require(String name, SessionContext session) {
        int role = session.as(RoleNames.class).find(name);
        if (role == Oids.NONE) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "role \"" + name + "\" does not exist");
        }
        return role;
    }

    /// An identifier as regrole reads it.
    static int oid(String text, SessionContext session) {
        return require(single(text), session);
    }

    /// 0 when there is none.
    static int find(String text, SessionContext session) {
        return session.as(RoleNames.class).find(single(text));
    }

    private static String single(String text) {
        List<String> parts = QualifiedNames.split(text);
        if (parts.size() != 1) {
            throw new PgException(SqlState.INVALID_NAME, "invalid name syntax");
        }
        return parts.getFirst();
    }

    /// Null when there is no such role.
    static String quotedName(int role, SessionContext session) {
        String name = session.as(RoleNames.class).name(role);
        return name == null ? null : Quoting.identifier(name);
    }
}

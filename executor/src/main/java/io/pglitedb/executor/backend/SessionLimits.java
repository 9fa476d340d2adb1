package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Collection;
import java.util.function.Predicate;

/// How many sessions there may be when one more begins; a superuser's may always, as long as the server has room.
///
/// @param ordinary sessions in all, beyond which only superusers are let in
record SessionLimits(RoleDef role, DatabaseDef database, int ordinary) {
    static SessionLimits of(RoleDef role, DatabaseDef database, SessionSettings settings) {
        int ordinary =
                (int) settings.number("max_connections") - (int) settings.number("superuser_reserved_connections");
        return new SessionLimits(role, database, ordinary);
    }

    /// 53300 when the session is one too many.
    ///
    /// @param live the other ones
    void check(Collection<Backend> live) {
        if (role.superuser()) {
            return;
        }
        if (isReached(
                role.connectionLimit(),
                live,
                session -> session.identity().login().oid() == role.oid())) {
            throw tooMany("too many connections for role \"%s\"".formatted(role.name()));
        }
        if (live.size() >= ordinary) {
            throw tooMany("remaining connection slots are reserved for non-replication superuser connections");
        }
        if (isReached(
                database.connectionLimit(),
                live,
                session -> session.sessionCatalog().databaseOid() == database.oid())) {
            throw tooMany("too many connections for database \"%s\"".formatted(database.name()));
        }
    }

    private static boolean isReached(int limit, Collection<Backend> live, Predicate<Backend> counted) {
        return limit >= 0 && live.stream().filter(counted).count() >= limit;
    }

    private static PgException tooMany(String message) {
        return PgException.fatal(SqlState.TOO_MANY_CONNECTIONS, message);
    }
}

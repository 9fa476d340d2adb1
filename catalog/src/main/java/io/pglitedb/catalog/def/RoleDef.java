package io.pglitedb.catalog.def;

import java.util.Optional;

/// A `pg_authid` row.
///
/// @param connectionLimit -1 for none
/// @param password verifier, as `SCRAM-SHA-256$…`
/// @param validUntil µs since 2000-01-01 UTC
public record RoleDef(
        int oid,
        String name,
        boolean superuser,
        boolean inherit,
        boolean createRole,
        boolean createDatabase,
        boolean canLogin,
        boolean replication,
        boolean bypassRowSecurity,
        int connectionLimit,
        Optional<String> password,
        Optional<Long> validUntil) {
    /// A `pg_auth_members` row: `member` belongs to `role`.
    public record Membership(int role, int member, int grantor, boolean adminOption) {}
}

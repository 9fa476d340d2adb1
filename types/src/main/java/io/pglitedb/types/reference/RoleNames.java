package io.pglitedb.types.reference;

/// Names and OIDs of roles. A context of the session (`SessionContext.as(RoleNames.class)`).
public interface RoleNames {
    /// The role with exactly that name (quotes already taken off); 0 when there is none.
    int find(String name);

    /// Name without quotes; null when there is no such role.
    String name(int oid);
}

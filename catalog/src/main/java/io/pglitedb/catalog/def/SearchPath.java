package io.pglitedb.catalog.def;

import java.util.List;

/// A session's way to look for unqualified names.
///
/// @param schemas the setting `search_path`, split; `$user` stands for the schema named as the role
/// @param role OID of the current role
/// @param temporarySchema OID of the session's schema for temporary objects, 0 while it has none
public record SearchPath(List<String> schemas, int role, int temporarySchema) {
    public static final String USER = "$user";
    public static final String TEMPORARY = "pg_temp";

    /// As a fresh server has it, for the first role.
    public static final SearchPath DEFAULT = new SearchPath(List.of(USER, "public"), 10, 0);

    public SearchPath {
        schemas = List.copyOf(schemas);
    }
}

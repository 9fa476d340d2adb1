package io.pglitedb.planner.access;

/// Who runs a statement, as far as its plan depends on it.
///
/// @param role OID; 0 for the server itself, whom no policy binds
/// @param rowSecurity setting `row_security`: when off, policies are not applied but make the statement fail
public record Invoker(int role, boolean rowSecurity) {
    public static final Invoker SERVER = new Invoker(0, true);
}

package io.pglitedb.planner.ast;

/// A role as a statement names it; `name` only for NAMED.
public record RoleSpec(Kind kind, String name, int location) {
    public enum Kind {
        NAMED,
        CURRENT_ROLE,
        CURRENT_USER,
        SESSION_USER,
        PUBLIC
    }
}

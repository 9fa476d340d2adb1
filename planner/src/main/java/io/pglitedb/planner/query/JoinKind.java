package io.pglitedb.planner.query;

public enum JoinKind {
    INNER,
    LEFT,
    FULL,
    RIGHT
}

package io.pglitedb.planner.ast;

/// One statement of a string: its text is `length` chars from `location`; length 0 means to the end.
public record RawStatement(Statement statement, int location, int length) {}

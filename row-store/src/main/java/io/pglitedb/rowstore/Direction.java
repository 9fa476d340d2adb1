package io.pglitedb.rowstore;

/// Which way a cursor walks its range.
public enum Direction {
    FORWARD,
    BACKWARD
}

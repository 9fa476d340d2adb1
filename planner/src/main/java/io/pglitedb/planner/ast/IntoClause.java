package io.pglitedb.planner.ast;

import java.util.List;

/// The target of SELECT INTO, CREATE TABLE AS and CREATE MATERIALIZED VIEW.
public record IntoClause(
        RangeVar relation,
        List<String> columns,
        String accessMethod,
        List<DefElem> options,
        OnCommit onCommit,
        String tablespace,
        boolean withData) {
    public enum OnCommit {
        NONE,
        PRESERVE_ROWS,
        DELETE_ROWS,
        DROP
    }
}

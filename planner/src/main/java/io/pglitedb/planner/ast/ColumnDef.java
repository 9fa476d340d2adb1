package io.pglitedb.planner.ast;

import java.util.List;

/// A column as written; `type` is null for typed tables and partitions. `compression` and `collation` null/empty when
/// absent.
public record ColumnDef(
        String name,
        TypeName type,
        String compression,
        List<String> collation,
        List<DefElem> fdwOptions,
        List<Constraint> constraints,
        int location) {}

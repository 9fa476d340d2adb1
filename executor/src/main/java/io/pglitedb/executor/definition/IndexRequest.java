package io.pglitedb.executor.definition;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.IndexElement;
import java.util.List;

/// An index as a statement asks for it.
///
/// @param immediate false for that of a deferrable constraint
/// @param where of a partial index, null for none
/// @param exclusion whether it serves an exclusion constraint
/// @param forConstraint whether a constraint is to own it
/// @param only whether a partitioned table's partitions get none
public record IndexRequest(
        String name,
        String accessMethod,
        List<IndexElement> elements,
        List<IndexElement> including,
        boolean unique,
        boolean primary,
        boolean nullsNotDistinct,
        boolean immediate,
        List<DefElem> options,
        AstExpr where,
        boolean exclusion,
        boolean forConstraint,
        boolean only) {}

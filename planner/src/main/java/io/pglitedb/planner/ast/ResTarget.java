package io.pglitedb.planner.ast;

import java.util.List;

/// A SELECT target (`name` is the label or null), an INSERT column (name and indirection, no value), or a SET item.
public record ResTarget(String name, List<AstExpr.IndirectionElement> indirection, AstExpr value, int location) {}

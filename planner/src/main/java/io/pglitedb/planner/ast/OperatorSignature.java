package io.pglitedb.planner.ast;

import java.util.List;

/// An operator as a statement points at it; a side is null for NONE. Both are null in an operator class's item
/// that
/// names no types.
public record OperatorSignature(List<String> name, TypeName left, TypeName right) {}

/// The raw parse tree: what the text says, before any name or type is looked up.
///
/// Shaped after PostgreSQL's raw parse nodes, so that parse analysis can follow PostgreSQL's rules:
/// [Statement] is the root; [AstExpr] is an untyped expression (the analyzer's typed one has another name); [FromItem]
/// a FROM item.
/// Invariants: `location` is a 0-based char offset into the statement string given to the parser, -1 when unknown;
/// lists are never
/// null (absent clauses are empty lists) and unmodifiable; absent scalars are null; qualified names are `List<String>`,
/// outermost first.
package io.pglitedb.planner.ast;

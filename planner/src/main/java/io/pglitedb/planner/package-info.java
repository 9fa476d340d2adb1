/// Lexer, parser, AST, analyzer, Calcite rels, rules, physical plan.
package io.pglitedb.planner;

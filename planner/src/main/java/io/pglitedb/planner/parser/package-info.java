/// SQL text to the trees of `planner.ast`, as PostgreSQL 15's grammar reads it.
///
/// ```
///  text ──Lexer──▶ tokens ──TokenStream──▶ Grammar: a class per family of productions ──▶ RawStatement
///                     └──LiteralExtractor──▶ ParameterizedStatement: the plan cache's key, and the literals
/// ```
/// Start at [io.pglitedb.planner.parser.SqlParser], then `Grammar.statement`. The descent is hand-written,
/// expressions by precedence climbing; productions are named in comments as PostgreSQL's grammar names them.
///
/// Invariants: no name is looked up and no setting but `ParserSettings` read. An error has PostgreSQL's words and
/// position. PostgreSQL's parser follows all readings of the grammar at once, so its syntax error stands where
/// the reading that came furthest failed; a descent that gives a reading up says how far it came
/// (`TokenStream.mayReadOn`, `either`), and the furthest is reported. Errors of the lexer wait until the parser
/// reads that far.
///
/// Tested by `regress`'s `ParserAcceptanceTest` (every statement of PostgreSQL's suite and thousands of damaged
/// ones, with recorded verdicts) and by the tests beside this package for what the trees look like. To extend the
/// grammar, ask PostgreSQL about a statement without running it: send it with `; )` behind, which never parses.
package io.pglitedb.planner.parser;

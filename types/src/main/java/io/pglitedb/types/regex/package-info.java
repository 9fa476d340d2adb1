/// Regular expressions: PostgreSQL's advanced syntax, matched by `java.util.regex` on a translated pattern.
///
/// What the translation keeps: leftmost match, then longest (or shortest, when the first quantifier is non-greedy).
/// What differs: which alternative fills a capturing group inside one overall match follows Java's order of trying, and
/// a hostile pattern may take exponential time.
package io.pglitedb.types.regex;

package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.parser.Lexer.Lexed;
import java.util.List;
import java.util.Optional;

/// A simple statement whose literals have become parameters, for a plan cache: statements that differ only in
/// such literals, in white space, comments and the case of words have equal keys and may share a plan.
///
/// ```
///  SELECT abalance FROM pgbench_accounts WHERE aid = 4711;
///  key       select "abalance" from "pgbench_accounts" where "aid" = $int4
///  literals  $1 = 4711, an int4
/// ```
/// Numbers become parameters of the type that they have as constants. Strings become parameters of unknown type,
/// and only where the other side gives them one. A literal that may mean more than a value stays in the key: type
/// modifiers, typed literals, positions in ORDER BY and GROUP BY, arguments, select lists (an expression there
/// must equal that in GROUP BY), patterns, everything in subqueries. A literal that could be a parameter but is
/// not costs a cache entry, one that should not be costs a wrong answer.
public final class ParameterizedStatement {
    /// Chars of a text that is worth a cache entry.
    private static final int LENGTH_MAX = 4096;

    private final String source;
    private final String key;
    private final List<Literal> literals;
    private final List<Token> tokens;

    ParameterizedStatement(String source, String key, List<Literal> literals, List<Token> tokens) {
        this.source = source;
        this.key = key;
        this.literals = literals;
        this.tokens = tokens;
    }

    public enum LiteralType {
        INT4,
        INT8,
        NUMERIC,
        /// A string whose type the statement tells.
        UNKNOWN
    }

    /// @param text the value's input text: digits, perhaps with a sign, or the decoded string
    /// @param location char offset in the statement
    public record Literal(LiteralType type, String text, int location) {}

    /// Empty for everything but a single SELECT, INSERT, UPDATE or DELETE without parameters of its own.
    public static Optional<ParameterizedStatement> of(String sql, ParserSettings settings) {
        if (sql.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Lexed lexed = Lexer.tokenize(sql, settings);
        return lexed.error() != null
                ? Optional.empty()
                : Optional.ofNullable(new LiteralExtractor(sql, lexed.tokens()).extract());
    }

    /// The statement without its literals, a canonical text; settings that change what names mean are not in it.
    public String key() {
        return key;
    }

    /// Values of the parameters $1, $2, ….
    public List<Literal> literals() {
        return literals;
    }

    /// The tree with parameters in the literals' places.
    public RawStatement parse() {
        return SqlParser.parse(source, new Lexed(tokens, null)).getFirst();
    }
}

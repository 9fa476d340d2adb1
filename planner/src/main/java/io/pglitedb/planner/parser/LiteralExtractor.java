package io.pglitedb.planner.parser;

import io.pglitedb.planner.parser.Keywords.Category;
import io.pglitedb.planner.parser.ParameterizedStatement.Literal;
import io.pglitedb.planner.parser.ParameterizedStatement.LiteralType;
import io.pglitedb.planner.parser.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Turns literals of one statement into parameters by looking at the tokens around them, and writes the key. It
/// knows which clause it is in, and in which kind of bracket.
final class LiteralExtractor {
    private static final int LITERALS_MAX = 100;
    private static final int DEPTH_MAX = 32;

    /// What a bracket lets its literals be.
    private enum Bracket {
        /// Nothing becomes a parameter: arguments, type modifiers, subqueries, arrays.
        CLOSED,
        /// Numbers may: `(a + 1)`
        GROUPING,
        /// Numbers and whole strings may: a row of VALUES, the list of IN.
        LIST
    }

    private final String source;
    private final List<Token> tokens;
    private final StringBuilder key;
    private final List<Literal> literals = new ArrayList<>();
    private final List<Token> replaced;
    private final Bracket[] brackets = new Bracket[DEPTH_MAX];
    private int depth;
    /// Whether literals may become parameters in the clause at hand.
    private boolean open;
    /// Behind INSERT's ON CONFLICT, where a predicate must be that of an index.
    private boolean closedForGood;

    LiteralExtractor(String source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        this.key = new StringBuilder(source.length() + 16);
        this.replaced = new ArrayList<>(tokens.size());
    }

    /// Null when the statement is not for the cache.
    ParameterizedStatement extract() {
        switch (word(0)) {
            case "select", "insert", "update", "delete" -> {}
            default -> {
                return null;
            }
        }
        int end = statementEnd();
        for (int i = 0; i < end; i++) {
            if (!read(i) || literals.size() > LITERALS_MAX) {
                return null;
            }
        }
        if (depth != 0) {
            return null;
        }
        replaced.add(tokens.getLast());
        return new ParameterizedStatement(source, key.toString(), List.copyOf(literals), replaced);
    }

    /// Index of the semicolons at the end, or of the END token.
    private int statementEnd() {
        int end = tokens.size() - 1;
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        return end;
    }

    private String word(int index) {
        Token token = tokens.get(index);
        return token.kind() == Kind.KEYWORD ? token.text() : "";
    }

    private boolean read(int index) {
        Token token = tokens.get(index);
        switch (token.kind()) {
            case KEYWORD -> {
                clause(token.text(), index);
                keep(token);
            }
            case SYMBOL -> {
                if (token.is(";") || !bracket(token, index)) {
                    return false;
                }
                keep(token);
            }
            case INTEGER, FLOAT -> number(token, index);
            case STRING -> string(token, index);
            case IDENTIFIER, BIT_STRING, OPERATOR -> keep(token);
            case PARAMETER, BROKEN, END -> {
                return false;
            }
        }
        return true;
    }

    /// Follows the clauses of the statement itself; those of subqueries stand in closed brackets.
    private void clause(String word, int index) {
        if (depth != 0) {
            return;
        }
        switch (word) {
            case "where", "limit", "offset" -> open = !closedForGood;
            case "set" -> open = tokens.getFirst().is("update");
            case "values" -> open = isInsert() && !closedForGood;
            case "on" -> {
                closedForGood = isInsert();
                open = !closedForGood && !tokens.get(index - 1).is("distinct");
            }
            case "select",
                    "from",
                    "using",
                    "join",
                    "inner",
                    "left",
                    "right",
                    "full",
                    "cross",
                    "natural",
                    "group",
                    "having",
                    "window",
                    "order",
                    "union",
                    "intersect",
                    "except",
                    "fetch",
                    "for",
                    "returning",
                    "into",
                    "with" -> open = false;
            default -> {}
        }
    }

    private boolean isInsert() {
        return tokens.getFirst().is("insert");
    }

    /// False when the brackets do not match or nest too deeply.
    private boolean bracket(Token token, int index) {
        switch (token.text()) {
            case "(", "[" -> {
                if (depth == DEPTH_MAX) {
                    return false;
                }
                Bracket bracket = token.is("[") ? Bracket.CLOSED : opened(index);
                brackets[depth] = bracket;
                depth++;
            }
            case ")", "]" -> {
                if (depth == 0) {
                    return false;
                }
                depth--;
            }
            default -> {}
        }
        return true;
    }

    private Bracket opened(int index) {
        if (!open || depth > 0 && brackets[depth - 1] == Bracket.CLOSED) {
            return Bracket.CLOSED;
        }
        switch (word(index + 1)) {
            case "select", "with", "values", "table" -> {
                return Bracket.CLOSED;
            }
            default -> {}
        }
        Token before = tokens.get(index - 1);
        if (before.is("in") || before.is("values") || before.is(",") && depth == 0 && isInsert()) {
            return Bracket.LIST;
        }
        boolean grouping = before.is("(") || before.is(",") || isOperator(before) || isConnective(before);
        return grouping ? Bracket.GROUPING : Bracket.CLOSED;
    }

    private boolean mayReplace() {
        return open && (depth == 0 || brackets[depth - 1] != Bracket.CLOSED);
    }

    private boolean inList() {
        return depth > 0 && brackets[depth - 1] == Bracket.LIST;
    }

    /// A number, with the sign before it when that is not an operator between two operands.
    private void number(Token token, int index) {
        boolean signed = index > 1
                && (tokens.get(index - 1).is("-") || tokens.get(index - 1).is("+"))
                && !endsOperand(tokens.get(index - 2));
        int first = signed ? index - 1 : index;
        Token before = tokens.get(first - 1);
        boolean signedTwice = signed && (before.is("-") || before.is("+")) && !endsOperand(tokens.get(first - 2));
        boolean starts = before.is("(")
                || before.is(",")
                || isOperator(before)
                || isConnective(before)
                || before.is("between")
                || before.is("limit")
                || before.is("offset");
        Token behind = tokens.get(index + 1);
        if (!mayReplace() || !starts || signedTwice || !isOperator(behind) && !endsExpression(behind)) {
            keep(token);
            return;
        }
        if (signed) {
            replaced.removeLast();
            key.setLength(key.length() - 2);
        }
        boolean negative = signed && tokens.get(first).is("-");
        String digits = negative ? "-" + token.text() : token.text();
        replace(new Literal(type(token, negative), digits, tokens.get(first).start()), token.end());
    }

    /// A digit string that fits no int4 may be an int8; with its sign it may fit an int4 after all.
    private static LiteralType type(Token token, boolean negative) {
        if (token.kind() == Kind.INTEGER) {
            return LiteralType.INT4;
        }
        String digits = token.text();
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return LiteralType.NUMERIC;
            }
        }
        BigInteger value = negative ? new BigInteger(digits).negate() : new BigInteger(digits);
        if (value.bitLength() < Integer.SIZE) {
            return LiteralType.INT4;
        }
        return value.bitLength() < Long.SIZE ? LiteralType.INT8 : LiteralType.NUMERIC;
    }

    /// A string behind a comparison of something that has a type, or a whole element of a list.
    private void string(Token token, int index) {
        Token before = tokens.get(index - 1);
        Token behind = tokens.get(index + 1);
        boolean element = inList() && (before.is("(") || before.is(",")) && (behind.is(")") || behind.is(","));
        boolean compared = isComparison(before) && endsTyped(tokens.get(index - 2)) && endsExpression(behind);
        if (mayReplace() && (element || compared)) {
            replace(new Literal(LiteralType.UNKNOWN, token.text(), token.start()), token.end());
        } else {
            keep(token);
        }
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Kind.SYMBOL
                && switch (token.text()) {
                    case "=", "<>", "<", ">", "<=", ">=" -> true;
                    default -> false;
                };
    }

    private static boolean isOperator(Token token) {
        return isComparison(token)
                || token.kind() == Kind.SYMBOL
                        && switch (token.text()) {
                            case "+", "-", "*", "/", "%" -> true;
                            default -> false;
                        };
    }

    private static boolean isConnective(Token token) {
        return token.is("where") || token.is("and") || token.is("or") || token.is("not") || token.is("on");
    }

    /// Whether an operator behind the token stands between two operands.
    private static boolean endsOperand(Token token) {
        return switch (token.kind()) {
            case IDENTIFIER, INTEGER, FLOAT, STRING, BIT_STRING, PARAMETER -> true;
            case KEYWORD -> !isConnective(token) && !token.is("between") && !token.is("limit") && !token.is("offset");
            case SYMBOL -> token.is(")") || token.is("]");
            case OPERATOR, BROKEN, END -> false;
        };
    }

    /// Whether the token may end an operand that is no literal itself.
    private static boolean endsTyped(Token token) {
        return switch (token.kind()) {
            case IDENTIFIER -> true;
            case KEYWORD -> token.keyword().category() != Category.RESERVED;
            case SYMBOL -> token.is(")") || token.is("]");
            default -> false;
        };
    }

    private static boolean endsExpression(Token token) {
        return SelectParser.endsTarget(token)
                || token.is("and")
                || token.is("or")
                || token.is("on")
                || token.is("returning")
                || token.is("join")
                || token.is("inner")
                || token.is("left")
                || token.is("right")
                || token.is("full")
                || token.is("cross")
                || token.is("natural");
    }

    private void replace(Literal literal, int end) {
        literals.add(literal);
        replaced.add(new Token(Kind.PARAMETER, Integer.toString(literals.size()), null, literal.location(), end));
        key.append(
                switch (literal.type()) {
                    case INT4 -> "$int4 ";
                    case INT8 -> "$int8 ";
                    case NUMERIC -> "$numeric ";
                    case UNKNOWN -> "$unknown ";
                });
    }

    private void keep(Token token) {
        replaced.add(token);
        switch (token.kind()) {
            case IDENTIFIER -> quoted(token.text(), '"');
            case STRING -> quoted(token.text(), '\'');
            case BIT_STRING -> quoted(token.text(), '`');
            default -> key.append(token.text());
        }
        key.append(' ');
    }

    private void quoted(String text, char quote) {
        key.append(quote);
        if (text.indexOf(quote) < 0) {
            key.append(text);
        } else {
            String one = String.valueOf(quote);
            key.append(text.replace(one, one + one));
        }
        key.append(quote);
    }
}

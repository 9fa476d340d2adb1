package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.BoolExpr;
import io.pglitedb.planner.ast.AstExpr.BoolKind;
import io.pglitedb.planner.ast.AstExpr.BooleanTest;
import io.pglitedb.planner.ast.AstExpr.BooleanTestKind;
import io.pglitedb.planner.ast.AstExpr.CollateClause;
import io.pglitedb.planner.ast.AstExpr.FloatConst;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.ListExpr;
import io.pglitedb.planner.ast.AstExpr.NullTest;
import io.pglitedb.planner.ast.AstExpr.OperatorExpr;
import io.pglitedb.planner.ast.AstExpr.OperatorKind;
import io.pglitedb.planner.ast.AstExpr.RowExpr;
import io.pglitedb.planner.ast.AstExpr.SetToDefault;
import io.pglitedb.planner.ast.AstExpr.SubLink;
import io.pglitedb.planner.ast.AstExpr.SubLinkKind;
import io.pglitedb.planner.ast.AstExpr.TypeCast;
import io.pglitedb.planner.ast.AstExpr.XmlExpr;
import io.pglitedb.planner.ast.AstExpr.XmlKind;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Operators and their precedence, by precedence climbing. Source of the levels: PostgreSQL's documentation,
/// table 4.2.
final class ExpressionParser {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int MATCHING = 6; // BETWEEN IN LIKE ILIKE SIMILAR
    private static final int OPERATOR = 7; // every other operator
    private static final int ADDITION = 8;
    private static final int MULTIPLICATION = 9;
    private static final int POWER = 10;
    private static final int AT_TIME_ZONE = 11;
    private static final int COLLATE = 12;
    private static final int UNARY_MINUS = 13;
    private static final int CAST = 14;

    private final TokenStream tokens;
    private final Grammar grammar;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// a_expr
    AstExpr expression() {
        return climb(OR, false);
    }

    /// b_expr: no AND, NOT, IN, LIKE, BETWEEN, IS NULL … at the outer level, where those words mean something
    /// else.
    AstExpr restricted() {
        return climb(OR, true);
    }

    List<AstExpr> expressionList() {
        List<AstExpr> list = new ArrayList<>();
        do {
            list.add(expression());
        } while (tokens.accept(","));
        return List.copyOf(list);
    }

    private AstExpr climb(int minimum, boolean restricted) {
        AstExpr left = prefix(restricted);
        int closed = 0; // level of a non-associative operator just applied: the same level may not follow
        while (true) {
            int level = level(restricted);
            if (level == 0 || level < minimum || minimum == OR && isLabel()) {
                return left;
            }
            if (level == closed) {
                throw tokens.syntaxError();
            }
            left = infix(left, level, restricted);
            boolean nonAssociative = level == IS || level == COMPARISON || level == MATCHING;
            closed = nonAssociative && endsInOperand(left) ? level : 0;
        }
    }

    /// Not so when it ends in a bracket or in a word: `a IN (b) IN (c)` and `a IS NULL IS NULL` are well formed.
    private static boolean endsInOperand(AstExpr expression) {
        return expression instanceof OperatorExpr operator
                && switch (operator.kind()) {
                    case ANY, ALL, IN, NULLIF -> false;
                    case OPERATOR,
                            DISTINCT,
                            NOT_DISTINCT,
                            LIKE,
                            ILIKE,
                            SIMILAR,
                            BETWEEN,
                            NOT_BETWEEN,
                            BETWEEN_SYMMETRIC,
                            NOT_BETWEEN_SYMMETRIC -> true;
                };
    }

    /// An operator's word with nothing behind that could be its operand is a label: `SELECT a like FROM …`.
    private boolean isLabel() {
        if (!tokens.atBareLabel() || !SelectParser.endsTarget(tokens.peek(1))) {
            return false;
        }
        tokens.mayReadOn(1);
        return true;
    }

    private AstExpr prefix(boolean restricted) {
        int location = tokens.location();
        if (!restricted && tokens.accept("not")) {
            return new BoolExpr(BoolKind.NOT, List.of(climb(NOT, false)), location);
        }
        if (!restricted && tokens.accept("default")) {
            return new SetToDefault(location);
        }
        if (tokens.accept("+")) {
            return new OperatorExpr(
                    OperatorKind.OPERATOR, List.of("+"), null, climb(UNARY_MINUS, restricted), location);
        }
        if (tokens.accept("-")) {
            return negated(climb(UNARY_MINUS, restricted), location);
        }
        if (tokens.at(Kind.OPERATOR) || tokens.at("operator", "(")) {
            List<String> name = grammar.names.operator();
            return new OperatorExpr(OperatorKind.OPERATOR, name, null, climb(OPERATOR + 1, restricted), location);
        }
        return grammar.primaries.primary();
    }

    /// PostgreSQL folds the minus into a numeric literal, so that -2147483648 is an int4… only as far as the
    /// literal itself is one.
    private static AstExpr negated(AstExpr argument, int location) {
        return switch (argument) {
            case IntegerConst constant -> new IntegerConst(-constant.value(), location);
            case FloatConst constant ->
                new FloatConst(
                        constant.digits().startsWith("-") ? constant.digits().substring(1) : "-" + constant.digits(),
                        location);
            default -> new OperatorExpr(OperatorKind.OPERATOR, List.of("-"), null, argument, location);
        };
    }

    /// Level of the infix or postfix operator that comes next; 0 when none does.
    private int level(boolean restricted) {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case OPERATOR -> OPERATOR;
            case SYMBOL ->
                switch (token.text()) {
                    case "<", ">", "=", "<=", ">=", "<>" -> COMPARISON;
                    case "+", "-" -> ADDITION;
                    case "*", "/", "%" -> MULTIPLICATION;
                    case "^" -> POWER;
                    case "::" -> CAST;
                    default -> 0;
                };
            case KEYWORD -> keywordLevel(token, restricted);
            default -> 0;
        };
    }

    private int keywordLevel(Token token, boolean restricted) {
        switch (token.text()) {
            case "operator" -> {
                return tokens.at("operator", "(") ? OPERATOR : 0;
            }
            case "is" -> {
                return !restricted || restrictedIs() ? IS : 0;
            }
            default -> {}
        }
        if (restricted) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> OR;
            case "and" -> AND;
            case "isnull", "notnull" -> IS;
            case "between", "in", "like", "ilike" -> MATCHING;
            case "similar" -> tokens.at("similar", "to") ? MATCHING : 0;
            case "not" ->
                switch (tokens.peek(1).text()) {
                    case "between", "in", "like", "ilike", "similar" ->
                        tokens.peek(1).kind() == Kind.KEYWORD ? MATCHING : 0;
                    default -> 0;
                };
            case "at" -> tokens.at("at", "time") ? AT_TIME_ZONE : 0;
            case "collate" -> COLLATE;
            case "overlaps" -> OPERATOR;
            default -> 0;
        };
    }

    private boolean restrictedIs() {
        int ahead = tokens.peek(1).is("not") ? 2 : 1;
        return tokens.peek(ahead).is("distinct") || tokens.peek(ahead).is("document");
    }

    private AstExpr infix(AstExpr left, int level, boolean restricted) {
        int location = tokens.location();
        switch (level) {
            case OR -> {
                tokens.next();
                return logical(BoolKind.OR, left, climb(AND, false), location);
            }
            case AND -> {
                tokens.next();
                return logical(BoolKind.AND, left, climb(NOT, false), location);
            }
            case IS -> {
                return isTest(left, location, restricted);
            }
            case MATCHING -> {
                return matching(left, location);
            }
            case AT_TIME_ZONE -> {
                tokens.next();
                tokens.next();
                tokens.expect("zone");
                return grammar.functions.sqlSyntax("timezone", List.of(climb(COLLATE, false), left), location);
            }
            case COLLATE -> {
                tokens.next();
                return new CollateClause(left, grammar.names.anyName(), location);
            }
            case CAST -> {
                tokens.next();
                return new TypeCast(left, grammar.types.typeName(), location);
            }
            default -> {
                if (tokens.at("overlaps")) {
                    return overlaps(left, location);
                }
                return binary(left, level, location, restricted);
            }
        }
    }

    private static AstExpr logical(BoolKind kind, AstExpr left, AstExpr right, int location) {
        if (left instanceof BoolExpr bool && bool.kind() == kind) {
            List<AstExpr> arguments = new ArrayList<>(bool.arguments());
            arguments.add(right);
            return new BoolExpr(kind, List.copyOf(arguments), bool.location());
        }
        return new BoolExpr(kind, List.of(left, right), location);
    }

    private AstExpr binary(AstExpr left, int level, int location, boolean restricted) {
        List<String> name = grammar.names.operator();
        if (!restricted && (tokens.at("any") || tokens.at("some") || tokens.at("all"))) {
            return quantified(left, name, location);
        }
        return new OperatorExpr(OperatorKind.OPERATOR, name, left, climb(level + 1, restricted), location);
    }

    /// `left op ANY|ALL (subquery or array)`
    private AstExpr quantified(AstExpr left, List<String> name, int location) {
        boolean all = tokens.next().is("all");
        Supplier<AstExpr> array = () -> {
            tokens.expect("(");
            AstExpr argument = expression();
            tokens.expect(")");
            return new OperatorExpr(all ? OperatorKind.ALL : OperatorKind.ANY, name, left, argument, location);
        };
        if (!grammar.selects.mayStartHere()) {
            return array.get();
        }
        return tokens.either(
                () -> {
                    SelectStmt query = grammar.selects.parenthesized();
                    return new SubLink(all ? SubLinkKind.ALL : SubLinkKind.ANY, left, name, query, location);
                },
                array);
    }

    private AstExpr overlaps(AstExpr left, int location) {
        if (!(left instanceof RowExpr leftRow)) {
            throw tokens.syntaxError();
        }
        tokens.next();
        if (!tokens.at("(") && !tokens.at("row")) {
            throw tokens.syntaxError();
        }
        AstExpr right = climb(OPERATOR + 1, false);
        if (!(right instanceof RowExpr rightRow)) {
            throw tokens.syntaxError();
        }
        checkPair(leftRow, "left");
        checkPair(rightRow, "right");
        List<AstExpr> arguments = new ArrayList<>(leftRow.fields());
        arguments.addAll(rightRow.fields());
        return grammar.functions.sqlSyntax("overlaps", List.copyOf(arguments), location);
    }

    private void checkPair(RowExpr row, String side) {
        if (row.fields().size() != 2) {
            throw tokens.errorAt(
                    SqlState.SYNTAX_ERROR,
                    "wrong number of parameters on " + side + " side of OVERLAPS expression",
                    row.location());
        }
    }

    private AstExpr isTest(AstExpr left, int location, boolean restricted) {
        if (tokens.accept("isnull")) {
            return new NullTest(left, true, location);
        }
        if (tokens.accept("notnull")) {
            return new NullTest(left, false, location);
        }
        tokens.expect("is");
        boolean not = tokens.accept("not");
        if (tokens.accept("null")) {
            return new NullTest(left, !not, location);
        }
        if (tokens.accept("distinct")) {
            tokens.expect("from");
            OperatorKind kind = not ? OperatorKind.NOT_DISTINCT : OperatorKind.DISTINCT;
            return new OperatorExpr(kind, List.of("="), left, climb(IS + 1, restricted), location);
        }
        if (tokens.accept("true")) {
            return new BooleanTest(left, not ? BooleanTestKind.IS_NOT_TRUE : BooleanTestKind.IS_TRUE, location);
        }
        if (tokens.accept("false")) {
            return new BooleanTest(left, not ? BooleanTestKind.IS_NOT_FALSE : BooleanTestKind.IS_FALSE, location);
        }
        if (tokens.accept("unknown")) {
            return new BooleanTest(left, not ? BooleanTestKind.IS_NOT_UNKNOWN : BooleanTestKind.IS_UNKNOWN, location);
        }
        if (tokens.accept("document")) {
            return maybeNot(
                    not, new XmlExpr(XmlKind.DOCUMENT, null, List.of(), List.of(left), false, location), location);
        }
        return maybeNot(not, normalizedTest(left, location), location);
    }

    /// `[NFC|NFD|NFKC|NFKD] NORMALIZED`
    private AstExpr normalizedTest(AstExpr left, int location) {
        AstExpr form = grammar.functions.optionalNormalForm();
        tokens.expect("normalized");
        return grammar.functions.sqlSyntax(
                "is_normalized", form == null ? List.of(left) : List.of(left, form), location);
    }

    private static AstExpr maybeNot(boolean not, AstExpr test, int location) {
        return not ? new BoolExpr(BoolKind.NOT, List.of(test), location) : test;
    }

    private AstExpr matching(AstExpr left, int location) {
        boolean not = tokens.accept("not");
        String word = tokens.next().text();
        return switch (word) {
            case "between" -> between(left, not, location);
            case "in" -> in(left, not, location);
            case "like" -> like(OperatorKind.LIKE, not ? "!~~" : "~~", left, location);
            case "ilike" -> like(OperatorKind.ILIKE, not ? "!~~*" : "~~*", left, location);
            default -> similar(left, not, location);
        };
    }

    private AstExpr between(AstExpr left, boolean not, int location) {
        boolean symmetric = tokens.accept("symmetric");
        if (!symmetric) {
            tokens.accept("asymmetric");
        }
        AstExpr low = restricted();
        tokens.expect("and");
        AstExpr high = climb(MATCHING + 1, false);
        OperatorKind kind = symmetric
                ? not ? OperatorKind.NOT_BETWEEN_SYMMETRIC : OperatorKind.BETWEEN_SYMMETRIC
                : not ? OperatorKind.NOT_BETWEEN : OperatorKind.BETWEEN;
        String name = (not ? "NOT BETWEEN" : "BETWEEN") + (symmetric ? " SYMMETRIC" : "");
        return new OperatorExpr(kind, List.of(name), left, new ListExpr(List.of(low, high), location), location);
    }

    private AstExpr in(AstExpr left, boolean not, int location) {
        int listLocation = tokens.location();
        if (!tokens.at("(")) {
            throw tokens.syntaxError();
        }
        Supplier<AstExpr> inList = () -> {
            tokens.expect("(");
            ListExpr list = new ListExpr(expressionList(), listLocation);
            tokens.expect(")");
            return new OperatorExpr(OperatorKind.IN, List.of(not ? "<>" : "="), left, list, location);
        };
        if (!grammar.selects.mayStartHere()) {
            return inList.get();
        }
        return tokens.either(
                () -> {
                    SelectStmt query = grammar.selects.parenthesized();
                    AstExpr any = new SubLink(SubLinkKind.ANY, left, List.of(), query, location);
                    return not ? new BoolExpr(BoolKind.NOT, List.of(any), location) : any;
                },
                inList);
    }

    private AstExpr like(OperatorKind kind, String name, AstExpr left, int location) {
        if (tokens.at("any") || tokens.at("some") || tokens.at("all")) {
            return quantified(left, List.of(name), location);
        }
        AstExpr pattern = climb(MATCHING + 1, false);
        if (tokens.accept("escape")) {
            AstExpr escape = climb(MATCHING + 1, false);
            pattern = grammar.functions.system("like_escape", List.of(pattern, escape), location);
        }
        return new OperatorExpr(kind, List.of(name), left, pattern, location);
    }

    private AstExpr similar(AstExpr left, boolean not, int location) {
        tokens.expect("to");
        AstExpr pattern = climb(MATCHING + 1, false);
        List<AstExpr> arguments =
                tokens.accept("escape") ? List.of(pattern, climb(MATCHING + 1, false)) : List.of(pattern);
        FuncCall escaped = grammar.functions.system("similar_to_escape", arguments, location);
        return new OperatorExpr(OperatorKind.SIMILAR, List.of(not ? "!~" : "~"), left, escaped, location);
    }
}

package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.AllFields;
import io.pglitedb.planner.ast.AstExpr.ArrayExpr;
import io.pglitedb.planner.ast.AstExpr.BitConst;
import io.pglitedb.planner.ast.AstExpr.BooleanConst;
import io.pglitedb.planner.ast.AstExpr.CaseExpr;
import io.pglitedb.planner.ast.AstExpr.CaseWhen;
import io.pglitedb.planner.ast.AstExpr.ColumnRef;
import io.pglitedb.planner.ast.AstExpr.Field;
import io.pglitedb.planner.ast.AstExpr.FloatConst;
import io.pglitedb.planner.ast.AstExpr.Indirection;
import io.pglitedb.planner.ast.AstExpr.IndirectionElement;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.AstExpr.NullConst;
import io.pglitedb.planner.ast.AstExpr.ParamRef;
import io.pglitedb.planner.ast.AstExpr.RowExpr;
import io.pglitedb.planner.ast.AstExpr.StringConst;
import io.pglitedb.planner.ast.AstExpr.SubLink;
import io.pglitedb.planner.ast.AstExpr.SubLinkKind;
import io.pglitedb.planner.ast.AstExpr.TypeCast;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// What stands between operators: literals, columns, calls, parentheses, CASE, ARRAY, subqueries (c_expr).
final class PrimaryParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    PrimaryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    AstExpr primary() {
        Token token = tokens.peek();
        int location = token.start();
        return switch (token.kind()) {
            case INTEGER -> {
                tokens.next();
                yield new IntegerConst(Integer.parseInt(token.text()), location);
            }
            case FLOAT -> {
                tokens.next();
                yield new FloatConst(token.text(), location);
            }
            case STRING -> {
                tokens.next();
                yield new StringConst(token.text(), location);
            }
            case BIT_STRING -> {
                tokens.next();
                yield new BitConst(token.text(), location);
            }
            case PARAMETER -> {
                tokens.next();
                yield indirected(new ParamRef(parameterNumber(token), location));
            }
            case SYMBOL -> {
                if (token.is("(")) {
                    yield parenthesized();
                }
                throw tokens.syntaxError();
            }
            case KEYWORD -> keyword(token);
            case IDENTIFIER -> name();
            default -> throw tokens.syntaxError();
        };
    }

    private int parameterNumber(Token token) {
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException e) {
            throw tokens.error("parameter number too large", token);
        }
    }

    private AstExpr indirected(AstExpr argument) {
        List<IndirectionElement> elements = grammar.names.indirection();
        checkStar(elements);
        return elements.isEmpty() ? argument : new Indirection(argument, elements);
    }

    private void checkStar(List<IndirectionElement> elements) {
        for (int i = 0; i + 1 < elements.size(); i++) {
            if (elements.get(i) instanceof AllFields) {
                throw tokens.error("improper use of \"*\"", tokens.peek());
            }
        }
    }

    private AstExpr keyword(Token token) {
        int location = token.start();
        switch (token.text()) {
            case "null" -> {
                tokens.next();
                return new NullConst(location);
            }
            case "true", "false" -> {
                tokens.next();
                return new BooleanConst(token.is("true"), location);
            }
            case "case" -> {
                return caseExpression();
            }
            case "array" -> {
                return array();
            }
            case "row" -> {
                if (tokens.peek(1).is("(")) {
                    return explicitRow();
                }
            }
            case "exists" -> {
                if (tokens.peek(1).is("(")) {
                    tokens.next();
                    return new SubLink(SubLinkKind.EXISTS, null, List.of(), grammar.selects.parenthesized(), location);
                }
            }
            case "unique" -> {
                return unique();
            }
            default -> {}
        }
        AstExpr special = grammar.functions.special();
        if (special != null) {
            return special;
        }
        AstExpr typed = typedConstant();
        return typed != null ? typed : name();
    }

    /// `UNIQUE [NULLS [NOT] DISTINCT] (SELECT …)`, which PostgreSQL reads only to refuse it.
    private AstExpr unique() {
        int location = tokens.location();
        tokens.next();
        if (tokens.accept("nulls")) {
            tokens.accept("not");
            tokens.expect("distinct");
        }
        grammar.selects.parenthesized();
        throw tokens.errorAt(SqlState.FEATURE_NOT_SUPPORTED, "UNIQUE predicate is not yet implemented", location);
    }

    /// `date '…'`, `numeric(3,1) '…'`, `interval '…' year to month`: types with a syntax of their own. Null when
    /// it is
    /// something else, with nothing read.
    private AstExpr typedConstant() {
        int mark = tokens.mark();
        boolean interval = tokens.at("interval");
        boolean possible = switch (tokens.peek(1).kind()) {
            case STRING -> true;
            case SYMBOL -> tokens.peek(1).is("(");
            case KEYWORD -> true;
            default -> false;
        };
        if (!possible) {
            return null;
        }
        int location = tokens.location();
        TypeName type;
        try {
            type = grammar.types.builtIn(true);
        } catch (PgException e) {
            if (e.state() != SqlState.SYNTAX_ERROR) {
                throw e;
            }
            tokens.abandon(e, mark);
            return null;
        }
        if (type == null || !tokens.at(Kind.STRING)) {
            tokens.mayReadOn(0);
            tokens.rewind(mark);
            return null;
        }
        Token literal = tokens.next();
        if (interval && type.intervalMask() < 0) {
            type = grammar.types.intervalFields(type);
        }
        return new TypeCast(new StringConst(literal.text(), literal.start()), type, location);
    }

    /// A column, a call, or `typename 'literal'`.
    private AstExpr name() {
        Token first = tokens.peek();
        int location = first.start();
        boolean column = tokens.atColumnName();
        boolean function = TokenStream.isTypeOrFunctionName(first);
        if (!column && !function) {
            throw tokens.syntaxError();
        }
        tokens.next();
        if (function && tokens.at(Kind.STRING)) {
            return genericConstant(List.of(first.text()), List.of(), location);
        }
        if (!column && (tokens.at(".") || tokens.at("["))) {
            throw tokens.syntaxError();
        }
        List<IndirectionElement> elements = grammar.names.indirection();
        boolean dotted = !elements.isEmpty() && elements.stream().allMatch(Field.class::isInstance);
        if (tokens.at("(") && (elements.isEmpty() ? function : dotted && column)) {
            return callOrTypedConstant(qualified(first.text(), elements), location);
        }
        if (dotted && column && tokens.at(Kind.STRING)) {
            return genericConstant(qualified(first.text(), elements), List.of(), location);
        }
        if (!column) {
            throw tokens.syntaxError();
        }
        checkStar(elements);
        return columnRef(first.text(), elements, location);
    }

    private static List<String> qualified(String first, List<IndirectionElement> fields) {
        List<String> name = new ArrayList<>();
        name.add(first);
        for (IndirectionElement field : fields) {
            name.add(((Field) field).name());
        }
        return List.copyOf(name);
    }

    /// `f(…)`, unless a string follows: then the arguments are type modifiers, `mytype(3) '…'`.
    private AstExpr callOrTypedConstant(List<String> name, int location) {
        AstExpr.FuncCall plain = grammar.functions.call(name, location);
        boolean plainArguments = !plain.arguments().isEmpty()
                && plain.over() == null
                && plain.filter() == null
                && !plain.distinct()
                && !plain.variadic()
                && !plain.withinGroup();
        if (tokens.at(Kind.STRING) && plainArguments) {
            if (!plain.orderBy().isEmpty()) {
                throw tokens.errorAt(SqlState.SYNTAX_ERROR, "type modifier cannot have ORDER BY", location);
            }
            for (AstExpr argument : plain.arguments()) {
                if (argument instanceof AstExpr.NamedArgument) {
                    throw tokens.errorAt(
                            SqlState.SYNTAX_ERROR, "type modifier cannot have parameter name", argument.location());
                }
            }
            return genericConstant(name, plain.arguments(), location);
        }
        return plain;
    }

    private AstExpr genericConstant(List<String> name, List<AstExpr> modifiers, int location) {
        Token literal = tokens.next();
        TypeName type = new TypeName(name, false, false, modifiers, -1, List.of(), location);
        return new TypeCast(new StringConst(literal.text(), literal.start()), type, location);
    }

    /// Leading names make the ColumnRef; from the first subscript on it is an Indirection.
    private static AstExpr columnRef(String first, List<IndirectionElement> elements, int location) {
        List<String> fields = new ArrayList<>();
        fields.add(first);
        for (int i = 0; i < elements.size(); i++) {
            switch (elements.get(i)) {
                case Field field -> fields.add(field.name());
                case AllFields all -> {
                    return new ColumnRef(List.copyOf(fields), true, location);
                }
                case AstExpr.Subscript subscript -> {
                    return new Indirection(
                            new ColumnRef(List.copyOf(fields), false, location),
                            List.copyOf(elements.subList(i, elements.size())));
                }
            }
        }
        return new ColumnRef(List.copyOf(fields), false, location);
    }

    /// `(expr)`, `(expr, expr, …)`, `(SELECT …)`, each perhaps with subscripts or fields behind.
    private AstExpr parenthesized() {
        if (!grammar.selects.mayStartHere()) {
            return parenthesizedExpression();
        }
        return tokens.either(this::scalarSubquery, this::parenthesizedExpression);
    }

    private AstExpr scalarSubquery() {
        int location = tokens.location();
        return indirected(new SubLink(SubLinkKind.SCALAR, null, List.of(), grammar.selects.parenthesized(), location));
    }

    private AstExpr parenthesizedExpression() {
        int location = tokens.location();
        tokens.expect("(");
        List<AstExpr> fields = grammar.expressions.expressionList();
        tokens.expect(")");
        if (fields.size() == 1) {
            return indirected(fields.getFirst());
        }
        return new RowExpr(fields, false, location);
    }

    private AstExpr explicitRow() {
        int location = tokens.location();
        tokens.next();
        tokens.expect("(");
        List<AstExpr> fields = tokens.at(")") ? List.of() : grammar.expressions.expressionList();
        tokens.expect(")");
        return new RowExpr(fields, true, location);
    }

    private AstExpr array() {
        int location = tokens.location();
        tokens.next();
        if (tokens.at("(")) {
            return new SubLink(SubLinkKind.ARRAY, null, List.of(), grammar.selects.parenthesized(), location);
        }
        return bracketedElements(location);
    }

    /// `[a, b]` or `[[a], [b]]`.
    private ArrayExpr bracketedElements(int location) {
        tokens.expect("[");
        List<AstExpr> elements = new ArrayList<>();
        if (!tokens.at("]")) {
            boolean nested = tokens.at("[");
            do {
                elements.add(nested ? bracketedElements(tokens.location()) : grammar.expressions.expression());
            } while (tokens.accept(","));
        }
        tokens.expect("]");
        return new ArrayExpr(List.copyOf(elements), location);
    }

    private AstExpr caseExpression() {
        int location = tokens.location();
        tokens.next();
        AstExpr argument = tokens.at("when") ? null : grammar.expressions.expression();
        List<CaseWhen> branches = new ArrayList<>();
        do {
            int branch = tokens.location();
            tokens.expect("when");
            AstExpr condition = grammar.expressions.expression();
            tokens.expect("then");
            branches.add(new CaseWhen(condition, grammar.expressions.expression(), branch));
        } while (tokens.at("when"));
        AstExpr otherwise = tokens.accept("else") ? grammar.expressions.expression() : null;
        tokens.expect("end");
        return new CaseExpr(argument, List.copyOf(branches), otherwise, location);
    }

    /// FETCH FIRST's count: a primary, or a number with a sign.
    AstExpr signedOrPrimary() {
        return tokens.at("-") || tokens.at("+") ? signedNumber() : primary();
    }

    /// SignedIconst
    int signedInteger() {
        boolean negative = tokens.accept("-");
        if (!negative) {
            tokens.accept("+");
        }
        int value = tokens.expectInteger();
        return negative ? -value : value;
    }

    /// NumericOnly: a number, perhaps with a sign.
    AstExpr signedNumber() {
        int location = tokens.location();
        boolean negative = tokens.accept("-");
        if (!negative) {
            tokens.accept("+");
        }
        if (!tokens.at(Kind.INTEGER) && !tokens.at(Kind.FLOAT)) {
            throw tokens.syntaxError();
        }
        Token number = tokens.next();
        String digits = (negative ? "-" : "") + number.text();
        return number.kind() == Kind.INTEGER
                ? new IntegerConst(Integer.parseInt(digits), location)
                : new FloatConst(digits, location);
    }
}

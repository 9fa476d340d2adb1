package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.CoalesceExpr;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.ast.AstExpr.GroupingFunc;
import io.pglitedb.planner.ast.AstExpr.MinMaxExpr;
import io.pglitedb.planner.ast.AstExpr.NamedArgument;
import io.pglitedb.planner.ast.AstExpr.OperatorExpr;
import io.pglitedb.planner.ast.AstExpr.OperatorKind;
import io.pglitedb.planner.ast.AstExpr.SqlValueFunction;
import io.pglitedb.planner.ast.AstExpr.SqlValueKind;
import io.pglitedb.planner.ast.AstExpr.StringConst;
import io.pglitedb.planner.ast.AstExpr.TypeCast;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Function calls: the ordinary form and those that SQL gives a syntax of their own (EXTRACT, TRIM, COALESCE …).
final class FunctionCallParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    FunctionCallParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// A call of a pg_catalog function in ordinary form.
    FuncCall system(String name, List<AstExpr> arguments, int location) {
        return plain(List.of("pg_catalog", name), arguments, false, location);
    }

    /// A call of a pg_catalog function that was written, and is printed again, in SQL's own form.
    FuncCall sqlSyntax(String name, List<AstExpr> arguments, int location) {
        return plain(List.of("pg_catalog", name), arguments, true, location);
    }

    private static FuncCall plain(List<String> name, List<AstExpr> arguments, boolean sqlSyntax, int location) {
        return new FuncCall(name, arguments, List.of(), null, null, false, false, false, false, sqlSyntax, location);
    }

    /// Behind the name, at the parenthesis: arguments, WITHIN GROUP, FILTER and OVER.
    FuncCall call(List<String> name, int location) {
        FuncCall plain = application(name, location);
        boolean withinGroup = tokens.at("within", "group");
        List<SortBy> orderBy = plain.orderBy();
        if (withinGroup) {
            checkWithinGroup(plain, tokens.location());
            orderBy = withinGroup();
        }
        return new FuncCall(
                name,
                plain.arguments(),
                orderBy,
                filter(),
                over(),
                withinGroup,
                plain.star(),
                plain.distinct(),
                plain.variadic(),
                false,
                location);
    }

    /// The parenthesis with the arguments only: func_application.
    FuncCall application(List<String> name, int location) {
        tokens.expect("(");
        List<AstExpr> arguments = new ArrayList<>();
        List<SortBy> orderBy = List.of();
        boolean star = false;
        boolean distinct = false;
        boolean variadic = false;
        if (tokens.accept("*")) {
            star = true;
        } else if (!tokens.at(")")) {
            distinct = tokens.accept("distinct");
            boolean quantified = distinct || tokens.accept("all");
            do {
                if (!quantified && tokens.accept("variadic")) {
                    variadic = true;
                }
                arguments.add(argument());
            } while (!variadic && tokens.accept(","));
            orderBy = grammar.selects.optionalOrderBy();
        }
        tokens.expect(")");
        return new FuncCall(
                name, List.copyOf(arguments), orderBy, null, null, false, star, distinct, variadic, false, location);
    }

    private void checkWithinGroup(FuncCall call, int location) {
        if (!call.orderBy().isEmpty()) {
            throw tokens.errorAt(
                    SqlState.SYNTAX_ERROR, "cannot use multiple ORDER BY clauses with WITHIN GROUP", location);
        }
        if (call.distinct()) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "cannot use DISTINCT with WITHIN GROUP", location);
        }
        if (call.variadic()) {
            throw tokens.errorAt(SqlState.SYNTAX_ERROR, "cannot use VARIADIC with WITHIN GROUP", location);
        }
    }

    private List<SortBy> withinGroup() {
        tokens.next();
        tokens.next();
        tokens.expect("(");
        if (!tokens.at("order")) {
            throw tokens.syntaxError();
        }
        List<SortBy> orderBy = grammar.selects.optionalOrderBy();
        tokens.expect(")");
        return orderBy;
    }

    private AstExpr filter() {
        if (!tokens.at("filter", "(")) {
            return null;
        }
        tokens.next();
        tokens.next();
        tokens.expect("where");
        AstExpr condition = grammar.expressions.expression();
        tokens.expect(")");
        return condition;
    }

    private WindowDef over() {
        return tokens.accept("over") ? grammar.windows.over() : null;
    }

    /// `value`, `name := value` or `name => value`.
    private AstExpr argument() {
        if (TokenStream.isTypeOrFunctionName(tokens.peek())
                && (tokens.peek(1).is(":=") || tokens.peek(1).is("=>"))) {
            Token name = tokens.next();
            tokens.next();
            return new NamedArgument(name.text(), grammar.expressions.expression(), name.start());
        }
        return grammar.expressions.expression();
    }

    /// The forms that start with a key word of their own; null, and nothing read, when it is none of them.
    AstExpr special() {
        Token word = tokens.peek();
        if (word.kind() != Kind.KEYWORD) {
            return null;
        }
        int location = word.start();
        SqlValueKind value = valueKind(word.text());
        if (value != null) {
            return sqlValue(value, location);
        }
        if (word.is("collation")) {
            return tokens.at("collation", "for") ? collationFor(location) : null;
        }
        if (word.is("cast")) {
            return cast(location);
        }
        if (!tokens.peek(1).is("(")) {
            return null;
        }
        return switch (word.text()) {
            case "coalesce" -> new CoalesceExpr(parenthesizedList(), location);
            case "greatest" -> new MinMaxExpr(true, parenthesizedList(), location);
            case "least" -> new MinMaxExpr(false, parenthesizedList(), location);
            case "grouping" -> new GroupingFunc(parenthesizedList(), location);
            case "nullif" -> nullIf(location);
            case "extract" -> extract(location);
            case "normalize" -> normalize(location);
            case "overlay" -> overlay(location);
            case "position" -> position(location);
            case "substring" -> substring(location);
            case "treat" -> treat(location);
            case "trim" -> trim(location);
            case "xmlconcat" -> grammar.xml.concat(location);
            case "xmlelement" -> grammar.xml.element(location);
            case "xmlexists" -> grammar.xml.exists(location);
            case "xmlforest" -> grammar.xml.forest(location);
            case "xmlparse" -> grammar.xml.parse(location);
            case "xmlpi" -> grammar.xml.processingInstruction(location);
            case "xmlroot" -> grammar.xml.root(location);
            case "xmlserialize" -> grammar.xml.serialize(location);
            default -> null;
        };
    }

    /// Key words that are function calls without parentheses.
    static boolean isValueFunction(Token token) {
        return token.kind() == Kind.KEYWORD && valueKind(token.text()) != null;
    }

    private static SqlValueKind valueKind(String word) {
        return switch (word) {
            case "current_date" -> SqlValueKind.CURRENT_DATE;
            case "current_time" -> SqlValueKind.CURRENT_TIME;
            case "current_timestamp" -> SqlValueKind.CURRENT_TIMESTAMP;
            case "localtime" -> SqlValueKind.LOCALTIME;
            case "localtimestamp" -> SqlValueKind.LOCALTIMESTAMP;
            case "current_role" -> SqlValueKind.CURRENT_ROLE;
            case "current_user" -> SqlValueKind.CURRENT_USER;
            case "user" -> SqlValueKind.USER;
            case "session_user" -> SqlValueKind.SESSION_USER;
            case "current_catalog" -> SqlValueKind.CURRENT_CATALOG;
            case "current_schema" -> SqlValueKind.CURRENT_SCHEMA;
            default -> null;
        };
    }

    private AstExpr sqlValue(SqlValueKind kind, int location) {
        boolean named = tokens.peek(1).is("(") || tokens.peek(1).kind() == Kind.STRING;
        if (kind == SqlValueKind.CURRENT_SCHEMA && named) {
            return null; // current_schema is a name of functions and types too
        }
        tokens.next();
        int precision = -1;
        boolean takesPrecision = switch (kind) {
            case CURRENT_TIME, CURRENT_TIMESTAMP, LOCALTIME, LOCALTIMESTAMP -> true;
            default -> false;
        };
        if (takesPrecision && tokens.accept("(")) {
            precision = tokens.expectInteger();
            tokens.expect(")");
        }
        return new SqlValueFunction(kind, precision, location);
    }

    private List<AstExpr> parenthesizedList() {
        tokens.next();
        tokens.expect("(");
        List<AstExpr> list = grammar.expressions.expressionList();
        tokens.expect(")");
        return list;
    }

    private void open() {
        tokens.next();
        tokens.expect("(");
    }

    private AstExpr collationFor(int location) {
        tokens.next();
        tokens.next();
        tokens.expect("(");
        AstExpr argument = grammar.expressions.expression();
        tokens.expect(")");
        return sqlSyntax("pg_collation_for", List.of(argument), location);
    }

    private AstExpr cast(int location) {
        open();
        AstExpr argument = grammar.expressions.expression();
        tokens.expect("as");
        TypeName type = grammar.types.typeName();
        tokens.expect(")");
        return new TypeCast(argument, type, location);
    }

    private AstExpr nullIf(int location) {
        open();
        AstExpr left = grammar.expressions.expression();
        tokens.expect(",");
        AstExpr right = grammar.expressions.expression();
        tokens.expect(")");
        return new OperatorExpr(OperatorKind.NULLIF, List.of("="), left, right, location);
    }

    private AstExpr extract(int location) {
        open();
        Token field = tokens.peek();
        if (field.kind() != Kind.IDENTIFIER && field.kind() != Kind.STRING && !isDateField(field)) {
            throw tokens.syntaxError();
        }
        tokens.next();
        tokens.expect("from");
        AstExpr source = grammar.expressions.expression();
        tokens.expect(")");
        return sqlSyntax("extract", List.of(new StringConst(field.text(), field.start()), source), location);
    }

    private static boolean isDateField(Token token) {
        return switch (token.text()) {
            case "year", "month", "day", "hour", "minute", "second" -> token.kind() == Kind.KEYWORD;
            default -> false;
        };
    }

    /// NFC, NFD, NFKC or NFKD as a string constant; null when none is written.
    AstExpr optionalNormalForm() {
        Token token = tokens.peek();
        if (token.kind() != Kind.KEYWORD) {
            return null;
        }
        return switch (token.text()) {
            case "nfc", "nfd", "nfkc", "nfkd" -> {
                tokens.next();
                yield new StringConst(token.text().toUpperCase(java.util.Locale.ROOT), token.start());
            }
            default -> null;
        };
    }

    private AstExpr normalize(int location) {
        open();
        AstExpr argument = grammar.expressions.expression();
        AstExpr form = null;
        if (tokens.accept(",")) {
            form = optionalNormalForm();
            if (form == null) {
                throw tokens.syntaxError();
            }
        }
        tokens.expect(")");
        return sqlSyntax("normalize", form == null ? List.of(argument) : List.of(argument, form), location);
    }

    private AstExpr overlay(int location) {
        return tokens.either(
                () -> {
                    open();
                    List<AstExpr> arguments = new ArrayList<>();
                    arguments.add(grammar.expressions.expression());
                    tokens.expect("placing");
                    arguments.add(grammar.expressions.expression());
                    tokens.expect("from");
                    arguments.add(grammar.expressions.expression());
                    if (tokens.accept("for")) {
                        arguments.add(grammar.expressions.expression());
                    }
                    tokens.expect(")");
                    return sqlSyntax("overlay", List.copyOf(arguments), location);
                },
                () -> ordinary("overlay", location));
    }

    /// `name(a, b, …)` of a word that also has a syntax of its own.
    private AstExpr ordinary(String name, int location) {
        open();
        List<AstExpr> arguments = new ArrayList<>();
        if (!tokens.at(")")) {
            do {
                arguments.add(argument());
            } while (tokens.accept(","));
        }
        tokens.expect(")");
        return plain(List.of(name), List.copyOf(arguments), false, location);
    }

    private AstExpr position(int location) {
        open();
        AstExpr substring = grammar.expressions.restricted();
        tokens.expect("in");
        AstExpr string = grammar.expressions.restricted();
        tokens.expect(")");
        return sqlSyntax("position", List.of(string, substring), location);
    }

    private AstExpr substring(int location) {
        return tokens.either(
                () -> {
                    open();
                    AstExpr string = grammar.expressions.expression();
                    List<AstExpr> arguments = substringBounds(string);
                    tokens.expect(")");
                    return sqlSyntax("substring", arguments, location);
                },
                () -> ordinary("substring", location));
    }

    private List<AstExpr> substringBounds(AstExpr string) {
        if (tokens.accept("similar")) {
            AstExpr pattern = grammar.expressions.expression();
            tokens.expect("escape");
            return List.of(string, pattern, grammar.expressions.expression());
        }
        if (tokens.accept("from")) {
            AstExpr from = grammar.expressions.expression();
            return tokens.accept("for")
                    ? List.of(string, from, grammar.expressions.expression())
                    : List.of(string, from);
        }
        tokens.expect("for");
        AstExpr length = grammar.expressions.expression();
        if (tokens.accept("from")) {
            return List.of(string, grammar.expressions.expression(), length);
        }
        // The length is cast, so that a pattern is not taken for substring(text, pattern, escape).
        AstExpr cast = new TypeCast(length, TypeName.system("int4", -1), -1);
        return List.of(string, new AstExpr.IntegerConst(1, -1), cast);
    }

    private AstExpr treat(int location) {
        open();
        AstExpr argument = grammar.expressions.expression();
        tokens.expect("as");
        TypeName type = grammar.types.typeName();
        tokens.expect(")");
        return system(type.names().getLast(), List.of(argument), location);
    }

    private AstExpr trim(int location) {
        open();
        String name = "btrim";
        if (tokens.accept("leading")) {
            name = "ltrim";
        } else if (tokens.accept("trailing")) {
            name = "rtrim";
        } else {
            tokens.accept("both");
        }
        List<AstExpr> arguments = new ArrayList<>();
        if (tokens.accept("from")) {
            arguments.addAll(grammar.expressions.expressionList());
        } else {
            AstExpr first = grammar.expressions.expression();
            if (tokens.accept("from")) {
                arguments.addAll(grammar.expressions.expressionList());
                arguments.add(first);
            } else {
                arguments.add(first);
                if (tokens.accept(",")) {
                    arguments.addAll(grammar.expressions.expressionList());
                }
            }
        }
        tokens.expect(")");
        return sqlSyntax(name, List.copyOf(arguments), location);
    }
}

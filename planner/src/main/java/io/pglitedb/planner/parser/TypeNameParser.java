package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.IntegerConst;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Types as they are written: `double precision`, `numeric(10,2)[]`, `interval day to second(3)`, `SETOF
/// t%ROWTYPE` …
final class TypeNameParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    TypeNameParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    TypeName typeName() {
        boolean setOf = tokens.accept("setof");
        TypeName simple = simple();
        List<Integer> bounds = new ArrayList<>(1);
        if (tokens.accept("array")) {
            bounds.add(tokens.accept("[") ? boundAndBracket() : -1);
        } else {
            while (tokens.accept("[")) {
                bounds.add(tokens.at("]") ? -1 : tokens.expectInteger());
                tokens.expect("]");
            }
        }
        return new TypeName(
                simple.names(),
                setOf,
                simple.percentType(),
                simple.typmods(),
                simple.intervalMask(),
                List.copyOf(bounds),
                simple.location());
    }

    /// func_type: a type, or that of a column: `table.column%TYPE`.
    TypeName functionType() {
        boolean dotted = tokens.peek(tokens.at("setof") ? 2 : 1).is(".");
        TypeName type = typeName();
        if (!dotted || !type.typmods().isEmpty() || !type.arrayBounds().isEmpty() || !tokens.at("%", "type")) {
            return type;
        }
        tokens.next();
        tokens.next();
        return new TypeName(type.names(), type.setOf(), true, List.of(), -1, List.of(), type.location());
    }

    private int boundAndBracket() {
        int bound = tokens.expectInteger();
        tokens.expect("]");
        return bound;
    }

    /// A type without array bounds: SimpleTypename.
    TypeName simple() {
        TypeName builtIn = builtIn(false);
        return builtIn != null ? builtIn : generic();
    }

    /// Whether a key word starts a type with a syntax of its own that is no ordinary name too.
    static boolean isBuiltIn(Token token) {
        if (token.kind() != Kind.KEYWORD) {
            return false;
        }
        return switch (token.text()) {
            case "int",
                    "integer",
                    "smallint",
                    "bigint",
                    "real",
                    "boolean",
                    "float",
                    "decimal",
                    "dec",
                    "numeric",
                    "bit",
                    "character",
                    "char",
                    "nchar",
                    "varchar",
                    "national",
                    "time",
                    "timestamp",
                    "interval" -> true;
            default -> false;
        };
    }

    /// The types with a syntax of their own; null, and nothing read, when there is none.
    ///
    /// @param constant before a literal: `interval` has its fields behind it, bare `character` no length 1
    TypeName builtIn(boolean constant) {
        Token token = tokens.peek();
        if (token.kind() != Kind.KEYWORD) {
            return null;
        }
        int location = token.start();
        switch (token.text()) {
            case "int", "integer" -> {
                return system("int4", location);
            }
            case "smallint" -> {
                return system("int2", location);
            }
            case "bigint" -> {
                return system("int8", location);
            }
            case "real" -> {
                return system("float4", location);
            }
            case "boolean" -> {
                return system("bool", location);
            }
            case "float" -> {
                return floating(location);
            }
            case "double" -> {
                if (!tokens.peek(1).is("precision")) {
                    return null;
                }
                tokens.next();
                return system("float8", location);
            }
            case "decimal", "dec", "numeric" -> {
                tokens.next();
                return named("numeric", optionalModifiers(), location);
            }
            case "bit" -> {
                return bit(location, constant);
            }
            case "character", "char", "nchar", "varchar", "national" -> {
                return character(location, constant);
            }
            case "time", "timestamp" -> {
                return time(location);
            }
            case "interval" -> {
                return interval(location, constant);
            }
            default -> {
                return null;
            }
        }
    }

    private TypeName system(String name, int location) {
        tokens.next();
        return TypeName.system(name, location);
    }

    private static TypeName named(String name, List<AstExpr> modifiers, int location) {
        return new TypeName(List.of("pg_catalog", name), false, false, modifiers, -1, List.of(), location);
    }

    private List<AstExpr> optionalModifiers() {
        if (!tokens.accept("(")) {
            return List.of();
        }
        List<AstExpr> modifiers = grammar.expressions.expressionList();
        tokens.expect(")");
        return modifiers;
    }

    private TypeName floating(int location) {
        tokens.next();
        if (!tokens.accept("(")) {
            return TypeName.system("float8", location);
        }
        int digitsLocation = tokens.location();
        int digits = tokens.expectInteger();
        tokens.expect(")");
        if (digits < 1) {
            throw tokens.errorAt(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "precision for type float must be at least 1 bit",
                    digitsLocation);
        }
        if (digits > 53) {
            throw tokens.errorAt(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "precision for type float must be less than 54 bits",
                    digitsLocation);
        }
        return TypeName.system(digits <= 24 ? "float4" : "float8", location);
    }

    private TypeName bit(int location, boolean constant) {
        tokens.next();
        boolean varying = tokens.accept("varying");
        List<AstExpr> modifiers = optionalModifiers();
        if (modifiers.isEmpty() && !varying && !constant) {
            modifiers = List.of(new IntegerConst(1, -1));
        }
        return named(varying ? "varbit" : "bit", modifiers, location);
    }

    private TypeName character(int location, boolean constant) {
        Token first = tokens.next();
        boolean varying = first.is("varchar");
        if (first.is("national")) {
            if (!tokens.accept("character") && !tokens.accept("char")) {
                throw tokens.syntaxError();
            }
        }
        if (!varying) {
            varying = tokens.accept("varying");
        }
        List<AstExpr> modifiers = List.of();
        if (tokens.accept("(")) {
            int lengthLocation = tokens.location();
            modifiers = List.of(new IntegerConst(tokens.expectInteger(), lengthLocation));
            tokens.expect(")");
        } else if (!varying && !constant) {
            modifiers = List.of(new IntegerConst(1, -1));
        }
        return named(varying ? "varchar" : "bpchar", modifiers, location);
    }

    private TypeName time(int location) {
        String name = tokens.next().text();
        List<AstExpr> modifiers = List.of();
        if (tokens.accept("(")) {
            int precisionLocation = tokens.location();
            modifiers = List.of(new IntegerConst(tokens.expectInteger(), precisionLocation));
            tokens.expect(")");
        }
        boolean zoned = false;
        if (tokens.atMerged("with", "time")) {
            zoned = withZone();
        } else if (tokens.at("without", "time")) {
            withZone();
        }
        return named(zoned ? name + "tz" : name, modifiers, location);
    }

    private boolean withZone() {
        tokens.next();
        tokens.next();
        tokens.expect("zone");
        return true;
    }

    private TypeName interval(int location, boolean constant) {
        tokens.next();
        if (tokens.accept("(")) {
            int precisionLocation = tokens.location();
            AstExpr precision = new IntegerConst(tokens.expectInteger(), precisionLocation);
            tokens.expect(")");
            return intervalType(TypeName.FULL_RANGE, List.of(precision), location);
        }
        TypeName plain = TypeName.system("interval", location);
        return constant ? plain : intervalFields(plain);
    }

    /// `year to month`, `second(3)` … behind INTERVAL or behind its literal.
    TypeName intervalFields(TypeName plain) {
        int from = fieldBit();
        if (from == 0) {
            return plain;
        }
        tokens.next();
        if (from == TypeName.SECOND) {
            return intervalType(from, secondPrecision(), plain.location());
        }
        if (!tokens.accept("to")) {
            return intervalType(from, List.of(), plain.location());
        }
        int to = fieldBit();
        int mask = range(from, to);
        if (mask == 0) {
            throw tokens.syntaxError();
        }
        tokens.next();
        return intervalType(mask, to == TypeName.SECOND ? secondPrecision() : List.of(), plain.location());
    }

    private static TypeName intervalType(int mask, List<AstExpr> precision, int location) {
        return new TypeName(List.of("pg_catalog", "interval"), false, false, precision, mask, List.of(), location);
    }

    private List<AstExpr> secondPrecision() {
        if (!tokens.accept("(")) {
            return List.of();
        }
        int location = tokens.location();
        AstExpr precision = new IntegerConst(tokens.expectInteger(), location);
        tokens.expect(")");
        return List.of(precision);
    }

    private int fieldBit() {
        if (!tokens.at(Kind.KEYWORD)) {
            return 0;
        }
        return switch (tokens.peek().text()) {
            case "year" -> TypeName.YEAR;
            case "month" -> TypeName.MONTH;
            case "day" -> TypeName.DAY;
            case "hour" -> TypeName.HOUR;
            case "minute" -> TypeName.MINUTE;
            case "second" -> TypeName.SECOND;
            default -> 0;
        };
    }

    /// Mask of the fields between two; 0 when SQL does not allow the pair.
    private static int range(int from, int to) {
        if (from == TypeName.YEAR) {
            return to == TypeName.MONTH ? TypeName.YEAR | TypeName.MONTH : 0;
        }
        int[] fields = {TypeName.DAY, TypeName.HOUR, TypeName.MINUTE, TypeName.SECOND};
        int mask = 0;
        boolean inside = false;
        for (int field : fields) {
            inside |= field == from;
            mask |= inside ? field : 0;
            if (field == to) {
                return inside && from != to ? mask : 0;
            }
        }
        return 0;
    }

    /// A type by name: `name`, `schema.name(modifiers)`.
    private TypeName generic() {
        int location = tokens.location();
        if (!TokenStream.isTypeOrFunctionName(tokens.peek())) {
            throw tokens.syntaxError();
        }
        List<String> names = new ArrayList<>(2);
        names.add(tokens.next().text());
        while (tokens.accept(".")) {
            names.add(tokens.label());
        }
        return new TypeName(List.copyOf(names), false, false, optionalModifiers(), -1, List.of(), location);
    }
}

package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import java.math.BigInteger;

/// Types of literals: PostgreSQL's `make_const`.
final class Literals {
    private Literals() {}

    static Expr analyze(ParseState state, AstExpr.Constant constant) {
        Origin origin = Origin.at(constant.location());
        return switch (constant) {
            case AstExpr.IntegerConst it -> new Expr.Const(it.value(), INT4, -1, NONE, origin);
            case AstExpr.FloatConst it -> number(state, it, origin);
            case AstExpr.StringConst it -> new Expr.Const(Utf8.of(it.value()), UNKNOWN, -1, NONE, origin);
            case AstExpr.BitConst it ->
                new Expr.Const(parse(state, BIT, it.digits(), it.location()), BIT, -1, NONE, origin);
            case AstExpr.BooleanConst it -> new Expr.Const(it.value(), BOOL, -1, NONE, origin);
            case AstExpr.NullConst ignored -> new Expr.Const(null, UNKNOWN, -1, NONE, origin);
        };
    }

    private static Expr number(ParseState state, AstExpr.FloatConst literal, Origin origin) {
        String digits = literal.digits();
        if (isInteger(digits)) {
            BigInteger value = new BigInteger(digits);
            if (value.bitLength() < 32) {
                return new Expr.Const(value.intValue(), INT4, -1, NONE, origin);
            }
            if (value.bitLength() < 64) {
                return new Expr.Const(value.longValue(), INT8, -1, NONE, origin);
            }
        }
        return new Expr.Const(parse(state, NUMERIC, digits, literal.location()), NUMERIC, -1, NONE, origin);
    }

    private static boolean isInteger(String digits) {
        for (int i = digits.startsWith("-") ? 1 : 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Object parse(ParseState state, int type, String text, int location) {
        try {
            return state.session().type(type).parse(Utf8.of(text), -1, state.session());
        } catch (PgException e) {
            throw e.at(location + 1);
        }
    }
}

package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayDeque;
import java.util.Deque;

/// Conversions that are not functions: by way of text, and to domains.
final class Coercions {
    private final ExpressionCompiler compiler;
    /// Values under test of the domains around the check being compiled, innermost first.
    private final Deque<Object[]> domainValues = new ArrayDeque<>();

    Coercions(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    Evaluator viaText(Expr.CoerceViaIo coercion) {
        Evaluator argument = compiler.compile(coercion.argument());
        SessionContext session = compiler.session();
        ValueType source = session.type(coercion.argument().type());
        ValueType target = session.type(coercion.type());
        return row -> {
            Object value = argument.evaluate(row);
            if (value == null) {
                return null;
            }
            Utf8 text = source.toUtf8(value, session);
            return target.parse(text, -1, session);
        };
    }

    /// NOT NULL and the checks of the domain and of those that it is made of, the innermost first.
    Evaluator toDomain(Expr.CoerceToDomain coercion) {
        return toDomain(
                compiler.compile(coercion.argument()), compiler.catalog().type(coercion.type()));
    }

    Evaluator toDomain(Evaluator argument, TypeDef domain) {
        return new DomainChecks(compiler, domainValues).compile(argument, domain);
    }

    Evaluator domainValue() {
        Object[] value = domainValues.peek();
        if (value == null) {
            throw new IllegalStateException("VALUE outside of a domain's check");
        }
        compiler.varies();
        return row -> value[0];
    }

    /// What a sequence gives, as a column of an integer type holds it.
    Evaluator fromInt8(Evaluator value, int type) {
        return switch (type) {
            case Oids.INT2 -> row -> ((Long) value.evaluate(row)).shortValue();
            case Oids.INT4 -> row -> ((Long) value.evaluate(row)).intValue();
            case Oids.INT8 -> value;
            default -> throw new PgException(SqlState.INTERNAL_ERROR, "unsupported sequence type " + type);
        };
    }
}

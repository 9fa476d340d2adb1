package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Deque;

/// What a domain demands of its values.
final class DomainChecks {
    private static final char DOMAIN = 'd';

    private DomainChecks() {}

    static Evaluator compile(
            Evaluator argument, TypeDef domain, ExpressionCompiler compiler, Deque<Object[]> domainValues) {
        TypeDef base = compiler.catalog().type(domain.baseType());
        Evaluator checked =
                base.kind() == DOMAIN ? compile(argument, base, compiler, domainValues) : argument;
        if (!domain.notNull()) {
            return checked;
        }
        return row -> {
            Object value = checked.evaluate(row);
            if (value == null) {
                throw new PgException(
                                SqlState.NOT_NULL_VIOLATION,
                                "domain %s does not allow null values"
                                        .formatted(compiler.catalog().formatType(domain.oid(), -1)))
                        .dataType(compiler.catalog().namespaceName(domain.namespace()), domain.name());
            }
            return value;
        };
    }
}

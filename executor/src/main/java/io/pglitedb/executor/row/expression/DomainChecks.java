package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// What a domain demands of its values: NOT NULL of any level first, then the checks of the domain that it is
/// made of, then its own, by name. Messages name the domain itself, whichever level refuses.
final class DomainChecks {
    private static final char DOMAIN = 'd';
    private static final char CHECK = 'c';

    private final ExpressionCompiler compiler;
    private final Deque<Object[]> domainValues;

    /// A check and what it reads as VALUE.
    private record Check(String name, Evaluator expression, Object[] value) {}

    /// @param domainValues where the compiler finds VALUE
    DomainChecks(ExpressionCompiler compiler, Deque<Object[]> domainValues) {
        this.compiler = compiler;
        this.domainValues = domainValues;
    }

    Evaluator compile(Evaluator argument, TypeDef domain) {
        List<TypeDef> levels = levels(domain);
        boolean notNull = levels.stream().anyMatch(TypeDef::notNull);
        List<Check> checks = new ArrayList<>();
        levels.forEach(level -> checks.addAll(checks(level)));
        String name = compiler.catalog().formatType(domain.oid());
        String schema = compiler.catalog().namespaceName(domain.namespace());
        return row -> {
            Object value = argument.evaluate(row);
            if (value == null && notNull) {
                throw new PgException(
                                SqlState.NOT_NULL_VIOLATION, "domain %s does not allow null values".formatted(name))
                        .dataType(schema, domain.name());
            }
            for (Check check : checks) {
                check.value[0] = value;
                if (Boolean.FALSE.equals(check.expression.evaluate(row))) {
                    throw new PgException(
                                    SqlState.CHECK_VIOLATION,
                                    "value for domain %s violates check constraint \"%s\"".formatted(name, check.name))
                            .dataType(schema, domain.name())
                            .constraint(check.name);
                }
            }
            return value;
        };
    }

    /// The domains that it is made of, the innermost first, itself last.
    private List<TypeDef> levels(TypeDef domain) {
        List<TypeDef> levels = new ArrayList<>();
        for (TypeDef type = domain;
                type.kind() == DOMAIN;
                type = compiler.catalog().type(type.baseType())) {
            levels.addFirst(type);
        }
        return levels;
    }

    private List<Check> checks(TypeDef domain) {
        List<Check> checks = new ArrayList<>();
        for (ConstraintDef constraint : compiler.catalog().domainConstraints(domain.oid())) {
            if (constraint.kind() == CHECK) {
                Object[] value = new Object[1];
                domainValues.push(value);
                try {
                    Evaluator expression = compiler.compile(
                            NodeTree.readExpression(constraint.expression().orElseThrow(), compiler.session()));
                    checks.add(new Check(constraint.name(), expression, value));
                } finally {
                    domainValues.pop();
                }
            }
        }
        checks.sort(Comparator.comparing(Check::name));
        return checks;
    }
}

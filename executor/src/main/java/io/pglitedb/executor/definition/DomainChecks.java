package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.GeneratedNames;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Makes the CHECK constraints of domains. Source of the rules: PostgreSQL's domainAddConstraint.
public final class DomainChecks {
    private final Definition definition;

    public DomainChecks(Definition definition) {
        this.definition = definition;
    }

    /// The condition that was made, over [Expr.DomainValue].
    public Expr add(TypeDef domain, Constraint.Check check, boolean validated) {
        if (check.noInherit()) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION, "check constraints for domains cannot be marked NO INHERIT");
        }
        Expr condition = ExpressionScope.forDomain(
                        domain.baseType(), domain.baseTypmod(), definition.view(), definition.session())
                .check(check.expression());
        String name = check.name() != null
                ? check.name()
                : GeneratedNames.choose(
                        domain.name(),
                        "",
                        "check",
                        taken -> definition.view().domainConstraints(domain.oid()).stream()
                                .anyMatch(other -> other.name().equals(taken)));
        new Constraints(definition.writer())
                .create(NewConstraint.domainCheck(
                        name,
                        domain.namespace(),
                        domain.oid(),
                        ExpressionReferences.of(condition, 0, definition.session()),
                        validated));
        return condition;
    }

    /// 42601 for a constraint that domains do not have.
    public static PgException impossible(Constraint constraint) {
        String kind = switch (constraint) {
            case Constraint.Unique unique -> unique.primary() ? "primary key" : "unique";
            case Constraint.Exclusion ignored -> "exclusion";
            case Constraint.ForeignKey ignored -> "foreign key";
            case Constraint.Attribute ignored ->
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "specifying constraint deferrability not supported for domains");
            default -> throw new IllegalStateException("no constraint of a domain: " + constraint);
        };
        return new PgException(SqlState.SYNTAX_ERROR, kind + " constraints not possible for domains");
    }
}

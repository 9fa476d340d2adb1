package io.pglitedb.executor.definition;

import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.Constraint.Attributes;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// DEFERRABLE and the like among a column's constraints belong to the constraint before them. Source:
/// PostgreSQL's transformConstraintAttrs.
final class ConstraintAttributes {
    private ConstraintAttributes() {}

    /// The constraints with their attributes inside.
    static List<Constraint> attach(List<Constraint> written) {
        List<Constraint> list = new ArrayList<>();
        boolean sawDeferrability = false;
        boolean sawInitially = false;
        for (Constraint constraint : written) {
            if (!(constraint instanceof Constraint.Attribute attribute)) {
                list.add(constraint);
                sawDeferrability = false;
                sawInitially = false;
                continue;
            }
            Attributes before = list.isEmpty() ? null : attributes(list.getLast());
            if (before == null) {
                throw misplaced(attribute);
            }
            boolean deferrability = switch (attribute.kind()) {
                case DEFERRABLE, NOT_DEFERRABLE -> true;
                case INITIALLY_DEFERRED, INITIALLY_IMMEDIATE -> false;
            };
            if (deferrability ? sawDeferrability : sawInitially) {
                throw new PgException(
                                SqlState.SYNTAX_ERROR,
                                deferrability
                                        ? "multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed"
                                        : "multiple INITIALLY IMMEDIATE/DEFERRED clauses not allowed")
                        .at(attribute.location() + 1);
            }
            sawDeferrability |= deferrability;
            sawInitially |= !deferrability;
            list.set(list.size() - 1, with(list.getLast(), changed(before, attribute, sawDeferrability)));
        }
        return list;
    }

    private static Attributes changed(Attributes before, Constraint.Attribute attribute, boolean sawDeferrability) {
        return switch (attribute.kind()) {
            case DEFERRABLE -> new Attributes(true, before.initiallyDeferred(), before.notValid(), before.noInherit());
            case NOT_DEFERRABLE -> {
                if (before.initiallyDeferred()) {
                    throw mustBeDeferrable(attribute);
                }
                yield new Attributes(false, false, before.notValid(), before.noInherit());
            }
            case INITIALLY_DEFERRED -> {
                if (sawDeferrability && !before.deferrable()) {
                    throw mustBeDeferrable(attribute);
                }
                yield new Attributes(true, true, before.notValid(), before.noInherit());
            }
            case INITIALLY_IMMEDIATE ->
                new Attributes(before.deferrable(), false, before.notValid(), before.noInherit());
        };
    }

    private static PgException mustBeDeferrable(Constraint.Attribute attribute) {
        return new PgException(SqlState.SYNTAX_ERROR, "constraint declared INITIALLY DEFERRED must be DEFERRABLE")
                .at(attribute.location() + 1);
    }

    private static PgException misplaced(Constraint.Attribute attribute) {
        String words = switch (attribute.kind()) {
            case DEFERRABLE -> "DEFERRABLE";
            case NOT_DEFERRABLE -> "NOT DEFERRABLE";
            case INITIALLY_DEFERRED -> "INITIALLY DEFERRED";
            case INITIALLY_IMMEDIATE -> "INITIALLY IMMEDIATE";
        };
        return new PgException(SqlState.SYNTAX_ERROR, "misplaced %s clause".formatted(words))
                .at(attribute.location() + 1);
    }

    /// Null for a constraint that cannot be deferred.
    private static Attributes attributes(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Unique unique -> unique.attributes();
            case Constraint.ForeignKey key -> key.attributes();
            case Constraint.Exclusion exclusion -> exclusion.attributes();
            default -> null;
        };
    }

    private static Constraint with(Constraint constraint, Attributes attributes) {
        return switch (constraint) {
            case Constraint.Unique unique ->
                new Constraint.Unique(
                        unique.name(),
                        unique.primary(),
                        unique.nullsNotDistinct(),
                        unique.columns(),
                        unique.including(),
                        unique.options(),
                        unique.tablespace(),
                        unique.usingIndex(),
                        attributes,
                        unique.location());
            case Constraint.ForeignKey key ->
                new Constraint.ForeignKey(
                        key.name(),
                        key.columns(),
                        key.referenced(),
                        key.referencedColumns(),
                        key.match(),
                        key.onUpdate(),
                        key.onDelete(),
                        attributes,
                        key.location());
            default -> throw new IllegalArgumentException("no attributes: " + constraint);
        };
    }
}

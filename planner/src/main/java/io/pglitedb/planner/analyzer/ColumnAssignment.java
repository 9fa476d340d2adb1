package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.NONE;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.IndirectionElement;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The new value of a column when a part of it is assigned: `pos.x = 1`, `nums[2] = 3`, `pairs[1].y = 'z'`.
/// Source: PostgreSQL's transformAssignmentIndirection.
final class ColumnAssignment {
    /// What a value is put into.
    ///
    /// @param name of the column or field, for messages
    private record Target(String name, boolean subscripted, int type, int typmod, int collation) {}

    private final ParseState state;
    private final int location;

    private ColumnAssignment(ParseState state, int location) {
        this.state = state;
        this.location = location;
    }

    /// @param column what the column holds before: a variable, or NULL in INSERT
    /// @param path not empty
    static Expr assign(
            ParseState state, Expr column, ColumnDef target, List<IndirectionElement> path, Expr value, int location) {
        return new ColumnAssignment(state, location)
                .assign(
                        column,
                        new Target(target.name(), false, target.type(), target.typmod(), target.collation()),
                        path,
                        value);
    }

    private PgException error(SqlState code, String message) {
        return new PgException(code, message).at(location + 1);
    }

    private Expr assign(Expr base, Target target, List<IndirectionElement> path, Expr value) {
        List<AstExpr.Subscript> subscripts = new ArrayList<>();
        for (IndirectionElement element : path) {
            if (!(element instanceof AstExpr.Subscript subscript)) {
                break;
            }
            subscripts.add(subscript);
        }
        if (!subscripts.isEmpty()) {
            return element(base, target, subscripts, path.subList(subscripts.size(), path.size()), value);
        }
        if (path.isEmpty()) {
            return converted(target, value);
        }
        return switch (path.getFirst()) {
            case AstExpr.Field(String name) -> field(base, target, name, path.subList(1, path.size()), value);
            case AstExpr.AllFields ignored ->
                throw error(SqlState.FEATURE_NOT_SUPPORTED, "row expansion via \"*\" is not supported here");
            case AstExpr.Subscript ignored -> throw new IllegalStateException("subscripts come first");
        };
    }

    /// A part inside a part has no expression of its own: the node above stands for it.
    private static Expr inner(Target target) {
        return new Expr.CaseTestValue(target.type(), target.typmod(), target.collation());
    }

    private Expr field(Expr base, Target target, String name, List<IndirectionElement> rest, Expr value) {
        TypeRules types = state.types();
        int composite = types.baseType(target.type());
        if (types.relationOf(composite) == NONE) {
            throw error(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot assign to field \"%s\" of column \"%s\" because its type %s is not a composite type"
                            .formatted(name, target.name(), types.name(target.type())));
        }
        ColumnDef field = CompositeTypes.columns(types, composite).stream()
                .filter(column -> !column.dropped() && column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> error(
                        SqlState.UNDEFINED_COLUMN,
                        ("cannot assign to field \"%s\" of column \"%s\" because there is no such column in data type"
                                        + " %s")
                                .formatted(name, target.name(), types.name(target.type()))));
        Target part = new Target(name, false, field.type(), field.typmod(), field.collation());
        Expr store = new Expr.FieldStore(
                base,
                List.of(assign(rest.isEmpty() ? null : inner(part), part, rest, value)),
                List.of(field.number()),
                composite,
                Origin.at(location));
        return composite == target.type()
                ? store
                : new Expr.CoerceToDomain(store, target.type(), -1, NONE, new Origin(location, Form.IMPLICIT_CAST));
    }

    private Expr element(
            Expr base, Target target, List<AstExpr.Subscript> subscripts, List<IndirectionElement> rest, Expr value) {
        Expr.SubscriptRef reference =
                Subscripts.analyze(state, base, target.type(), target.typmod(), subscripts, location);
        int container = reference.containerType();
        int collation =
                container == target.type() ? target.collation() : state.types().collationOf(container);
        Target part = new Target(target.name(), true, reference.type(), reference.typmod(), collation);
        Expr assigned = new Expr.SubscriptRef(
                base,
                reference.slice(),
                reference.upper(),
                reference.lower(),
                assign(rest.isEmpty() ? null : inner(part), part, rest, value),
                container,
                reference.elementType(),
                container,
                state.types().baseTypmod(target.type(), target.typmod()),
                NONE,
                Origin.at(location));
        if (container == target.type()) {
            return assigned;
        }
        Expr result = Coercion.toTarget(
                state, assigned, target.type(), target.typmod(), Context.ASSIGNMENT, Form.IMPLICIT_CAST, -1);
        if (result == null) {
            throw Coercion.cannotCast(state, container, target.type()).at(location + 1);
        }
        return result;
    }

    private Expr converted(Target target, Expr value) {
        Expr result = SelectAnalyzer.assignable(state, value, target.type(), target.typmod());
        if (result == null) {
            String wanted = state.types().name(target.type());
            String given = state.types().name(value.type());
            throw error(
                            SqlState.DATATYPE_MISMATCH,
                            target.subscripted()
                                    ? "subscripted assignment to \"%s\" requires type %s but expression is of type %s"
                                            .formatted(target.name(), wanted, given)
                                    : "subfield \"%s\" is of type %s but expression is of type %s"
                                            .formatted(target.name(), wanted, given))
                    .hint("You will need to rewrite or cast the expression.");
        }
        return result;
    }

    /// Two assignments to parts of one column as one value, null when they cannot be joined. PostgreSQL's
    /// `process_matched_tle`.
    static Expr merge(Expr before, Expr next) {
        if (next instanceof Expr.CoerceToDomain domain) {
            Expr first = before instanceof Expr.CoerceToDomain other && other.type() == domain.type()
                    ? other.argument()
                    : before;
            Expr merged = merge(first, domain.argument());
            return merged == null ? null : domain.withChildren(List.of(merged));
        }
        if (!isAssignment(before)) {
            return null;
        }
        return switch (next) {
            case Expr.FieldStore store -> {
                if (before instanceof Expr.FieldStore earlier) {
                    List<Expr> values = new ArrayList<>(earlier.values());
                    values.addAll(store.values());
                    List<Integer> fields = new ArrayList<>(earlier.fields());
                    fields.addAll(store.fields());
                    yield new Expr.FieldStore(
                            earlier.argument(), List.copyOf(values), List.copyOf(fields), store.type(), store.origin());
                }
                yield new Expr.FieldStore(before, store.values(), store.fields(), store.type(), store.origin());
            }
            case Expr.SubscriptRef reference when reference.assigned() != null -> reference.withContainer(before);
            default -> null;
        };
    }

    private static boolean isAssignment(Expr value) {
        return switch (value) {
            case Expr.FieldStore ignored -> true;
            case Expr.SubscriptRef reference -> reference.assigned() != null;
            case Expr.CoerceToDomain domain -> isAssignment(domain.argument());
            default -> false;
        };
    }

    /// The value alone, without the nodes that put it into the column.
    static Expr strip(Expr assignment) {
        return switch (assignment) {
            case Expr.FieldStore store -> strip(store.values().getFirst());
            case Expr.SubscriptRef reference when reference.assigned() != null -> strip(reference.assigned());
            case Expr.CoerceToDomain domain when isAssignment(domain.argument()) -> strip(domain.argument());
            default -> assignment;
        };
    }
}

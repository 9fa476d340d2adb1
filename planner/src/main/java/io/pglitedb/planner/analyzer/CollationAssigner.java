package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.MergeAction;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Derives collations from the leaves up. Source: PostgreSQL's parse_collate.c.
final class CollationAssigner {
    private enum Strength {
        NONE,
        IMPLICIT,
        CONFLICT,
        EXPLICIT
    }

    /// @param rival the other collation of a conflict, else 0
    /// @param location where it comes from, in a conflict where the rival does
    private record Derived(int collation, Strength strength, int rival, int location) {
        static final Derived NOTHING = new Derived(0, Strength.NONE, 0, -1);

        /// 0 when there is none to use.
        int usable() {
            return strength == Strength.CONFLICT ? 0 : collation;
        }
    }

    private final ParseState state;

    private CollationAssigner(ParseState state) {
        this.state = state;
    }

    static Expr assign(ParseState state, Expr expression) {
        return new CollationAssigner(state).rebuild(expression);
    }

    static int derived(ParseState state, Expr expression) {
        return new CollationAssigner(state).derive(assign(state, expression)).usable();
    }

    /// The one collation of several expressions that give one column. PostgreSQL's `select_common_collation`.
    ///
    /// @param noneOk 0 instead of an error when they conflict
    static int common(ParseState state, List<Expr> expressions, boolean noneOk) {
        CollationAssigner self = new CollationAssigner(state);
        Derived derived = self.combine(expressions.stream().map(self::rebuild).toList());
        if (derived.strength() == Strength.CONFLICT && !noneOk) {
            throw new PgException(
                            SqlState.COLLATION_MISMATCH,
                            "collation mismatch between implicit collations \"%s\" and \"%s\""
                                    .formatted(
                                            Collations.name(state, derived.collation()),
                                            Collations.name(state, derived.rival())))
                    .hint("You can choose the collation by applying the COLLATE clause to one or both expressions.")
                    .at(derived.location() + 1);
        }
        return derived.usable();
    }

    static Query assign(ParseState state, Query query) {
        CollationAssigner self = new CollationAssigner(state);
        JoinTree.From from = query.joinTree();
        return query.toBuilder()
                .targets(self.entries(query.targets()))
                .returning(self.entries(query.returning()))
                .having(self.optional(query.having()))
                .limitOffset(self.optional(query.limitOffset()))
                .limitCount(self.optional(query.limitCount()))
                .onConflict(self.onConflict(query.onConflict()))
                .mergeActions(query.mergeActions().stream()
                        .map(action -> new MergeAction(
                                action.matched(),
                                action.kind(),
                                action.overriding(),
                                self.optional(action.condition()),
                                self.entries(action.targets())))
                        .toList())
                .joinTree(
                        new JoinTree.From(from.items().stream().map(self::tree).toList(), self.optional(from.where())))
                .build();
    }

    private List<TargetEntry> entries(List<TargetEntry> entries) {
        return entries.stream()
                .map(entry -> entry.withExpression(rebuild(entry.expression())))
                .toList();
    }

    private Expr optional(Expr maybe) {
        return maybe == null ? null : rebuild(maybe);
    }

    private OnConflict onConflict(OnConflict clause) {
        return clause == null
                ? null
                : new OnConflict(
                        clause.update(),
                        clause.arbiterElements().stream()
                                .map(element -> new OnConflict.InferenceElement(
                                        rebuild(element.expression()), element.collation(), element.operatorClass()))
                                .toList(),
                        optional(clause.arbiterWhere()),
                        clause.constraint(),
                        entries(clause.set()),
                        optional(clause.where()),
                        clause.excludedIndex(),
                        clause.excludedColumns());
    }

    private JoinTree tree(JoinTree tree) {
        return switch (tree) {
            case JoinTree.Reference reference -> reference;
            case JoinTree.From from -> from;
            case JoinTree.Join join ->
                new JoinTree.Join(
                        join.kind(),
                        join.natural(),
                        tree(join.left()),
                        tree(join.right()),
                        join.using(),
                        optional(join.condition()),
                        join.rangeTableIndex());
        };
    }

    private Expr rebuild(Expr before) {
        Expr e = before.mapChildren(this::rebuild);
        Derived input = combine(inputs(e));
        int in = input.usable();
        int out = state.types().collationOf(e.type()) == 0
                ? 0
                : in != 0 || input.strength() == Strength.CONFLICT
                        ? in
                        : state.types().collationOf(e.type());
        return switch (e) {
            case Expr.FunctionCall it ->
                new Expr.FunctionCall(
                        it.function(), it.arguments(), it.variadic(), it.returnsSet(), it.type(), out, in, it.origin());
            case Expr.OperatorCall it ->
                new Expr.OperatorCall(
                        it.operator(), it.function(), it.arguments(), it.returnsSet(), it.type(), out, in, it.origin());
            case Expr.DistinctFrom it ->
                new Expr.DistinctFrom(it.operator(), it.function(), it.left(), it.right(), in, it.origin());
            case Expr.NullIf it ->
                new Expr.NullIf(it.operator(), it.function(), it.left(), it.right(), it.type(), out, in, it.origin());
            case Expr.ScalarArrayOperation it ->
                new Expr.ScalarArrayOperation(
                        it.operator(), it.function(), it.any(), it.scalar(), it.array(), in, it.origin());
            case Expr.AggregateCall it ->
                new Expr.AggregateCall(
                        it.function(),
                        it.argumentTypes(),
                        it.directArguments(),
                        it.arguments(),
                        it.order(),
                        it.distinct(),
                        it.filter(),
                        it.star(),
                        it.variadic(),
                        it.kind(),
                        it.levelsUp(),
                        it.type(),
                        out,
                        in,
                        it.origin());
            case Expr.WindowCall it ->
                new Expr.WindowCall(
                        it.function(),
                        it.arguments(),
                        it.filter(),
                        it.window(),
                        it.star(),
                        it.aggregate(),
                        it.type(),
                        out,
                        in,
                        it.origin());
            case Expr.Case it ->
                new Expr.Case(it.argument(), it.branches(), it.otherwise(), it.type(), out, it.origin());
            case Expr.Coalesce it -> new Expr.Coalesce(it.arguments(), it.type(), out, it.origin());
            case Expr.MinMax it -> new Expr.MinMax(it.greatest(), it.arguments(), it.type(), out, in, it.origin());
            case Expr.ArrayConstructor it ->
                new Expr.ArrayConstructor(it.elements(), it.elementType(), it.nested(), it.type(), out, it.origin());
            case Expr.RelabelType it -> new Expr.RelabelType(it.argument(), it.type(), it.typmod(), out, it.origin());
            case Expr.CoerceViaIo it -> new Expr.CoerceViaIo(it.argument(), it.type(), out, it.origin());
            case Expr.ArrayCoerce it ->
                new Expr.ArrayCoerce(it.argument(), it.element(), it.type(), it.typmod(), out, it.origin());
            case Expr.CoerceToDomain it ->
                new Expr.CoerceToDomain(it.argument(), it.type(), it.typmod(), out, it.origin());
            case Expr.SubscriptRef it ->
                new Expr.SubscriptRef(
                        it.container(),
                        it.slice(),
                        it.upper(),
                        it.lower(),
                        it.assigned(),
                        it.containerType(),
                        it.elementType(),
                        it.type(),
                        it.typmod(),
                        out,
                        it.origin());
            case Expr.RowCompare it ->
                new Expr.RowCompare(
                        it.kind(),
                        it.operators(),
                        it.operatorFamilies(),
                        java.util.stream.IntStream.range(0, it.left().size())
                                .mapToObj(i -> combine(List.of(
                                                it.left().get(i), it.right().get(i)))
                                        .usable())
                                .toList(),
                        it.left(),
                        it.right(),
                        it.origin());
            default -> e;
        };
    }

    /// The children whose collations count for the node: not ORDER BY of an aggregate, not the columns that an
    /// ordered-set aggregate sorts, when there are several.
    private static List<Expr> inputs(Expr e) {
        if (!(e instanceof Expr.AggregateCall call)) {
            return e.children();
        }
        List<Expr> counted = new ArrayList<>(call.directArguments());
        if (call.kind() == Expr.AggregateKind.NORMAL || call.arguments().size() == 1) {
            call.arguments().stream()
                    .filter(argument -> !argument.junk())
                    .forEach(argument -> counted.add(argument.expression()));
        }
        return counted;
    }

    private Derived derive(Expr e) {
        return switch (e) {
            case Expr.Collate collate ->
                new Derived(
                        collate.collation(),
                        Strength.EXPLICIT,
                        0,
                        collate.origin().location());
            case Expr.Var it -> leaf(it, it.collation());
            case Expr.Const it -> leaf(it, it.collation());
            case Expr.Param it -> leaf(it, it.collation());
            case Expr.SubLink it -> leaf(it, it.collation());
            case Expr.FieldSelect it -> leaf(it, it.collation());
            case Expr.SqlValueFunction it -> leaf(it, it.collation());
            case Expr.CaseTestValue it -> leaf(it, it.collation());
            default -> {
                if (state.types().collationOf(e.type()) == 0) {
                    yield Derived.NOTHING;
                }
                Derived input = combine(inputs(e));
                yield input.strength() == Strength.NONE ? leaf(e, e.collation()) : input;
            }
        };
    }

    private static Derived leaf(Expr e, int collation) {
        return collation == 0 ? Derived.NOTHING : new Derived(collation, Strength.IMPLICIT, 0, e.location());
    }

    private Derived combine(List<Expr> children) {
        Derived result = Derived.NOTHING;
        for (Expr child : children) {
            Derived next = derive(child);
            if (next.strength().compareTo(result.strength()) > 0) {
                result = next;
            } else if (next.strength() == result.strength() && next.collation() != result.collation()) {
                if (next.strength() == Strength.EXPLICIT) {
                    throw new PgException(
                                    SqlState.COLLATION_MISMATCH,
                                    "collation mismatch between explicit collations \"%s\" and \"%s\""
                                            .formatted(
                                                    Collations.name(state, result.collation()),
                                                    Collations.name(state, next.collation())))
                            .at(next.location() + 1);
                }
                if (next.strength() == Strength.IMPLICIT) {
                    // The default collation gives way to any other.
                    if (result.collation() == Collations.DEFAULT) {
                        result = next;
                    } else if (next.collation() != Collations.DEFAULT) {
                        result = new Derived(result.collation(), Strength.CONFLICT, next.collation(), next.location());
                    }
                }
            }
        }
        return result;
    }
}

package io.pglitedb.planner.query;

import java.util.List;

/// Makes a changed copy of a query or an expression, subqueries included; what does not change is shared.
public abstract class QueryMapper {
    /// An expression whose children are mapped already, those inside its subquery too.
    ///
    /// @param depth how many levels further in than the start it stands
    protected Expr changed(Expr expression, int depth) {
        return expression;
    }

    /// Whether to leave an expression as it is, with all that is below.
    protected boolean skips(Expr expression, int depth) {
        return false;
    }

    /// A query whose parts are mapped already.
    ///
    /// @param original as it was
    /// @param depth of its own expressions
    protected Query changed(Query original, Query query, int depth) {
        return query;
    }

    /// @param depth of the query that refers
    protected RangeTableEntry.CteReference changed(RangeTableEntry.CteReference reference, int depth) {
        return reference;
    }

    /// @param expression null stays null
    public final Expr map(Expr expression, int depth) {
        if (expression == null || skips(expression, depth)) {
            return expression;
        }
        Expr inner = expression.mapChildren(child -> map(child, depth));
        if (inner instanceof Expr.SubLink link) {
            inner = new Expr.SubLink(
                    link.kind(),
                    link.number(),
                    link.test(),
                    link.operatorName(),
                    map(link.query(), depth + 1),
                    link.type(),
                    link.typmod(),
                    link.collation(),
                    link.origin());
        }
        return changed(inner, depth);
    }

    /// @param depth of the query's own expressions
    public final Query map(Query query, int depth) {
        return changed(query, mapParts(query, depth), depth);
    }

    private Query mapParts(Query query, int depth) {
        return query.toBuilder()
                .commonTables(query.commonTables().stream()
                        .map(table -> map(table, depth))
                        .toList())
                .rangeTable(query.rangeTable().stream()
                        .map(entry -> map(entry, depth))
                        .toList())
                .joinTree((JoinTree.From) map(query.joinTree(), depth))
                .targets(mapEntries(query.targets(), depth))
                .returning(mapEntries(query.returning(), depth))
                .onConflict(map(query.onConflict(), depth))
                .mergeActions(query.mergeActions().stream()
                        .map(action -> new MergeAction(
                                action.matched(),
                                action.kind(),
                                action.overriding(),
                                map(action.condition(), depth),
                                mapEntries(action.targets(), depth)))
                        .toList())
                .having(map(query.having(), depth))
                .windows(query.windows().stream()
                        .map(window -> map(window, depth))
                        .toList())
                .limitOffset(map(query.limitOffset(), depth))
                .limitCount(map(query.limitCount(), depth))
                .checks(query.checks().stream()
                        .map(check -> check.withCondition(map(check.condition(), depth)))
                        .toList())
                .build();
    }

    private List<TargetEntry> mapEntries(List<TargetEntry> entries, int depth) {
        return entries.stream()
                .map(entry -> entry.withExpression(map(entry.expression(), depth)))
                .toList();
    }

    private List<Expr> mapAll(List<Expr> expressions, int depth) {
        return expressions.stream().map(expression -> map(expression, depth)).toList();
    }

    private CommonTable map(CommonTable table, int depth) {
        return new CommonTable(
                table.name(),
                table.columnAliases(),
                table.materialize(),
                map(table.query(), depth + 1),
                table.recursive(),
                table.referenceCount(),
                table.columns(),
                table.search(),
                table.cycle(),
                table.origin());
    }

    private RangeTableEntry map(RangeTableEntry entry, int depth) {
        return switch (entry) {
            case RangeTableEntry.Relation it ->
                it.sample() == null && it.security().isEmpty()
                        ? it
                        : new RangeTableEntry.Relation(
                                it.name(),
                                it.aliasWritten(),
                                it.columns(),
                                it.table(),
                                it.inherit(),
                                it.sample() == null ? null : map(it.sample(), depth),
                                mapAll(it.security(), depth),
                                it.role(),
                                it.asked());
            case RangeTableEntry.Subquery it ->
                new RangeTableEntry.Subquery(
                        it.name(),
                        it.aliasWritten(),
                        it.columns(),
                        map(it.query(), depth + 1),
                        it.lateral(),
                        it.barrier());
            case RangeTableEntry.Join it ->
                new RangeTableEntry.Join(
                        it.name(),
                        it.aliasWritten(),
                        it.columns(),
                        it.kind(),
                        it.mergedCount(),
                        mapAll(it.aliasVariables(), depth),
                        it.usingAlias());
            case RangeTableEntry.Functions it ->
                new RangeTableEntry.Functions(
                        it.name(),
                        it.aliasWritten(),
                        it.columns(),
                        it.functions().stream()
                                .map(function -> new RangeTableEntry.RangeFunction(
                                        map(function.call(), depth), function.columnCount(), function.columns()))
                                .toList(),
                        it.ordinality(),
                        it.lateral());
            case RangeTableEntry.Values it ->
                new RangeTableEntry.Values(
                        it.name(),
                        it.aliasWritten(),
                        it.columns(),
                        it.rows().stream().map(row -> mapAll(row, depth)).toList(),
                        it.lateral());
            case RangeTableEntry.CteReference it -> changed(it, depth);
            case RangeTableEntry.Result it -> it;
        };
    }

    private RangeTableEntry.TableSample map(RangeTableEntry.TableSample sample, int depth) {
        return new RangeTableEntry.TableSample(
                sample.method(), mapAll(sample.arguments(), depth), map(sample.repeatable(), depth));
    }

    private JoinTree map(JoinTree tree, int depth) {
        return switch (tree) {
            case JoinTree.Reference it -> it;
            case JoinTree.Join it ->
                new JoinTree.Join(
                        it.kind(),
                        it.natural(),
                        map(it.left(), depth),
                        map(it.right(), depth),
                        it.using(),
                        map(it.condition(), depth),
                        it.rangeTableIndex());
            case JoinTree.From it ->
                new JoinTree.From(
                        it.items().stream().map(item -> map(item, depth)).toList(), map(it.where(), depth));
        };
    }

    private OnConflict map(OnConflict it, int depth) {
        return it == null
                ? null
                : new OnConflict(
                        it.update(),
                        it.arbiterElements().stream()
                                .map(element -> new OnConflict.InferenceElement(
                                        map(element.expression(), depth), element.collation(), element.operatorClass()))
                                .toList(),
                        map(it.arbiterWhere(), depth),
                        it.constraint(),
                        mapEntries(it.set(), depth),
                        map(it.where(), depth),
                        it.excludedIndex(),
                        it.excludedColumns());
    }

    private WindowClause map(WindowClause window, int depth) {
        WindowClause.Frame frame = window.frame();
        return new WindowClause(
                window.name(),
                window.inheritedFrom(),
                window.partition(),
                window.order(),
                new WindowClause.Frame(
                        frame.written(),
                        frame.mode(),
                        frame.between(),
                        frame.start(),
                        map(frame.startOffset(), depth),
                        frame.end(),
                        map(frame.endOffset(), depth),
                        frame.exclusion(),
                        frame.inRange()),
                window.number(),
                window.orderInherited());
    }
}

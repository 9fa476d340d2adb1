package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.planner.query.PartitionBound.Datum;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a partition's bound demands of its rows, as conditions over [Expr.Var]s of range table entry 1. Source:
/// PostgreSQL's get_qual_from_partbound.
public final class PartitionConstraints {
    private static final Origin CAST = new Origin(-1, Origin.Form.EXPLICIT_CAST);
    private static final int LESS = 1;
    private static final int LESS_EQUAL = 2;
    private static final int EQUAL = 3;
    private static final int GREATER_EQUAL = 4;
    private static final int GREATER = 5;

    private final CatalogView catalog;
    private final SessionContext session;

    public PartitionConstraints(CatalogView catalog, SessionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    /// What a row of the partition has to satisfy, for its own bound and those of the tables that it is part of;
    /// no condition for the only partition, a default one.
    public List<Expr> of(TableDef partition) {
        List<Expr> all = new ArrayList<>();
        if (partition.traits().partition() && partition.partitionBound().isPresent()) {
            TableDef parent = catalog.table(catalog.parents(partition.oid()).getFirst());
            for (Expr condition : of(parent)) {
                all.add(TableExpressions.translated(condition, parent, partition));
            }
            PartitionBound bound =
                    NodeTree.readPartitionBound(partition.partitionBound().orElseThrow(), session);
            for (Expr condition : of(parent, Partitions.of(parent, catalog, session), bound)) {
                all.add(TableExpressions.translated(condition, parent, partition));
            }
        }
        return all;
    }

    /// What a bound demands, over the columns of the partitioned table.
    ///
    /// @param siblings the partitions, which a default partition leaves the rest of
    public List<Expr> of(TableDef parent, Partitions siblings, PartitionBound bound) {
        PartitionKey key = siblings.key();
        return switch (bound) {
            case PartitionBound.Hash hash -> List.of(hashed(parent, key, hash));
            case PartitionBound.Values values -> listed(key, values.values());
            case PartitionBound.Range range -> {
                List<Expr> conditions = new ArrayList<>(notNull(key));
                conditions.addAll(within(key, range));
                yield conditions;
            }
            case PartitionBound.Default _ -> rest(key, siblings);
        };
    }

    private Expr hashed(TableDef parent, PartitionKey key, PartitionBound.Hash bound) {
        FunctionDef function = catalog.functions("satisfies_hash_partition").getFirst();
        List<Expr> arguments = new ArrayList<>(List.of(
                new Expr.Const(parent.oid(), Oids.OID, -1, 0, Origin.NONE),
                integer(bound.modulus()),
                integer(bound.remainder())));
        key.columns().forEach(column -> arguments.add(column.expression()));
        return new Expr.FunctionCall(function.oid(), arguments, false, false, Oids.BOOL, 0, 0, Origin.NONE);
    }

    private static Expr integer(int value) {
        return new Expr.Const(value, Oids.INT4, -1, 0, Origin.NONE);
    }

    private List<Expr> listed(PartitionKey key, List<Expr> constants) {
        Expr column = key.columns().getFirst().expression();
        List<Expr> values =
                constants.stream().filter(value -> Bounds.value(value) != null).toList();
        boolean takesNull = values.size() < constants.size();
        Expr nullTest = new Expr.NullTest(column, takesNull, false, Origin.NONE);
        if (values.isEmpty()) {
            return List.of(nullTest);
        }
        Expr among = values.size() == 1 ? compared(key, 0, EQUAL, values.getFirst()) : amongAll(key, values);
        return takesNull ? List.of(or(List.of(nullTest, among))) : List.of(nullTest, among);
    }

    private Expr amongAll(PartitionKey key, List<Expr> values) {
        TypeDef type = catalog.type(key.columns().getFirst().expression().type());
        if (type.isTrueArray()) {
            return or(
                    values.stream().map(value -> compared(key, 0, EQUAL, value)).toList());
        }
        Expr.OperatorCall one = (Expr.OperatorCall) compared(key, 0, EQUAL, values.getFirst());
        return new Expr.ScalarArrayOperation(
                one.operator(),
                one.function(),
                true,
                one.arguments().getFirst(),
                new Expr.ArrayConstructor(
                        values, type.oid(), false, type.arrayType(), one.inputCollation(), Origin.NONE),
                one.inputCollation(),
                Origin.NONE);
    }

    private static List<Expr> notNull(PartitionKey key) {
        return key.columns().stream()
                .<Expr>map(column -> new Expr.NullTest(column.expression(), false, false, Origin.NONE))
                .toList();
    }

    /// Without the tests for NULL.
    private List<Expr> within(PartitionKey key, PartitionBound.Range range) {
        List<Expr> conditions = new ArrayList<>();
        int first = 0;
        while (first < range.lower().size() && fixed(key, first, range)) {
            if (first == range.lower().size() - 1) {
                break;
            }
            conditions.add(compared(key, first, EQUAL, range.lower().get(first).value()));
            first++;
        }
        addEnd(key, range.lower(), first, true, conditions);
        addEnd(key, range.upper(), first, false, conditions);
        return conditions;
    }

    /// Whether all rows have one value in the column.
    private boolean fixed(PartitionKey key, int column, PartitionBound.Range range) {
        Datum low = range.lower().get(column);
        Datum high = range.upper().get(column);
        return low.isValue()
                && high.isValue()
                && key.compare(column, Bounds.value(low.value()), Bounds.value(high.value())) == 0;
    }

    /// `a > x OR (a = x AND b >= y)`; each arm looks at one column more.
    private void addEnd(PartitionKey key, List<Datum> end, int first, boolean lower, List<Expr> into) {
        List<Expr> arms = new ArrayList<>();
        for (int last = first; last < end.size() && end.get(last).isValue(); last++) {
            List<Expr> arm = new ArrayList<>();
            for (int column = first; column < last; column++) {
                arm.add(compared(key, column, EQUAL, end.get(column).value()));
            }
            PartitionBound.Kind next = last + 1 < end.size() ? end.get(last + 1).kind() : null;
            boolean inclusive =
                    lower ? next == null || next == PartitionBound.Kind.MINVALUE : next == PartitionBound.Kind.MAXVALUE;
            int strategy = lower ? inclusive ? GREATER_EQUAL : GREATER : inclusive ? LESS_EQUAL : LESS;
            arm.add(compared(key, last, strategy, end.get(last).value()));
            arms.add(and(arm));
        }
        if (!arms.isEmpty()) {
            into.add(or(arms));
        }
    }

    private List<Expr> rest(PartitionKey key, Partitions siblings) {
        List<Expr> others = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (Partition partition : siblings.all()) {
            switch (partition.bound()) {
                case PartitionBound.Range range -> {
                    List<Expr> within = within(key, range);
                    others.add(and(within.isEmpty() ? notNull(key) : within));
                }
                case PartitionBound.Values listed -> values.addAll(listed.values());
                case PartitionBound.Hash _, PartitionBound.Default _ -> {}
            }
        }
        if (!values.isEmpty()) {
            values.sort(Comparator.comparing(
                    Bounds::value, Comparator.nullsFirst((left, right) -> key.compare(0, left, right))));
            return List.of(not(and(listed(key, values))));
        }
        return others.isEmpty() ? List.of() : List.of(not(and(List.of(and(notNull(key)), or(others)))));
    }

    private static Expr not(Expr condition) {
        return new Expr.BooleanExpr(Expr.BooleanKind.NOT, List.of(condition), Origin.NONE);
    }

    private static Expr and(List<Expr> conditions) {
        return combined(Expr.BooleanKind.AND, conditions);
    }

    private static Expr or(List<Expr> conditions) {
        return combined(Expr.BooleanKind.OR, conditions);
    }

    private static Expr combined(Expr.BooleanKind kind, List<Expr> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new Expr.BooleanExpr(kind, conditions, Origin.NONE);
    }

    private Expr compared(PartitionKey key, int column, int strategy, Expr value) {
        PartitionKey.Column compared = key.columns().get(column);
        int type = compared.operatorClass().inputType();
        int collation = key.definition().collations().get(column);
        int found = catalog.operatorFamily(compared.operatorClass().family()).operator(type, type, strategy);
        OperatorDef operator = catalog.operator(found);
        Expr left = compared.expression();
        boolean relabelled = left.type() != type && catalog.type(type).kind() != 'p' || left.collation() != collation;
        return new Expr.OperatorCall(
                found,
                operator.function(),
                List.of(relabelled ? new Expr.RelabelType(left, type, -1, collation, CAST) : left, value),
                false,
                Oids.BOOL,
                0,
                collation,
                Origin.NONE);
    }
}

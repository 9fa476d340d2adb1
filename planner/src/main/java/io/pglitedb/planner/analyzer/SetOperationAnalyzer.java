package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.UNKNOWN;

import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// UNION, INTERSECT and EXCEPT: each leaf becomes a subquery entry. Source: PostgreSQL's
/// transformSetOperationStmt.
final class SetOperationAnalyzer {
    private final ParseState state;

    /// @param expressions what each column is in the tree below, for choosing types
    private record Node(SetOperationTree tree, List<Expr> expressions, List<String> names, int firstLeaf) {}

    private SetOperationAnalyzer(ParseState state) {
        this.state = state;
    }

    static Query analyze(ParseState state, SelectStmt raw) {
        if (!raw.locking().isEmpty()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    Locking.name(raw.locking().getFirst().strength()) + " is not allowed with UNION/INTERSECT/EXCEPT");
        }
        Node root = new SetOperationAnalyzer(state).operation((SelectStmt.SetOperation) raw.body(), true);
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < root.expressions().size(); i++) {
            Expr column = root.expressions().get(i);
            Expr variable = new Expr.Var(
                    root.firstLeaf(),
                    i + 1,
                    0,
                    column.type(),
                    column.typmod(),
                    column.collation(),
                    Origin.at(column.location()));
            targets.add(new TargetEntry(
                    variable, state.nextTargetNumber++, root.names().get(i), false));
        }
        int columns = targets.size();
        List<SortGroupClause> sort =
                state.in(ExprKind.ORDER_BY, () -> SortGroupAnalyzer.order(state, raw.orderBy(), targets, false));
        if (targets.size() > columns) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "invalid UNION/INTERSECT/EXCEPT ORDER BY clause")
                    .detail("Only result column names can be used, not expressions or functions.")
                    .hint("Add the expression/function to every SELECT, or move the UNION into a FROM clause.")
                    .at(targets.get(columns).expression().location() + 1);
        }
        QueryBuilder query = new QueryBuilder();
        SelectAnalyzer.limits(state, raw, query);
        query.sort(sort).setOperations(root.tree()).targets(targets);
        return Finish.query(state, query, new JoinTree.From(List.of(), null), false);
    }

    private Node node(SelectStmt raw) {
        boolean bare = raw.with() == null
                && raw.orderBy().isEmpty()
                && raw.limitCount() == null
                && raw.limitOffset() == null
                && raw.locking().isEmpty();
        return bare && raw.body() instanceof SelectStmt.SetOperation operation
                ? operation(operation, false)
                : leaf(raw);
    }

    private Node leaf(SelectStmt raw) {
        if (raw.body() instanceof SelectStmt.Plain plain && plain.into() != null) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR, "INTO is only allowed on first SELECT of UNION/INTERSECT/EXCEPT")
                    .at(plain.into().relation().location() + 1);
        }
        Query query = QueryAnalyzer.subquery(state, raw, false);
        int index = state.rangeTable.size() + 1;
        List<Expr> expressions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (TargetEntry target : query.resultColumns()) {
            expressions.add(target.expression());
            names.add(target.name());
        }
        state.add(entry(index, query));
        return new Node(new SetOperationTree.Leaf(index), expressions, names, index);
    }

    private static RangeTableEntry entry(int index, Query query) {
        List<ColumnInfo> columns = new ArrayList<>();
        query.resultColumns().forEach(target -> columns.add(Coercion.column(target.name(), target.expression())));
        return new RangeTableEntry.Subquery("*SELECT* " + index, false, columns, query, false);
    }

    private Node operation(SelectStmt.SetOperation raw, boolean top) {
        Node left = node(raw.left());
        WithEntry recursive =
                top && state.commonTable != null && state.commonTable.recursive ? state.commonTable : null;
        if (recursive != null) {
            recursive.columns = CommonTableAnalyzer.columns(recursive, targets(left));
        }
        Node right = node(raw.right());
        String name = raw.operation().name();
        if (left.expressions().size() != right.expressions().size()) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR, "each %s query must have the same number of columns".formatted(name))
                    .at(
                            right.expressions().isEmpty()
                                    ? 0
                                    : right.expressions().getFirst().location() + 1);
        }
        List<ColumnInfo> columns = new ArrayList<>();
        List<Expr> merged = new ArrayList<>();
        List<SortGroupClause> grouping = new ArrayList<>();
        for (int i = 0; i < left.expressions().size(); i++) {
            List<Expr> pair =
                    List.of(left.expressions().get(i), right.expressions().get(i));
            int type = CommonType.select(state.types(), pair, name);
            List<Expr> converted = pair.stream()
                    .map(side -> Coercion.toCommon(state, side, type, name))
                    .toList();
            settle(left, i, type, name);
            settle(right, i, type, name);
            int typmod = Expr.commonTypmod(converted, type);
            boolean unionAll = raw.operation() == SelectStmt.Operation.UNION && raw.all();
            int collation = CollationAssigner.common(state, converted, unionAll);
            int location = pair.getFirst().location();
            columns.add(new ColumnInfo(left.names().get(i), type, typmod, collation));
            merged.add(new Expr.Var(left.firstLeaf(), i + 1, 0, type, typmod, collation, Origin.at(location)));
            if (!unionAll) {
                SortOperators.Operators operators = SortOperators.find(state, type, false, location);
                grouping.add(new SortGroupClause(0, operators.equal(), operators.less(), false, operators.hashable()));
            }
        }
        SetOperationTree tree = new SetOperationTree.Operation(
                SetOperationTree.Kind.valueOf(name), raw.all(), left.tree(), right.tree(), columns, grouping);
        return new Node(tree, merged, left.names(), left.firstLeaf());
    }

    private static List<TargetEntry> targets(Node node) {
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < node.expressions().size(); i++) {
            targets.add(new TargetEntry(
                    node.expressions().get(i), i + 1, node.names().get(i), false));
        }
        return targets;
    }

    /// An unknown literal in a leaf takes the common type at once; other columns are converted by the planner.
    private void settle(Node node, int column, int type, String name) {
        if (!(node.tree() instanceof SetOperationTree.Leaf(int index))
                || node.expressions().get(column).type() != UNKNOWN) {
            return;
        }
        Query query = ((RangeTableEntry.Subquery) state.entry(index)).query();
        List<TargetEntry> targets = new ArrayList<>(query.targets());
        TargetEntry wanted = query.resultColumns().get(column);
        targets.replaceAll(target -> target == wanted
                ? target.withExpression(Coercion.toCommon(state, target.expression(), type, name))
                : target);
        state.rangeTable.set(
                index - 1, entry(index, query.toBuilder().targets(targets).build()));
    }
}

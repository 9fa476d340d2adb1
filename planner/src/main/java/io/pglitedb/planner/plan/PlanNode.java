package io.pglitedb.planner.plan;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.planner.partition.PartitionTree;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.function.RowShape;
import java.util.ArrayList;
import java.util.List;

/// A step of a plan.
public sealed interface PlanNode
        permits PlanNode.Leaf, PlanNode.Unary, PlanNode.Binary, PlanNode.Append, PlanNode.FamilyScan {
    List<PlanColumn> columns();

    Estimate estimate();

    List<PlanNode> inputs();

    sealed interface Leaf extends PlanNode {
        @Override
        default List<PlanNode> inputs() {
            return List.of();
        }
    }

    sealed interface Unary extends PlanNode {
        PlanNode input();

        @Override
        default List<PlanNode> inputs() {
            return List.of(input());
        }
    }

    sealed interface Binary extends PlanNode {
        PlanNode left();

        PlanNode right();

        @Override
        default List<PlanNode> inputs() {
            return List.of(left(), right());
        }
    }

    /// One row without columns.
    record SingleRow(Estimate estimate) implements Leaf {
        @Override
        public List<PlanColumn> columns() {
            return List.of();
        }
    }

    /// All rows of a table in order of their rowids.
    ///
    /// @param filter over the scan's own columns; null for none
    record SeqScan(ScanTable table, List<PlanColumn> columns, Expr filter, Estimate estimate) implements Leaf {
        public SeqScan {
            columns = List.copyOf(columns);
        }
    }

    /// Some rows of a table, in order of their rowids: TABLESAMPLE.
    ///
    /// @param filter of the rows in the sample, over the scan's own columns; null for none
    record SampleScan(ScanTable table, Sampling sampling, List<PlanColumn> columns, Expr filter, Estimate estimate)
            implements Leaf {
        public SampleScan {
            columns = List.copyOf(columns);
        }
    }

    /// @param method OID of its handler function
    /// @param percentage float4 without slots
    /// @param seed float8 without slots of REPEATABLE; null for another sample in every run
    record Sampling(int method, Expr percentage, Expr seed) {}

    /// Rows of a table by a range of an index, in the index's order.
    ///
    /// @param indexCondition what the range stands for, over the scan's own columns: evaluated again for a row
    ///     that was
    ///     changed meanwhile; null for the whole index
    record IndexScan(
            ScanTable table,
            IndexDef index,
            KeyRange range,
            boolean backward,
            Expr indexCondition,
            List<PlanColumn> columns,
            Expr filter,
            Estimate estimate)
            implements Leaf {
        public IndexScan {
            columns = List.copyOf(columns);
        }
    }

    /// The rows with a ctid that is among those given.
    ///
    /// @param tids expressions of type tid, without slots
    record TidScan(ScanTable table, List<Expr> tids, List<PlanColumn> columns, Expr filter, Estimate estimate)
            implements Leaf {
        public TidScan {
            tids = List.copyOf(tids);
            columns = List.copyOf(columns);
        }
    }

    /// @param rows expressions without slots
    record ValuesScan(List<List<Expr>> rows, List<PlanColumn> columns, Estimate estimate) implements Leaf {
        public ValuesScan {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /// Functions run side by side; a shorter one is filled up with NULLs; then the ordinality column.
    record FunctionScan(
            String alias,
            List<ScanFunction> functions,
            boolean ordinality,
            List<PlanColumn> columns,
            Expr filter,
            Estimate estimate)
            implements Leaf {
        public FunctionScan {
            functions = List.copyOf(functions);
            columns = List.copyOf(columns);
        }
    }

    /// @param call without slots; may return a set, or one value
    /// @param columnTypes what its columns are; more than one, or one of a record: the fields of the composite
    ///     result
    /// @param expand whether the result is a composite value whose fields become the columns
    /// @param rowShape what a column definition list said, null without one
    record ScanFunction(Expr call, List<PlanColumn> columnTypes, boolean expand, RowShape rowShape) {}

    /// Rows of a shared sub plan (a WITH query).
    record CteScan(int subPlan, String name, String alias, List<PlanColumn> columns, Estimate estimate)
            implements Leaf {
        public CteScan {
            columns = List.copyOf(columns);
        }
    }

    /// The rows of the last round of the recursive union with that number.
    record WorkTableScan(int workTable, String name, String alias, List<PlanColumn> columns, Estimate estimate)
            implements Leaf {
        public WorkTableScan {
            columns = List.copyOf(columns);
        }
    }

    /// Rows of a part of the plan that the vectorized engine runs: its input, and below that whatever that engine
    /// knows.
    record Vectorized(PlanNode input) implements Unary {
        @Override
        public List<PlanColumn> columns() {
            return input.columns();
        }

        @Override
        public Estimate estimate() {
            return input.estimate();
        }
    }

    record Filter(PlanNode input, Expr predicate, Estimate estimate) implements Unary {
        @Override
        public List<PlanColumn> columns() {
            return input.columns();
        }
    }

    record Project(PlanNode input, List<Expr> expressions, List<PlanColumn> columns, Estimate estimate)
            implements Unary {
        public Project {
            expressions = List.copyOf(expressions);
            columns = List.copyOf(columns);
        }
    }

    /// A projection some of whose expressions return sets: as many rows for an input row as the longest set,
    /// shorter ones
    /// filled up with NULLs. Sets stand at the top of an expression only.
    record ProjectSet(PlanNode input, List<Expr> expressions, List<PlanColumn> columns, Estimate estimate)
            implements Unary {
        public ProjectSet {
            expressions = List.copyOf(expressions);
            columns = List.copyOf(columns);
        }
    }

    /// @param parameters set from each left row before the right side is run again for it; LEFT, INNER, SEMI,
    ///     ANTI only
    ///     when there are any
    /// @param condition over left row and right row; null for none
    record NestedLoop(
            JoinType type,
            PlanNode left,
            PlanNode right,
            List<ParameterBinding> parameters,
            Expr condition,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Binary {
        public NestedLoop {
            parameters = List.copyOf(parameters);
            columns = List.copyOf(columns);
        }
    }

    /// @param parameter number of an EXECUTION parameter
    /// @param value over the left row
    record ParameterBinding(int parameter, Expr value) {}

    /// The right side is the one that is put into the hash table.
    ///
    /// @param residual over left row and right row, beside the keys; null for none
    /// @param nullAware an ANTI join for NOT IN: a NULL on either side makes the comparison unknown
    record HashJoin(
            JoinType type,
            PlanNode left,
            PlanNode right,
            List<HashKey> keys,
            Expr residual,
            boolean nullAware,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Binary {
        public HashJoin {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
        }
    }

    /// `left = right`
    ///
    /// @param left over the left row
    /// @param right over the right row (slots from 0)
    /// @param operator OID of a hashable `=`
    record HashKey(Expr left, Expr right, int operator, int collation) {}

    /// @param rowsMax rows that are wanted at most, -1 when unknown: a top-N sort
    record Sort(PlanNode input, List<SortKey> keys, long rowsMax, Estimate estimate) implements Unary {
        public Sort {
            keys = List.copyOf(keys);
        }

        @Override
        public List<PlanColumn> columns() {
            return input.columns();
        }
    }

    /// @param offset int8 without slots, null for none
    /// @param count int8 without slots, null (or a NULL value) for all
    /// @param ties of WITH TIES: rows equal to the last one in these columns follow it; else empty
    record Limit(PlanNode input, Expr offset, Expr count, List<GroupKey> ties, Estimate estimate) implements Unary {
        public Limit {
            ties = List.copyOf(ties);
        }

        @Override
        public List<PlanColumn> columns() {
            return input.columns();
        }
    }

    /// Groups rows and aggregates them. Rows: the keys, the aggregates, then, with grouping sets, an int4 whose
    /// bit k is set
    /// when key k is not part of the row's grouping set (the key's value is NULL then).
    ///
    /// @param sorted whether the input is ordered by the keys: groups end where a key changes
    /// @param groupingSets indexes into `keys`; empty for the one set of all keys
    /// @param calls over the input row; without keys there is one row even for no input
    record Aggregate(
            PlanNode input,
            boolean sorted,
            List<GroupKey> keys,
            List<List<Integer>> groupingSets,
            List<Expr.AggregateCall> calls,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Unary {
        public Aggregate {
            keys = List.copyOf(keys);
            groupingSets = List.copyOf(groupingSets);
            calls = List.copyOf(calls);
            columns = List.copyOf(columns);
        }
    }

    /// Window functions of one window over input that is sorted by partition, then order. Rows: the input, then
    /// the calls.
    ///
    /// @param frame its offsets are without slots
    record Window(
            PlanNode input,
            String name,
            List<GroupKey> partition,
            List<SortKey> order,
            List<GroupKey> peers,
            WindowClause.Frame frame,
            List<Expr.WindowCall> calls,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Unary {
        public Window {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
            peers = List.copyOf(peers);
            calls = List.copyOf(calls);
            columns = List.copyOf(columns);
        }
    }

    /// The first of each run of rows that are the same in the keys.
    record Unique(PlanNode input, List<GroupKey> keys, Estimate estimate) implements Unary {
        public Unique {
            keys = List.copyOf(keys);
        }

        @Override
        public List<PlanColumn> columns() {
            return input.columns();
        }
    }

    /// INTERSECT or EXCEPT; UNION is an append.
    ///
    /// @param keys all columns
    record SetOperation(
            SetOperationTree.Kind kind,
            boolean all,
            PlanNode left,
            PlanNode right,
            List<GroupKey> keys,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Binary {
        public SetOperation {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
        }
    }

    /// The rows of the first input, then of the next. Inputs have columns of the same types.
    record Append(List<PlanNode> inputs, List<PlanColumn> columns, Estimate estimate) implements PlanNode {
        public Append {
            inputs = List.copyOf(inputs);
            columns = List.copyOf(columns);
        }
    }

    /// The rows of a table and of the tables that inherit from it, or of a table's partitions: an append whose
    /// columns are called as the table's are.
    ///
    /// @param inputs scans of the tables, with columns of the same types; without one there are no rows
    record FamilyScan(List<PlanNode> inputs, List<PlanColumn> columns, Estimate estimate) implements PlanNode {
        public FamilyScan {
            inputs = List.copyOf(inputs);
            columns = List.copyOf(columns);
        }
    }

    /// WITH RECURSIVE: the left side once, then the right side, over the rows of the round before, until a round
    /// gives none.
    ///
    /// @param keys all columns for UNION, whose rows come once only; empty for UNION ALL
    record RecursiveUnion(
            PlanNode left,
            PlanNode right,
            int workTable,
            List<GroupKey> keys,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Binary {
        public RecursiveUnion {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
        }
    }

    /// FOR UPDATE and the like: locks the rows that others' changes may have touched, and leaves out what no
    /// longer
    /// satisfies the query.
    record LockRows(PlanNode input, List<RowLock> locks, Estimate estimate) implements Unary {
        public LockRows {
            locks = List.copyOf(locks);
        }

        @Override
        public List<PlanColumn> columns() {
            return input.columns();
        }
    }

    /// @param slot of the row's identity (see [ScanTable#ROW_IDENTITY]); NULL where an outer join found no row
    record RowLock(int slot, ScanTable table, RowMark.Strength strength, RowMark.Wait waiting) {}

    /// INSERT: the input's columns are those of the table, one a column, dropped ones included (NULL).
    ///
    /// @param partitions where the rows of a partitioned table go; null for another
    /// @param conflict null without ON CONFLICT
    /// @param returning over the [ModifyTarget]'s returning row; empty for none
    record Insert(
            PlanNode input,
            ModifyTarget target,
            PartitionTree partitions,
            ConflictAction conflict,
            List<Expr> returning,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Unary {
        public Insert {
            returning = List.copyOf(returning);
            columns = List.copyOf(columns);
        }
    }

    /// UPDATE.
    ///
    /// @param members the tables that hold the target's rows; empty when it holds all of them itself
    /// @param partitions where changed rows of a partitioned table go; null for another
    /// @param identity slot of the row's identity
    /// @param assignments columns of the target that get new values
    record Update(
            PlanNode input,
            ModifyTarget target,
            List<ModifyMember> members,
            PartitionTree partitions,
            int identity,
            List<Assignment> assignments,
            List<Expr> returning,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Unary {
        public Update {
            members = List.copyOf(members);
            assignments = List.copyOf(assignments);
            returning = List.copyOf(returning);
            columns = List.copyOf(columns);
        }
    }

    /// @param column its number
    /// @param value over the input row
    record Assignment(int column, Expr value) {}

    /// @param members the tables that hold the target's rows; empty when it holds all of them itself
    /// @param identity slot of the row's identity
    record Delete(
            PlanNode input,
            ModifyTarget target,
            List<ModifyMember> members,
            int identity,
            List<Expr> returning,
            List<PlanColumn> columns,
            Estimate estimate)
            implements Unary {
        public Delete {
            members = List.copyOf(members);
            returning = List.copyOf(returning);
            columns = List.copyOf(columns);
        }
    }

    /// MERGE: rows of the source, each with a row of the target that it matches, or with none.
    ///
    /// @param members the tables that hold the target's rows; empty when it holds all of them itself
    /// @param partitions where rows of a partitioned table go; null for another
    /// @param identity slot of the target row's identity; NULL where there is none
    record Merge(
            PlanNode input,
            ModifyTarget target,
            List<ModifyMember> members,
            PartitionTree partitions,
            int identity,
            List<MergeStep> steps,
            Estimate estimate)
            implements Unary {
        public Merge {
            members = List.copyOf(members);
            steps = List.copyOf(steps);
        }

        @Override
        public List<PlanColumn> columns() {
            return List.of();
        }
    }

    /// The columns of a join's rows.
    static List<PlanColumn> joined(JoinType type, PlanNode left, PlanNode right) {
        if (type.leftOnly()) {
            return left.columns();
        }
        List<PlanColumn> all = new ArrayList<>(left.columns());
        all.addAll(right.columns());
        return all;
    }
}

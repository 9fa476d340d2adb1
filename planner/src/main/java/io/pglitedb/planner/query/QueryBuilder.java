package io.pglitedb.planner.query;

import io.pglitedb.planner.query.Query.Command;
import io.pglitedb.planner.query.Query.Features;
import io.pglitedb.planner.query.Query.Overriding;
import java.util.List;

/// Puts a [Query] together, or a changed copy of one. Starts as an empty SELECT.
public final class QueryBuilder {
    private Command command = Command.SELECT;
    private int resultRelation;
    private Features features = new Features(false, false, false, false, false, false, false, false);
    private List<CommonTable> commonTables = List.of();
    private List<RangeTableEntry> rangeTable = List.of();
    private JoinTree.From joinTree = JoinTree.From.EMPTY;
    private List<MergeAction> mergeActions = List.of();
    private List<TargetEntry> targets = List.of();
    private Overriding overriding = Overriding.NONE;
    private OnConflict onConflict;
    private List<TargetEntry> returning = List.of();
    private List<SortGroupClause> group = List.of();
    private boolean groupDistinct;
    private List<GroupingSet> groupingSets = List.of();
    private Expr having;
    private List<WindowClause> windows = List.of();
    private List<SortGroupClause> distinct = List.of();
    private List<SortGroupClause> sort = List.of();
    private Expr limitOffset;
    private Expr limitCount;
    private boolean withTies;
    private List<RowMark> rowMarks = List.of();
    private SetOperationTree setOperations;
    private List<RowCheck> checks = List.of();

    public QueryBuilder() {}

    QueryBuilder(Query query) {
        this.command = query.command();
        this.resultRelation = query.resultRelation();
        this.features = query.features();
        this.commonTables = query.commonTables();
        this.rangeTable = query.rangeTable();
        this.joinTree = query.joinTree();
        this.mergeActions = query.mergeActions();
        this.targets = query.targets();
        this.overriding = query.overriding();
        this.onConflict = query.onConflict();
        this.returning = query.returning();
        this.group = query.group();
        this.groupDistinct = query.groupDistinct();
        this.groupingSets = query.groupingSets();
        this.having = query.having();
        this.windows = query.windows();
        this.distinct = query.distinct();
        this.sort = query.sort();
        this.limitOffset = query.limitOffset();
        this.limitCount = query.limitCount();
        this.withTies = query.withTies();
        this.rowMarks = query.rowMarks();
        this.setOperations = query.setOperations();
        this.checks = query.checks();
    }

    public QueryBuilder command(Command newCommand) {
        command = newCommand;
        return this;
    }

    public QueryBuilder resultRelation(int newResultRelation) {
        resultRelation = newResultRelation;
        return this;
    }

    public QueryBuilder features(Features newFeatures) {
        features = newFeatures;
        return this;
    }

    public QueryBuilder commonTables(List<CommonTable> newCommonTables) {
        commonTables = List.copyOf(newCommonTables);
        return this;
    }

    public QueryBuilder rangeTable(List<RangeTableEntry> newRangeTable) {
        rangeTable = List.copyOf(newRangeTable);
        return this;
    }

    public QueryBuilder joinTree(JoinTree.From newJoinTree) {
        joinTree = newJoinTree;
        return this;
    }

    public QueryBuilder mergeActions(List<MergeAction> newMergeActions) {
        mergeActions = List.copyOf(newMergeActions);
        return this;
    }

    public QueryBuilder targets(List<TargetEntry> newTargets) {
        targets = List.copyOf(newTargets);
        return this;
    }

    public QueryBuilder overriding(Overriding newOverriding) {
        overriding = newOverriding;
        return this;
    }

    public QueryBuilder onConflict(OnConflict newOnConflict) {
        onConflict = newOnConflict;
        return this;
    }

    public QueryBuilder returning(List<TargetEntry> newReturning) {
        returning = List.copyOf(newReturning);
        return this;
    }

    public QueryBuilder group(List<SortGroupClause> newGroup) {
        group = List.copyOf(newGroup);
        return this;
    }

    public QueryBuilder groupDistinct(boolean newGroupDistinct) {
        groupDistinct = newGroupDistinct;
        return this;
    }

    public QueryBuilder groupingSets(List<GroupingSet> newGroupingSets) {
        groupingSets = List.copyOf(newGroupingSets);
        return this;
    }

    public QueryBuilder having(Expr newHaving) {
        having = newHaving;
        return this;
    }

    public QueryBuilder windows(List<WindowClause> newWindows) {
        windows = List.copyOf(newWindows);
        return this;
    }

    public QueryBuilder distinct(List<SortGroupClause> newDistinct) {
        distinct = List.copyOf(newDistinct);
        return this;
    }

    public QueryBuilder sort(List<SortGroupClause> newSort) {
        sort = List.copyOf(newSort);
        return this;
    }

    public QueryBuilder limitOffset(Expr newLimitOffset) {
        limitOffset = newLimitOffset;
        return this;
    }

    public QueryBuilder limitCount(Expr newLimitCount) {
        limitCount = newLimitCount;
        return this;
    }

    public QueryBuilder withTies(boolean newWithTies) {
        withTies = newWithTies;
        return this;
    }

    public QueryBuilder rowMarks(List<RowMark> newRowMarks) {
        rowMarks = List.copyOf(newRowMarks);
        return this;
    }

    public QueryBuilder setOperations(SetOperationTree newSetOperations) {
        setOperations = newSetOperations;
        return this;
    }

    public QueryBuilder checks(List<RowCheck> newChecks) {
        checks = List.copyOf(newChecks);
        return this;
    }

    public Query build() {
        return new Query(
                command,
                resultRelation,
                features,
                commonTables,
                rangeTable,
                joinTree,
                mergeActions,
                targets,
                overriding,
                onConflict,
                returning,
                group,
                groupDistinct,
                groupingSets,
                having,
                windows,
                distinct,
                sort,
                limitOffset,
                limitCount,
                withTies,
                rowMarks,
                setOperations,
                checks);
    }
}

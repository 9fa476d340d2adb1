package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.catalog.define.NewIndex;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.IndexBuild;
import io.pglitedb.executor.definition.ObjectNames;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An index of one table over the same columns of another. Source: PostgreSQL's generateClonedIndexStmt.
public final class IndexCopy {
    private final Definition definition;
    private final IndexDef index;
    private final TableDef from;
    private final TableDef to;
    private final List<Integer> numbers;

    public IndexCopy(Definition definition, IndexDef index, TableDef from, TableDef to) {
        this.definition = definition;
        this.index = index;
        this.from = from;
        this.to = to;
        this.numbers = TableExpressions.columnsIn(to, from);
    }

    /// The index's own columns, which choose its name.
    private List<ColumnDef> own() {
        return definition.view().table(index.oid()).columns();
    }

    /// A free name of the kind that PostgreSQL chooses.
    ///
    /// @param constraint whether a constraint has it too
    public String name(boolean constraint) {
        String columns = String.join(
                "_",
                own().subList(0, index.keys().size()).stream()
                        .map(ColumnDef::name)
                        .toList());
        String label = index.primary() ? "pkey" : constraint ? "key" : "idx";
        return ObjectNames.relation(
                definition.view(), to.namespace(), to.name(), index.primary() ? "" : columns, label);
    }

    public NewIndex as(String name, boolean forConstraint) {
        List<NewIndex.Column> columns = new ArrayList<>();
        for (int i = 0; i < own().size(); i++) {
            ColumnDef own = own().get(i);
            boolean key = i < index.keys().size();
            IndexDef.Key old = key ? index.keys().get(i) : null;
            int number =
                    key ? old.column() : index.included().get(i - index.keys().size());
            columns.add(new NewIndex.Column(
                    number == 0 ? 0 : numbers.get(number - 1),
                    own.name(),
                    own.type(),
                    own.typmod(),
                    key ? old.collation() : 0,
                    key ? old.operatorClass() : 0,
                    key && old.descending(),
                    key && old.nullsFirst()));
        }
        return new NewIndex(
                name,
                to.oid(),
                index.method(),
                columns,
                index.keys().size(),
                index.unique(),
                index.primary(),
                index.nullsNotDistinct(),
                index.exclusion(),
                index.immediate(),
                true,
                expressions().map(list -> ExpressionReferences.of(list, to.oid(), definition.session())),
                predicate().map(condition -> ExpressionReferences.of(condition, to.oid(), definition.session())),
                definition.view().table(index.oid()).options(),
                forConstraint);
    }

    /// An index that was made, with the constraint that it enforces (0 for none).
    public record Made(int index, int constraint) {}

    /// Makes and fills the index, under a name of its own.
    ///
    /// @param constraint that the original enforces, null for none
    /// @param parent constraint that the new one is to be part of, 0 for none
    public Made make(ConstraintDef constraint, int parent) {
        String name = name(constraint != null);
        Indexes indexes = new Indexes(definition.writer());
        int made = indexes.create(as(name, constraint != null));
        new IndexBuild(definition).fill(to.oid(), made);
        if (constraint == null) {
            return new Made(made, 0);
        }
        IndexDef own = definition.view().index(made);
        NewConstraint copy = NewConstraint.key(
                constraint.kind(),
                name,
                to.namespace(),
                to.oid(),
                made,
                own.keys().stream().map(IndexDef.Key::column).toList(),
                own.included(),
                constraint.deferrable(),
                constraint.initiallyDeferred(),
                constraint.exclusionOperators());
        int key = new Constraints(definition.writer()).create(parent == 0 ? copy : copy.under(parent));
        indexes.own(key, made);
        return new Made(made, key);
    }

    private Optional<List<Expr>> expressions() {
        return index.expressions()
                .map(text -> NodeTree.readExpressions(text, definition.session()).stream()
                        .map(expression -> TableExpressions.translated(expression, from, to))
                        .toList());
    }

    private Optional<Expr> predicate() {
        return index.predicate()
                .map(text ->
                        TableExpressions.translated(NodeTree.readExpression(text, definition.session()), from, to));
    }

    /// Whether an index that is there can take the copy's place. Source: PostgreSQL's CompareIndexInfo.
    public boolean fits(IndexDef other) {
        NewIndex wanted = as("", false);
        boolean alike = other.method() == index.method()
                && other.unique() == index.unique()
                && other.nullsNotDistinct() == index.nullsNotDistinct()
                && other.keys().size() == index.keys().size()
                && other.included().size() == index.included().size()
                && other.exclusion() == index.exclusion();
        if (!alike) {
            return false;
        }
        for (int i = 0; i < wanted.columns().size(); i++) {
            NewIndex.Column column = wanted.columns().get(i);
            boolean key = i < other.keys().size();
            int number = key
                    ? other.keys().get(i).column()
                    : other.included().get(i - other.keys().size());
            if (number != column.table()
                    || key
                            && (other.keys().get(i).collation() != column.collation()
                                    || family(other.keys().get(i).operatorClass()) != family(column.operatorClass()))) {
                return false;
            }
        }
        return other.expressions().equals(wanted.expressions().map(Expression::tree))
                && other.predicate().equals(wanted.predicate().map(Expression::tree));
    }

    private int family(int operatorClass) {
        return definition.view().operatorClass(operatorClass).family();
    }
}

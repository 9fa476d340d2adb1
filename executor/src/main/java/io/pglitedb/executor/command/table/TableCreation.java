package io.pglitedb.executor.command.table;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.define.NewRelation;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.executor.definition.CommitActions;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.OwnedSequences;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.executor.definition.TableConstraints;
import io.pglitedb.executor.definition.family.InheritedChecks;
import io.pglitedb.executor.definition.family.MergedColumns;
import io.pglitedb.executor.definition.family.NewPartition;
import io.pglitedb.executor.definition.family.Parents;
import io.pglitedb.executor.definition.family.PartitionKeys;
import io.pglitedb.executor.definition.family.PartitionedIndexes;
import io.pglitedb.executor.definition.family.TypedTables;
import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes one table. Source of the order of steps: PostgreSQL's transformCreateStmt and DefineRelation.
final class TableCreation {
    private final Definition definition;
    private final CreateTable statement;
    private final int namespace;
    /// r, p or f, as pg_class.relkind.
    private final char kind;
    private final String name;
    private final char persistence;
    private final List<TableDef> parents;
    private final List<LikeClause> likes = new ArrayList<>();
    /// Null unless the table is made OF one.
    private final TypeDef type;

    TableCreation(Definition definition, CreateTable statement, int namespace, char kind) {
        this.kind = kind;
        this.definition = definition;
        this.statement = statement;
        this.namespace = namespace;
        this.name = statement.relation().relation();
        this.persistence = definition.persistence(statement.relation(), namespace);
        CommitActions.requireTemporary(statement.onCommit(), persistence);
        Parents named = new Parents(definition, persistence);
        this.parents = statement.origin() instanceof TableStatement.PartitionOf(var parent, var _)
                ? List.of(named.partitioned(parent))
                : named.inherited(statement.inherits());
        this.type = statement.origin() instanceof TableStatement.OfType(var written)
                ? new TypedTables(definition).require(written)
                : null;
    }

    private boolean isPartition() {
        return statement.origin() instanceof TableStatement.PartitionOf;
    }

    /// OID of the table.
    int run() {
        List<Constraint> constraints = new ArrayList<>();
        List<ColumnSpec> own = own(constraints);
        List<ColumnSpec> columns = type == null
                ? new MergedColumns(definition, isPartition()).merge(parents, own)
                : TypedColumns.merge(new TypedTables(definition).attributes(type), own);
        int table = create(columns);
        CommitActions.note(statement.onCommit(), table, definition);
        parents.stream()
                .filter(_ -> !isPartition())
                .forEach(parent -> new Relations(definition.writer()).inherit(table, parent.oid(), false));
        for (int i = 0; i < columns.size(); i++) {
            defaults(table, i + 1, columns.get(i));
        }
        new InheritedChecks(definition).add(definition.view().table(table), parents);
        if (statement.origin() instanceof TableStatement.PartitionOf(var _, var bound)) {
            NewPartition partition = new NewPartition(definition, parents.getFirst(), bound, name);
            partition.requireDefaultFree();
            partition.attach(table);
        }
        if (statement.partitioning() != null) {
            new PartitionKeys(definition).create(definition.view().table(table), statement.partitioning());
        }
        if (isPartition()) {
            new PartitionedIndexes(definition)
                    .ensureAll(parents.getFirst(), definition.view().table(table));
        }
        List<Constraint> all = new ArrayList<>();
        columns.forEach(column -> all.addAll(column.keys()));
        all.addAll(constraints);
        TableConstraints writer = new TableConstraints(definition);
        writer.addKeys(table, all, false);
        likes.forEach(like -> like.finish(table));
        writer.addForeignKeys(table, all, true);
        return table;
    }

    /// The columns that the statement writes; its constraints go to the list.
    private List<ColumnSpec> own(List<Constraint> constraints) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (TableStatement.TableElement element : statement.elements()) {
            switch (element) {
                case TableStatement.Column(var raw) -> columns.add(read(raw));
                case TableStatement.TableConstraint(Constraint constraint) -> constraints.add(constraint);
                case TableStatement.Like like -> {
                    LikeClause clause = new LikeClause(definition, like);
                    clause.requireReadable();
                    likes.add(clause);
                    columns.addAll(clause.columns());
                }
            }
        }
        if (type == null) {
            requireDistinct(columns);
        }
        return columns;
    }

    private static void requireDistinct(List<ColumnSpec> columns) {
        Set<String> seen = new HashSet<>();
        for (ColumnSpec column : columns) {
            if (!seen.add(column.name())) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN, "column \"%s\" specified more than once".formatted(column.name()));
            }
        }
    }

    private ColumnSpec read(ColumnDef raw) {
        if (isPartition()) {
            return ColumnElements.readTyped(definition, name, raw, parents.getFirst());
        }
        return type != null
                ? ColumnElements.readTyped(
                        definition, name, raw, definition.view().table(type.relation()))
                : ColumnElements.read(definition, name, raw);
    }

    private int create(List<ColumnSpec> columns) {
        List<NewColumn> newColumns = columns.stream().map(ColumnSpec::column).toList();
        return new Relations(definition.writer())
                .create(new NewRelation(
                        name,
                        namespace,
                        kind,
                        persistence,
                        definition.owner(),
                        kind == 'r' ? NewRelation.HEAP : 0,
                        type == null ? 0 : type.oid(),
                        newColumns,
                        RelationOptions.of(kind).texts(statement.options()),
                        true));
    }

    private void defaults(int table, int number, ColumnSpec column) {
        Columns writer = new Columns(definition.writer());
        TableDef now = definition.view().table(table);
        column.value().ifPresent(raw -> writer.setDefault(table, number, definition.columnDefault(now, number, raw)));
        column.generated().ifPresent(raw -> writer.setDefault(table, number, definition.generated(now, number, raw)));
        if (column.value().isEmpty() && column.generated().isEmpty()) {
            column.stored().ifPresent(stored -> writer.setDefault(table, number, translated(stored, now)));
        }
        if (column.serial()) {
            new OwnedSequences(definition).serial(table, number);
        }
        column.identity()
                .ifPresent(identity -> new OwnedSequences(definition).identity(table, number, identity.options()));
    }

    private Expression translated(ColumnSpec.StoredDefault stored, TableDef table) {
        return ExpressionReferences.of(
                TableExpressions.translated(
                        NodeTree.readExpression(stored.tree(), definition.session()), stored.table(), table),
                table.oid(),
                definition.session());
    }
}

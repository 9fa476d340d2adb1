package io.pglitedb.executor.command.table;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.define.NewRelation;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.OwnedSequences;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.executor.definition.TableConstraints;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.IntoClause;
import io.pglitedb.planner.ast.TableStatement;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// CREATE TABLE. Source of the order of steps: PostgreSQL's transformCreateStmt and DefineRelation.
public final class CreateTableCommand implements Command<CreateTable> {
    @Override
    public Class<CreateTable> statement() {
        return CreateTable.class;
    }

    @Override
    public String name(CreateTable statement) {
        return "CREATE TABLE";
    }

    @Override
    public Set<Trait> traits(CreateTable statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateTable statement, CommandCall call) {
        requireSupported(statement);
        Definition definition = Definition.of(call);
        int namespace = definition.namespaceFor(statement.relation());
        String name = statement.relation().relation();
        if (definition.view().table(namespace, name) != null) {
            if (statement.ifNotExists()) {
                definition.noticeSkipped(
                        SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists, skipping".formatted(name));
                return "CREATE TABLE";
            }
            throw new PgException(SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists".formatted(name));
        }
        create(statement, namespace, definition);
        return "CREATE TABLE";
    }

    private static void requireSupported(CreateTable statement) {
        if (!(statement.origin() instanceof TableStatement.Free)) {
            throw PgException.notSupported(
                    statement.origin() instanceof TableStatement.OfType
                            ? "CREATE TABLE … OF"
                            : "CREATE TABLE … PARTITION OF");
        }
        if (!statement.inherits().isEmpty()) {
            throw PgException.notSupported("CREATE TABLE … INHERITS");
        }
        if (statement.partitioning() != null) {
            throw PgException.notSupported("CREATE TABLE … PARTITION BY");
        }
        if (statement.onCommit() == IntoClause.OnCommit.DROP
                || statement.onCommit() == IntoClause.OnCommit.DELETE_ROWS) {
            throw PgException.notSupported(
                    "ON COMMIT " + statement.onCommit().name().replace('_', ' '));
        }
    }

    private static void create(CreateTable statement, int namespace, Definition definition) {
        String name = statement.relation().relation();
        List<ColumnSpec> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (TableStatement.TableElement element : statement.elements()) {
            switch (element) {
                case TableStatement.Column(var raw) -> columns.add(ColumnElements.read(definition, name, raw));
                case TableStatement.TableConstraint(Constraint constraint) -> constraints.add(constraint);
                case TableStatement.Like like -> columns.addAll(new LikeClause(definition, like).columns());
            }
        }
        List<NewColumn> newColumns = columns.stream().map(ColumnSpec::column).toList();
        int table = new Relations(definition.writer())
                .create(new NewRelation(
                        name,
                        namespace,
                        'r',
                        definition.persistence(statement.relation(), namespace),
                        definition.owner(),
                        NewRelation.HEAP,
                        0,
                        newColumns,
                        RelationOptions.texts(statement.options()),
                        true));
        for (int i = 0; i < columns.size(); i++) {
            defaults(definition, table, i + 1, columns.get(i));
        }
        List<Constraint> all = new ArrayList<>();
        columns.forEach(column -> all.addAll(column.keys()));
        all.addAll(constraints);
        new TableConstraints(definition).addAll(table, all, true);
    }

    private static void defaults(Definition definition, int table, int number, ColumnSpec column) {
        Columns writer = new Columns(definition.writer());
        TableDef now = definition.view().table(table);
        column.value().ifPresent(raw -> writer.setDefault(table, number, definition.columnDefault(now, number, raw)));
        column.generated().ifPresent(raw -> writer.setDefault(table, number, definition.generated(now, number, raw)));
        if (column.serial()) {
            new OwnedSequences(definition).serial(table, number);
        }
        column.identity()
                .ifPresent(identity -> new OwnedSequences(definition).identity(table, number, identity.options()));
    }
}

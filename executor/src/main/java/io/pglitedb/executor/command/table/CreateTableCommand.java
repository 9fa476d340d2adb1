package io.pglitedb.executor.command.table;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.family.PartitionKeys;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
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
        create(statement, statement.partitioning() == null ? 'r' : 'p', Definition.of(call));
        return "CREATE TABLE";
    }

    /// OID of the table; 0 when there is one of that name and that is allowed.
    ///
    /// @param kind pg_class.relkind
    public int create(CreateTable statement, char kind, Definition definition) {
        requireSupported(statement);
        int namespace = definition.namespaceFor(statement.relation());
        String name = statement.relation().relation();
        if (definition.view().table(namespace, name) != null) {
            if (statement.ifNotExists()) {
                definition.noticeSkipped(
                        SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists, skipping".formatted(name));
                return 0;
            }
            throw new PgException(SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists".formatted(name));
        }
        return new TableCreation(definition, statement, namespace, kind).run();
    }

    private static void requireSupported(CreateTable statement) {
        if (statement.partitioning() != null) {
            PartitionKeys.strategy(statement.partitioning());
            if (!statement.inherits().isEmpty()) {
                throw new PgException(
                        SqlState.INVALID_OBJECT_DEFINITION, "cannot create partitioned table as inheritance child");
            }
        }
    }
}

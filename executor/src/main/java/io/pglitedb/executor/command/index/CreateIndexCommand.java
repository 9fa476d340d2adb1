package io.pglitedb.executor.command.index;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.IndexDefinition;
import io.pglitedb.executor.definition.IndexRequest;
import io.pglitedb.executor.definition.ObjectNames;
import io.pglitedb.executor.definition.family.PartitionedIndexes;
import io.pglitedb.planner.ast.TableStatement.CreateIndex;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.EnumSet;
import java.util.Set;

/// CREATE INDEX. CONCURRENTLY blocks writers all the same, but has to stand outside of a transaction block.
public final class CreateIndexCommand implements Command<CreateIndex> {
    @Override
    public Class<CreateIndex> statement() {
        return CreateIndex.class;
    }

    @Override
    public String name(CreateIndex statement) {
        return statement.concurrently() ? "CREATE INDEX CONCURRENTLY" : "CREATE INDEX";
    }

    @Override
    public Set<Trait> traits(CreateIndex statement) {
        EnumSet<Trait> traits = EnumSet.of(Trait.WRITES);
        if (statement.concurrently()) {
            traits.add(Trait.OUTSIDE_BLOCK);
        }
        return traits;
    }

    @Override
    public String run(CreateIndex statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TableDef table = definition.relation(statement.relation(), LockMode.SHARE);
        requireIndexable(table);
        new Ownership(definition).require(table);
        if (table.kind() == 'p' && statement.concurrently()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot create index on partitioned table \"%s\" concurrently".formatted(table.name()));
        }
        String name = statement.name() != null
                ? statement.name()
                : ObjectNames.relation(
                        definition.view(),
                        table.namespace(),
                        table.name(),
                        String.join("_", IndexDefinition.nameParts(statement.elements())),
                        "idx");
        if (statement.ifNotExists() && definition.view().table(table.namespace(), name) != null) {
            definition.noticeSkipped(
                    SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists, skipping".formatted(name));
            return "CREATE INDEX";
        }
        boolean only = !statement.relation().inherit();
        int index = new IndexDefinition(definition)
                .create(
                        table,
                        new IndexRequest(
                                name,
                                statement.accessMethod() == null ? "btree" : statement.accessMethod(),
                                statement.elements(),
                                statement.including(),
                                statement.unique(),
                                false,
                                statement.nullsNotDistinct(),
                                true,
                                statement.options(),
                                statement.where(),
                                false,
                                false,
                                only));
        if (table.kind() == 'p' && !only) {
            new PartitionedIndexes(definition).spread(table, index);
        }
        return "CREATE INDEX";
    }

    private static void requireIndexable(TableDef table) {
        if (table.kind() != 'r' && table.kind() != 'm' && table.kind() != 'p') {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "cannot create index on relation \"%s\"".formatted(table.name()))
                    .detail(detail(table));
        }
    }

    private static String detail(TableDef table) {
        return switch (table.kind()) {
            case 'v' -> "This operation is not supported for views.";
            case 'S' -> "This operation is not supported for sequences.";
            case 'i', 'I' -> "This operation is not supported for indexes.";
            case 'c' -> "This operation is not supported for composite types.";
            case 'f' -> "This operation is not supported for foreign tables.";
            default -> "This operation is not supported for this kind of relation.";
        };
    }
}

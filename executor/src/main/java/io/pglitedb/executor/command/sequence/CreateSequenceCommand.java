package io.pglitedb.executor.command.sequence;

import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.SequenceOptions;
import io.pglitedb.executor.definition.SequenceOwner;
import io.pglitedb.planner.ast.TableStatement.CreateSequence;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// CREATE SEQUENCE.
public final class CreateSequenceCommand implements Command<CreateSequence> {
    @Override
    public Class<CreateSequence> statement() {
        return CreateSequence.class;
    }

    @Override
    public String name(CreateSequence statement) {
        return "CREATE SEQUENCE";
    }

    @Override
    public Set<Trait> traits(CreateSequence statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateSequence statement, CommandCall call) {
        Definition definition = Definition.of(call);
        int namespace = definition.namespaceFor(statement.sequence());
        String name = statement.sequence().relation();
        if (statement.ifNotExists() && definition.view().table(namespace, name) != null) {
            definition.noticeSkipped(
                    SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists, skipping".formatted(name));
            return "CREATE SEQUENCE";
        }
        SequenceOptions.Read read = SequenceOptions.create(definition.analysis(), statement.options(), Oids.INT8);
        Sequences sequences = new Sequences(definition.writer());
        int oid = sequences.create(
                name,
                namespace,
                definition.persistence(statement.sequence(), namespace),
                definition.owner(),
                read.parameters());
        if (read.ownedBy() != null) {
            new SequenceOwner(definition).set(definition.view().table(oid), read.ownedBy());
        }
        return "CREATE SEQUENCE";
    }
}

package io.pglitedb.executor.command.sequence;

import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.SequenceOptions;
import io.pglitedb.executor.definition.SequenceOwner;
import io.pglitedb.executor.sequence.SequenceState;
import io.pglitedb.executor.sequence.SequenceValues;
import io.pglitedb.planner.ast.AlterTableStatement.AlterSequence;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// ALTER SEQUENCE. A sequence with other parameters goes on under a new storage number, so that a rollback brings
/// back where it stood.
public final class AlterSequenceCommand implements Command<AlterSequence> {
    @Override
    public Class<AlterSequence> statement() {
        return AlterSequence.class;
    }

    @Override
    public String name(AlterSequence statement) {
        return "ALTER SEQUENCE";
    }

    @Override
    public Set<Trait> traits(AlterSequence statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterSequence statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var name = statement.sequence();
        if (statement.ifExists() && definition.find(name.schema(), name.relation()) == null) {
            definition.noticeSkipped(
                    SqlState.SUCCESSFUL_COMPLETION,
                    "relation \"%s\" does not exist, skipping".formatted(name.relation()));
            return "ALTER SEQUENCE";
        }
        TableDef table = definition.relation(name, LockMode.SHARE_ROW_EXCLUSIVE);
        if (table.kind() != 'S') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a sequence".formatted(table.name()));
        }
        new Ownership(definition).require(table);
        SequenceDef before = definition.view().sequence(table.oid());
        SequenceOptions.Read read = SequenceOptions.alter(definition.analysis(), statement.options(), before);
        boolean onlyOwned =
                statement.options().stream().allMatch(option -> option.name().equals("owned_by"));
        if (!onlyOwned) {
            change(table, before, read, definition);
        }
        if (read.ownedBy() != null) {
            new SequenceOwner(definition).set(definition.view().table(table.oid()), read.ownedBy());
        }
        return "ALTER SEQUENCE";
    }

    private static void change(TableDef table, SequenceDef before, SequenceOptions.Read read, Definition definition) {
        Backend session = definition.backend();
        SequenceValues values = session.instance().sequences();
        SequenceState.Row stood = values.state(table.storage(), before).row();
        SequenceDef parameters = read.parameters();
        if (read.restart() == null) {
            requireInside(stood.last(), parameters);
        }
        new Sequences(definition.writer()).update(parameters);
        new Relations(definition.writer()).replaceStorage(table.oid());
        int storage = definition.view().table(table.oid()).storage();
        SequenceState state = values.state(storage, parameters);
        state.set(read.restart() == null ? stood.last() : read.restart(), read.restart() == null && stood.called());
        session.block().transaction().flushAtCommit();
        session.block().transaction().afterRollback(state::drop);
    }

    private static void requireInside(long last, SequenceDef parameters) {
        String limit = last < parameters.minimum()
                ? "less than MINVALUE (%d)".formatted(parameters.minimum())
                : last > parameters.maximum() ? "greater than MAXVALUE (%d)".formatted(parameters.maximum()) : null;
        if (limit != null) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "RESTART value (%d) cannot be %s".formatted(last, limit));
        }
    }
}

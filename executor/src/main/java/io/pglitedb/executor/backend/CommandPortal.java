package io.pglitedb.executor.backend;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.planner.ast.Statement;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/// A command: runs once and to its end. When the client takes its rows in portions, they are kept.
final class CommandPortal extends Portal {
    private final Backend session;
    private final List<Integer> parameterTypes;
    private final Object[] parameters;
    private Queue<Object[]> kept;
    private String tag;

    CommandPortal(
            String name,
            StatementSource source,
            List<Integer> parameterTypes,
            Object[] parameters,
            ResultShape shape,
            List<ColumnFormat> formats,
            Backend session) {
        super(name, source, shape, formats, session.block().level());
        this.session = session;
        this.parameterTypes = parameterTypes;
        this.parameters = parameters;
    }

    @Override
    String run(long maxRows, RowReceiver receiver, ResponseSink sink) {
        requireRunnable();
        if (tag == null) {
            if (maxRows == 0) {
                tag = runCommand(source().command(), receiver, sink);
                kept = new ArrayDeque<>();
                return tag;
            }
            Queue<Object[]> rows = new ArrayDeque<>();
            tag = runCommand(source().command(), row -> rows.add(row.clone()), sink);
            kept = rows;
        } else if (!shape().returnsRows()) {
            throw cannotRun();
        }
        for (long sent = 0; maxRows == 0 || sent < maxRows; sent++) {
            Object[] row = kept.poll();
            if (row == null) {
                return tag;
            }
            receiver.row(row);
        }
        return null;
    }

    @SuppressWarnings("unchecked") // the command was found by the statement's class
    private <S extends Statement> String runCommand(Command<S> command, RowReceiver receiver, ResponseSink sink) {
        S statement = (S) source().statement();
        Set<Command.Trait> traits = command.traits(statement);
        if (traits.contains(Command.Trait.OUTSIDE_BLOCK)) {
            session.block().requireOutsideBlock(command.name(statement));
        }
        if (traits.contains(Command.Trait.WRITES)) {
            session.block().requireWritable(command.name(statement));
        }
        boolean plain =
                traits.contains(Command.Trait.TRANSACTION_CONTROL) || traits.contains(Command.Trait.WITHOUT_SNAPSHOT);
        if (!plain) {
            session.block().startStatement();
        }
        CommandCall call = new CommandCall(session, sink, receiver, source().whole(), parameterTypes, parameters);
        String completion = source().translating(() -> command.run(statement, call));
        if (!plain) {
            session.block().deferral().statementEnded();
        }
        return completion;
    }

    @Override
    public void close() {
        kept = null;
    }
}

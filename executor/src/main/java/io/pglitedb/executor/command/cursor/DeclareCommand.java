package io.pglitedb.executor.command.cursor;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.CursorOptions;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.CursorOption;
import io.pglitedb.planner.ast.SessionStatement.DeclareCursor;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// DECLARE CURSOR.
final class DeclareCommand implements Command<DeclareCursor> {
    @Override
    public Class<DeclareCursor> statement() {
        return DeclareCursor.class;
    }

    @Override
    public String name(DeclareCursor declare) {
        return "DECLARE CURSOR";
    }

    /// The query takes its own.
    @Override
    public Set<Trait> traits(DeclareCursor declare) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public Statement query(DeclareCursor declare) {
        return declare.query();
    }

    @Override
    public String run(DeclareCursor declare, CommandCall call) {
        Backend session = call.session();
        List<CursorOption> options = declare.options();
        boolean hold = options.contains(CursorOption.HOLD);
        check(declare);
        if (declare.name().isEmpty()) {
            throw new PgException(SqlState.INVALID_CURSOR_NAME, "invalid cursor name: must not be empty");
        }
        if (!hold) {
            session.block().requireBlock("DECLARE CURSOR");
        }
        StatementSource query = StatementSource.of(call.text(), declare.query(), call.parameterTypes());
        boolean scroll = options.contains(CursorOption.SCROLL)
                || !options.contains(CursorOption.NO_SCROLL)
                        && declare.query().locking().isEmpty()
                        && BackwardScan.isFree(query.plan(session));
        session.portals()
                .declare(
                        declare.name(),
                        query,
                        call.parameters(),
                        new CursorOptions(
                                scroll,
                                hold,
                                options.contains(CursorOption.BINARY),
                                call.text(),
                                session.context().statementTimestamp()));
        return "DECLARE CURSOR";
    }

    private static void check(DeclareCursor declare) {
        List<CursorOption> options = declare.options();
        if (options.contains(CursorOption.SCROLL) && options.contains(CursorOption.NO_SCROLL)) {
            throw new PgException(SqlState.INVALID_CURSOR_DEFINITION, "cannot specify both SCROLL and NO SCROLL");
        }
        if (options.contains(CursorOption.ASENSITIVE) && options.contains(CursorOption.INSENSITIVE)) {
            throw new PgException(SqlState.INVALID_CURSOR_DEFINITION, "cannot specify both INSENSITIVE and ASENSITIVE");
        }
        if (declare.query().locking().isEmpty()) {
            return;
        }
        String strength =
                "FOR " + declare.query().locking().getFirst().strength().name().replace('_', ' ');
        if (options.contains(CursorOption.HOLD)) {
            throw invalid(
                    "DECLARE CURSOR WITH HOLD ... %s is not supported".formatted(strength),
                    "Holdable cursors must be READ ONLY.");
        }
        if (options.contains(CursorOption.SCROLL)) {
            throw invalid(
                    "DECLARE SCROLL CURSOR ... %s is not supported".formatted(strength),
                    "Scrollable cursors must be READ ONLY.");
        }
        if (options.contains(CursorOption.INSENSITIVE)) {
            throw invalid(
                    "DECLARE INSENSITIVE CURSOR ... %s is not valid".formatted(strength),
                    "Insensitive cursors must be READ ONLY.");
        }
    }

    private static PgException invalid(String message, String detail) {
        return new PgException(
                        message.endsWith("valid") ? SqlState.INVALID_CURSOR_DEFINITION : SqlState.FEATURE_NOT_SUPPORTED,
                        message)
                .detail(detail);
    }
}

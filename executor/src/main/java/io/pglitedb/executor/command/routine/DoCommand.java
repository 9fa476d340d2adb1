package io.pglitedb.executor.command.routine;

import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.plpgsql.PlRoutines;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.SessionStatement.Do;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// DO.
final class DoCommand implements Command<Do> {
    @Override
    public Class<Do> statement() {
        return Do.class;
    }

    @Override
    public String name(Do statement) {
        return "DO";
    }

    @Override
    public String run(Do statement, CommandCall call) {
        Backend session = call.session();
        String code = null;
        String name = null;
        for (DefElem option : statement.options()) {
            boolean again = option.name().equals("as") ? code != null : name != null;
            if (again) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .at(option.location() + 1);
            }
            if (option.name().equals("as")) {
                code = text(option.value());
            } else {
                name = text(option.value());
            }
        }
        if (code == null) {
            throw new PgException(SqlState.SYNTAX_ERROR, "no inline code specified");
        }
        if (name == null) {
            name = PlRoutines.LANGUAGE;
        }
        LanguageDef language = session.catalog().language(name);
        if (language == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "language \"%s\" does not exist".formatted(name));
        }
        new StatementAccess(session.catalog(), session.identity().currentUser()).requireUsage(language);
        if (!language.name().equals(PlRoutines.LANGUAGE)) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "language \"%s\" does not support inline code execution".formatted(name));
        }
        PlRoutines routines = session.context().as(PlRoutines.class);
        if (call.sink() != null) {
            routines.allowCommit(!session.block().inBlock());
        }
        routines.run(code);
        return "DO";
    }

    private static String text(Object value) {
        return value instanceof List<?> parts ? String.valueOf(parts.getFirst()) : String.valueOf(value);
    }
}

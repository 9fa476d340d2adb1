package io.pglitedb.executor.command.object;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.ObjectStatement.SecurityLabel;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// SECURITY LABEL: there is no provider to ask.
final class SecurityLabelCommand implements Command<SecurityLabel> {
    @Override
    public Class<SecurityLabel> statement() {
        return SecurityLabel.class;
    }

    @Override
    public String name(SecurityLabel statement) {
        return "SECURITY LABEL";
    }

    @Override
    public Set<Trait> traits(SecurityLabel statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(SecurityLabel statement, CommandCall call) {
        throw new PgException(
                SqlState.INVALID_PARAMETER_VALUE,
                statement.provider() == null
                        ? "no security label providers have been loaded"
                        : "security label provider \"%s\" is not loaded".formatted(statement.provider()));
    }
}

package io.pglitedb.executor.command.setting;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.TemporarySchema;
import io.pglitedb.planner.ast.SessionStatement.Discard;
import io.pglitedb.planner.ast.SessionStatement.DiscardTarget;
import java.util.EnumSet;
import java.util.Set;

/// DISCARD: back to what the session was when it began.
final class DiscardCommand implements Command<Discard> {
    @Override
    public Class<Discard> statement() {
        return Discard.class;
    }

    @Override
    public String name(Discard discard) {
        return "DISCARD " + discard.target();
    }

    @Override
    public Set<Trait> traits(Discard discard) {
        Set<Trait> traits = EnumSet.of(Trait.WITHOUT_SNAPSHOT);
        if (discard.target() == DiscardTarget.ALL) {
            traits.add(Trait.OUTSIDE_BLOCK);
        }
        return traits;
    }

    @Override
    public String run(Discard discard, CommandCall call) {
        Backend session = call.session();
        switch (discard.target()) {
            case PLANS -> {} // Plans are made anew whenever they must be.
            case SEQUENCES -> session.sequences().forget();
            case TEMP -> new TemporarySchema(session).discard();
            case ALL -> {
                new TemporarySchema(session).discard();
                session.portals().closeAll();
                session.variables().reset("session_authorization", false);
                session.variables().resetAll();
                session.statements().removeAll();
                session.notifications().unlisten(null);
                session.instance().store().locks().unlockAllAdvisory(session.locks());
                session.sequences().forget();
            }
        }
        return name(discard);
    }
}

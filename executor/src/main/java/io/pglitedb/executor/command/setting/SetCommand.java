package io.pglitedb.executor.command.setting;

import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.SetVariable;
import java.util.Set;

/// SET name TO value and its other spellings.
final class SetCommand implements Command<SetVariable> {
    @Override
    public Class<SetVariable> statement() {
        return SetVariable.class;
    }

    @Override
    public String name(SetVariable set) {
        return "SET";
    }

    @Override
    public Set<Trait> traits(SetVariable set) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public String run(SetVariable set, CommandCall call) {
        if (set.local()) {
            call.session().block().warnOutsideBlock("SET LOCAL");
        }
        if (set.values().isEmpty()) {
            call.session().variables().reset(set.name(), set.local());
        } else {
            call.session().variables().set(set.name(), WrittenValues.text(set), set.local());
        }
        return "SET";
    }
}

package io.pglitedb.executor.command.setting;

import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SessionStatement.SetVariable;
import io.pglitedb.types.error.PgException;
import java.util.List;
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
            List<String> values = set.values().stream().map(SetCommand::text).toList();
            call.session().variables().set(set.name(), Settings.join(set.name(), values), set.local());
        }
        return "SET";
    }

    private static String text(AstExpr value) {
        return switch (value) {
            case AstExpr.StringConst(String text, int _) -> text;
            case AstExpr.IntegerConst(int number, int _) -> Integer.toString(number);
            case AstExpr.FloatConst(String digits, int _) -> digits;
            default -> throw PgException.notSupported("SET with an interval");
        };
    }
}

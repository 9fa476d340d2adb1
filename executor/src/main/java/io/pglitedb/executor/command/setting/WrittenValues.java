package io.pglitedb.executor.command.setting;

import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SessionStatement.SetVariable;
import io.pglitedb.types.error.PgException;
import java.util.List;

/// The values that SET writes, as one text.
public final class WrittenValues {
    private WrittenValues() {}

    /// @param set with at least one value
    public static String text(SetVariable set) {
        List<String> values = set.values().stream().map(WrittenValues::text).toList();
        return Settings.join(set.name(), values);
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

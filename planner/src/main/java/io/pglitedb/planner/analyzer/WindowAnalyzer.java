package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.error.PgException;
import java.util.List;

/// OVER and WINDOW.
final class WindowAnalyzer {
    private WindowAnalyzer() {}

    static int reference(ParseState state, WindowDef over, int location) {
        throw PgException.notSupported("OVER").at(location + 1);
    }

    static List<WindowClause> definitions(ParseState state, List<TargetEntry> targets) {
        if (!state.windowDefinitions.isEmpty()) {
            throw PgException.notSupported("WINDOW");
        }
        return List.of();
    }
}

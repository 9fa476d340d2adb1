package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.ast.WindowDef.Bound;
import io.pglitedb.planner.ast.WindowDef.BoundKind;
import io.pglitedb.planner.ast.WindowDef.Exclusion;
import io.pglitedb.planner.ast.WindowDef.Frame;
import io.pglitedb.planner.ast.WindowDef.Mode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// OVER, the WINDOW clause and frames.
final class WindowParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    WindowParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind OVER: a name or a specification.
    WindowDef over() {
        int location = tokens.location();
        if (tokens.at("(")) {
            return specification(null);
        }
        return new WindowDef(tokens.columnName(), null, List.of(), List.of(), null, location);
    }

    List<WindowDef> optionalWindowClause() {
        if (!tokens.accept("window")) {
            return List.of();
        }
        List<WindowDef> windows = new ArrayList<>();
        do {
            String name = tokens.columnName();
            tokens.expect("as");
            windows.add(specification(name));
        } while (tokens.accept(","));
        return List.copyOf(windows);
    }

    private WindowDef specification(String name) {
        int location = tokens.location();
        tokens.expect("(");
        String reference = null;
        if (tokens.atColumnName() && !startsFrameOrPartition()) {
            reference = tokens.columnName();
        }
        List<AstExpr> partition = List.of();
        if (tokens.accept("partition")) {
            tokens.expect("by");
            partition = grammar.expressions.expressionList();
        }
        List<SortBy> orderBy = grammar.selects.optionalOrderBy();
        Frame frame = optionalFrame();
        tokens.expect(")");
        return new WindowDef(name, reference, partition, orderBy, frame, location);
    }

    private boolean startsFrameOrPartition() {
        return tokens.at("partition") || tokens.at("range") || tokens.at("rows") || tokens.at("groups");
    }

    private Frame optionalFrame() {
        Mode mode;
        if (tokens.accept("range")) {
            mode = Mode.RANGE;
        } else if (tokens.accept("rows")) {
            mode = Mode.ROWS;
        } else if (tokens.accept("groups")) {
            mode = Mode.GROUPS;
        } else {
            return null;
        }
        int location = tokens.location();
        boolean between = tokens.accept("between");
        int startLocation = tokens.location();
        Bound start = bound();
        Bound end = new Bound(BoundKind.CURRENT_ROW, null);
        if (start.kind() == BoundKind.UNBOUNDED_FOLLOWING) {
            throw windowing("frame start cannot be UNBOUNDED FOLLOWING", startLocation);
        }
        if (between) {
            tokens.expect("and");
            int endLocation = tokens.location();
            end = bound();
            checkEnd(start, end, endLocation);
        } else if (start.kind() == BoundKind.OFFSET_FOLLOWING) {
            throw windowing("frame starting from following row cannot end with current row", location);
        }
        return new Frame(mode, between, start, end, exclusion());
    }

    private void checkEnd(Bound start, Bound end, int location) {
        if (end.kind() == BoundKind.UNBOUNDED_PRECEDING) {
            throw windowing("frame end cannot be UNBOUNDED PRECEDING", location);
        }
        if (start.kind() == BoundKind.CURRENT_ROW && end.kind() == BoundKind.OFFSET_PRECEDING) {
            throw windowing("frame starting from current row cannot have preceding rows", location);
        }
        if (start.kind() == BoundKind.OFFSET_FOLLOWING
                && (end.kind() == BoundKind.OFFSET_PRECEDING || end.kind() == BoundKind.CURRENT_ROW)) {
            throw windowing("frame starting from following row cannot have preceding rows", location);
        }
    }

    private PgException windowing(String message, int location) {
        return tokens.errorAt(SqlState.WINDOWING_ERROR, message, location);
    }

    private Bound bound() {
        if (tokens.at("unbounded")
                && (tokens.peek(1).is("preceding") || tokens.peek(1).is("following"))) {
            tokens.next();
            boolean preceding = tokens.next().is("preceding");
            return new Bound(preceding ? BoundKind.UNBOUNDED_PRECEDING : BoundKind.UNBOUNDED_FOLLOWING, null);
        }
        if (tokens.accept("current", "row")) {
            return new Bound(BoundKind.CURRENT_ROW, null);
        }
        AstExpr offset = grammar.expressions.expression();
        if (tokens.accept("preceding")) {
            return new Bound(BoundKind.OFFSET_PRECEDING, offset);
        }
        tokens.expect("following");
        return new Bound(BoundKind.OFFSET_FOLLOWING, offset);
    }

    private Exclusion exclusion() {
        if (!tokens.accept("exclude")) {
            return Exclusion.NONE;
        }
        if (tokens.accept("current", "row")) {
            return Exclusion.CURRENT_ROW;
        }
        if (tokens.accept("group")) {
            return Exclusion.GROUP;
        }
        if (tokens.accept("ties")) {
            return Exclusion.TIES;
        }
        tokens.expect("no");
        tokens.expect("others");
        return Exclusion.NONE;
    }
}

package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.analyzer.SortOperators.Ordering;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.planner.query.WindowClause.BoundKind;
import io.pglitedb.planner.query.WindowClause.Frame;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Frame clauses of windows. Source: PostgreSQL's transformWindowDefinitions and transformFrameOffset.
final class WindowFrames {
    /// Number of the in_range support function of btree families
    private static final int IN_RANGE = 3;

    /// @param function OID of in_range, else 0
    private record Offset(Expr value, int function) {
        static final Offset NONE = new Offset(null, 0);
    }

    private final ParseState state;
    private final WindowDef raw;
    private final WindowClause.Mode mode;
    /// Of the one column that RANGE with an offset sorts by, else null.
    private Ordering ordering;

    private WindowFrames(ParseState state, WindowDef raw) {
        this.state = state;
        this.raw = raw;
        this.mode = WindowClause.Mode.valueOf(raw.frame().mode().name());
    }

    static Frame analyze(ParseState state, WindowDef raw, List<SortGroupClause> order, List<TargetEntry> targets) {
        return raw.frame() == null ? Frame.DEFAULT : new WindowFrames(state, raw).analyze(order, targets);
    }

    private Frame analyze(List<SortGroupClause> order, List<TargetEntry> targets) {
        WindowDef.Frame written = raw.frame();
        boolean offsets = written.start().offset() != null || written.end().offset() != null;
        SortGroupClause sort = null;
        Expr key = null;
        if (mode == WindowClause.Mode.RANGE && offsets) {
            if (order.size() != 1) {
                throw error("RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column");
            }
            sort = order.getFirst();
            int reference = sort.reference();
            key = targets.stream()
                    .filter(target -> target.reference() == reference)
                    .findFirst()
                    .orElseThrow()
                    .expression();
            ordering = SortOperators.ordering(state.catalog(), sort.sortOperator());
        }
        if (mode == WindowClause.Mode.GROUPS && order.isEmpty()) {
            throw error("GROUPS mode requires an ORDER BY clause");
        }
        Offset start = offset(written.start().offset());
        Offset end = offset(written.end().offset());
        WindowClause.InRange inRange = sort == null
                ? null
                : new WindowClause.InRange(
                        start.function(),
                        end.function(),
                        CollationAssigner.derived(state, key),
                        !ordering.descending(),
                        sort.nullsFirst());
        return new Frame(
                true,
                mode,
                written.between(),
                BoundKind.valueOf(written.start().kind().name()),
                start.value(),
                BoundKind.valueOf(written.end().kind().name()),
                end.value(),
                WindowClause.Exclusion.valueOf(written.exclusion().name()),
                inRange);
    }

    private PgException error(String message) {
        return new PgException(SqlState.WINDOWING_ERROR, message).at(raw.location() + 1);
    }

    private Offset offset(AstExpr written) {
        if (written == null) {
            return Offset.NONE;
        }
        ExprKind kind = switch (mode) {
            case ROWS -> ExprKind.WINDOW_ROWS;
            case RANGE -> ExprKind.WINDOW_RANGE;
            case GROUPS -> ExprKind.WINDOW_GROUPS;
        };
        return state.in(kind, () -> {
            Expr value = ExpressionAnalyzer.analyze(state, written);
            int type = INT8;
            int function = NONE;
            if (mode == WindowClause.Mode.RANGE) {
                OperatorFamilyDef.Support support = inRange(value);
                type = support.rightType();
                function = support.function();
            }
            Expr converted = Coercion.toSpecific(state, value, type, -1, mode.name());
            SelectAnalyzer.forbidVariables(converted, mode.name());
            return new Offset(CollationAssigner.assign(state, converted), function);
        });
    }

    /// The function that adds the offset to a value of the sort column and compares, by the offset's type.
    private OperatorFamilyDef.Support inRange(Expr offset) {
        int sortType = ordering.inputType();
        int preferred = offset.type() != UNKNOWN ? offset.type() : sortType;
        boolean supported = false;
        int matches = 0;
        OperatorFamilyDef.Support chosen = null;
        for (OperatorFamilyDef.Support support : ordering.family().supports()) {
            if (support.leftType() != sortType || support.number() != IN_RANGE) {
                continue;
            }
            supported = true;
            if (!state.types().canCoerce(offset.type(), support.rightType(), Context.IMPLICIT)) {
                continue;
            }
            matches++;
            if (chosen == null || chosen.rightType() != preferred) {
                chosen = support;
            }
        }
        String column = state.types().name(sortType);
        if (!supported) {
            throw unsupported(offset, "is not supported for column type " + column);
        }
        String types = "column type %s and offset type %s"
                .formatted(column, state.types().name(offset.type()));
        if (matches == 0) {
            throw unsupported(offset, "is not supported for " + types)
                    .hint("Cast the offset value to an appropriate type.");
        }
        if (matches > 1 && chosen.rightType() != preferred) {
            throw unsupported(offset, "has multiple interpretations for " + types)
                    .hint("Cast the offset value to the exact intended type.");
        }
        return chosen;
    }

    private static PgException unsupported(Expr offset, String what) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, "RANGE with offset PRECEDING/FOLLOWING " + what)
                .at(offset.location() + 1);
    }
}

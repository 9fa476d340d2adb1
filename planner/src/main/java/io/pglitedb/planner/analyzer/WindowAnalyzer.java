package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.WindowDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// OVER and WINDOW. Source: PostgreSQL's transformWindowFuncCall and transformWindowDefinitions.
final class WindowAnalyzer {
    private WindowAnalyzer() {}

    private static PgException error(SqlState code, String message, WindowDef raw) {
        return new PgException(code, message).at(raw.location() + 1);
    }

    /// Number of the window that OVER means; an inline definition gets the next one.
    static int reference(ParseState state, WindowDef over) {
        List<WindowDef> known = state.windowDefinitions;
        if (over.name() == null) {
            known.add(over);
            return known.size();
        }
        for (int i = 0; i < known.size(); i++) {
            if (over.name().equals(known.get(i).name())) {
                return i + 1;
            }
        }
        throw missing(over.name(), over);
    }

    private static PgException missing(String name, WindowDef raw) {
        return error(SqlState.UNDEFINED_OBJECT, "window \"%s\" does not exist".formatted(name), raw);
    }

    /// @param targets grows by what the windows sort by; calls of inline windows that are the same are joined in
    ///     it
    static List<WindowClause> definitions(ParseState state, List<TargetEntry> targets) {
        List<WindowClause> result = new ArrayList<>();
        for (WindowDef raw : state.windowDefinitions) {
            if (raw.name() != null && named(result, raw.name()) != null) {
                throw error(SqlState.WINDOWING_ERROR, "window \"%s\" is already defined".formatted(raw.name()), raw);
            }
            result.add(definition(state, raw, result, targets));
        }
        return SameWindows.join(result, targets);
    }

    private static WindowClause named(List<WindowClause> windows, String name) {
        return windows.stream()
                .filter(window -> name.equals(window.name()))
                .findFirst()
                .orElse(null);
    }

    private static WindowClause definition(
            ParseState state, WindowDef raw, List<WindowClause> earlier, List<TargetEntry> targets) {
        WindowClause base = raw.reference() == null ? null : named(earlier, raw.reference());
        if (raw.reference() != null && base == null) {
            throw missing(raw.reference(), raw);
        }
        List<SortGroupClause> order =
                state.in(ExprKind.WINDOW_ORDER, () -> SortGroupAnalyzer.order(state, raw.orderBy(), targets, true));
        List<SortGroupClause> partition = GroupByAnalyzer.partition(state, raw.partition(), targets, order);
        boolean orderInherited = false;
        if (base != null) {
            checkInheritance(raw, base, partition, order);
            partition = base.partition();
            orderInherited = order.isEmpty();
            order = orderInherited ? base.order() : order;
        }
        return new WindowClause(
                raw.name(),
                raw.reference(),
                List.copyOf(partition),
                List.copyOf(order),
                WindowFrames.analyze(state, raw, order, targets),
                earlier.size() + 1,
                orderInherited);
    }

    private static void checkInheritance(
            WindowDef raw, WindowClause base, List<SortGroupClause> partition, List<SortGroupClause> order) {
        if (!partition.isEmpty()) {
            throw error(
                    SqlState.WINDOWING_ERROR,
                    "cannot override PARTITION BY clause of window \"%s\"".formatted(base.name()),
                    raw);
        }
        if (!order.isEmpty() && !base.order().isEmpty()) {
            throw error(
                    SqlState.WINDOWING_ERROR,
                    "cannot override ORDER BY clause of window \"%s\"".formatted(base.name()),
                    raw);
        }
        if (base.frame().written()) {
            PgException copied = error(
                    SqlState.WINDOWING_ERROR,
                    "cannot copy window \"%s\" because it has a frame clause".formatted(base.name()),
                    raw);
            throw raw.name() != null || !order.isEmpty() || raw.frame() != null
                    ? copied
                    : copied.hint("Omit the parentheses in this OVER clause.");
        }
    }

    /// Inline definitions that mean the same are one window, so that one sort serves their calls.
    private static final class SameWindows {
        private final List<WindowClause> kept = new ArrayList<>();
        /// Number that each window of before has now.
        private final List<Integer> numbers = new ArrayList<>();

        static List<WindowClause> join(List<WindowClause> windows, List<TargetEntry> targets) {
            SameWindows self = new SameWindows();
            windows.forEach(self::add);
            if (self.kept.size() < windows.size()) {
                targets.replaceAll(target -> target.withExpression(self.renumber(target.expression())));
            }
            return self.kept;
        }

        private void add(WindowClause window) {
            for (WindowClause other : kept) {
                if (window.name() == null && withNumber(window, other.number()).equals(other)) {
                    numbers.add(other.number());
                    return;
                }
            }
            int number = kept.size() + 1;
            kept.add(withNumber(window, number));
            numbers.add(number);
        }

        private static WindowClause withNumber(WindowClause window, int number) {
            return new WindowClause(
                    window.name(),
                    window.inheritedFrom(),
                    window.partition(),
                    window.order(),
                    window.frame(),
                    number,
                    window.orderInherited());
        }

        private Expr renumber(Expr expression) {
            Expr inner = expression.mapChildren(this::renumber);
            return inner instanceof Expr.WindowCall call
                    ? new Expr.WindowCall(
                            call.function(),
                            call.arguments(),
                            call.filter(),
                            numbers.get(call.window() - 1),
                            call.star(),
                            call.aggregate(),
                            call.type(),
                            call.collation(),
                            call.inputCollation(),
                            call.origin())
                    : inner;
        }
    }
}

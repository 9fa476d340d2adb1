package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the rows of a node keep which expressions: leaf variables, and on higher nodes also group keys,
/// aggregates and window calls. Immutable.
public final class SlotMap {
    public static final SlotMap EMPTY = new SlotMap(List.of());

    private final List<Expr> contents;
    private final Map<Expr, Integer> places = new HashMap<>();

    /// @param contents what is in slot n
    public SlotMap(List<Expr> contents) {
        this.contents = List.copyOf(contents);
        for (int slot = 0; slot < contents.size(); slot++) {
            places.putIfAbsent(contents.get(slot), slot);
        }
    }

    public List<Expr> contents() {
        return contents;
    }

    public SlotMap followedBy(SlotMap right) {
        List<Expr> all = new ArrayList<>(contents);
        all.addAll(right.contents);
        return new SlotMap(all);
    }

    /// -1 when no slot holds it.
    public int slotOf(Expr expression) {
        return places.getOrDefault(expression, -1);
    }

    /// The same expression over the rows: every part that a slot holds becomes that slot.
    public Expr place(Expr expression) {
        Integer slot =
                expression instanceof Expr.Const || expression instanceof Expr.Param ? null : places.get(expression);
        if (slot != null) {
            return new Expr.Slot(
                    slot, expression.type(), expression.typmod(), expression.collation(), expression.origin());
        }
        if (expression instanceof Expr.Var || expression instanceof Expr.AggregateCall) {
            throw new IllegalStateException("no slot for " + expression + " among " + contents);
        }
        return expression.mapChildren(this::place);
    }

    public List<Expr> placeAll(List<Expr> expressions) {
        return expressions.stream().map(this::place).toList();
    }
}

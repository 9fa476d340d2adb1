package io.pglitedb.planner.plpgsql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names that a block or a loop declares, and those around it.
public final class PlScope {
    /// What a name, or a qualified name, means.
    ///
    /// @param variable its number
    /// @param used how many of the names it took
    public record Found(int variable, int used) {}

    private final PlScope outer;
    private final String label;
    private final boolean loop;
    private final Map<String, Integer> variables = new HashMap<>();

    /// @param outer null for the outermost
    /// @param label null for none
    PlScope(PlScope outer, String label, boolean loop) {
        this.outer = outer;
        this.label = label;
        this.loop = loop;
    }

    PlScope outer() {
        return outer;
    }

    /// Whether this very scope has that name already.
    boolean declares(String name) {
        return variables.containsKey(name);
    }

    void declare(String name, int variable) {
        variables.put(name, variable);
    }

    /// Null when the names mean no variable.
    public Found find(List<String> names) {
        for (PlScope scope = this; scope != null; scope = scope.outer) {
            Integer plain = scope.variables.get(names.getFirst());
            if (plain != null) {
                return new Found(plain, 1);
            }
            if (names.size() > 1 && names.getFirst().equals(scope.label)) {
                Integer qualified = scope.variables.get(names.get(1));
                if (qualified != null) {
                    return new Found(qualified, 2);
                }
            }
        }
        return null;
    }

    /// Whether EXIT or CONTINUE may name the label here; null when nothing is called so.
    Boolean isLoop(String name) {
        for (PlScope scope = this; scope != null; scope = scope.outer) {
            if (name.equals(scope.label)) {
                return scope.loop;
            }
        }
        return null;
    }
}

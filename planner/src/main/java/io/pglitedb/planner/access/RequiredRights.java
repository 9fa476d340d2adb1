package io.pglitedb.planner.access;

import java.util.List;
import java.util.Set;

/// What must be allowed for a statement to run.
///
/// @param functions OIDs of those that somebody has restricted
public record RequiredRights(List<OnRelation> relations, Set<Integer> functions) {
    public static final RequiredRights NONE = new RequiredRights(List.of(), Set.of());

    /// On a relation as a whole, or on each of the named columns.
    ///
    /// @param relation OID
    /// @param role who needs them: the owner of the view that the relation stands in, 0 for who runs the
    ///     statement
    /// @param rights bits of `Privilege`
    /// @param selected numbers of the columns that are read, 0 for all; when empty, the right to any column will
    ///     do
    /// @param inserted numbers of the columns that INSERT names
    /// @param updated numbers of the columns that UPDATE sets
    public record OnRelation(
            int relation, int role, int rights, Set<Integer> selected, Set<Integer> inserted, Set<Integer> updated) {
        public OnRelation {
            selected = Set.copyOf(selected);
            inserted = Set.copyOf(inserted);
            updated = Set.copyOf(updated);
        }
    }

    public RequiredRights {
        relations = List.copyOf(relations);
        functions = Set.copyOf(functions);
    }
}

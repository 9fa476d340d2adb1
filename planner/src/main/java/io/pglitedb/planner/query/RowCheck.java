package io.pglitedb.planner.query;

/// A condition that has to be true of a row that is changed, or the change fails. Over the result relation, at
/// the level of the query.
///
/// @param relation the view of a VIEW check, else the table
/// @param policy the restrictive policy that it comes from; null for a view, and for permissive policies together
public record RowCheck(Kind kind, String relation, String policy, Expr condition) {
    public enum Kind {
        /// WITH CHECK OPTION, on the row as it was written.
        VIEW,
        /// Policies' WITH CHECK, on a row to be inserted.
        INSERT,
        /// Policies' WITH CHECK, on a row as it will be.
        UPDATE,
        /// Policies' USING, on the row that ON CONFLICT DO UPDATE has found.
        CONFLICT,
        /// Policies' USING, on the row that MERGE has found.
        MERGE_UPDATE,
        /// The same, when it is to be deleted.
        MERGE_DELETE
    }

    public RowCheck withCondition(Expr newCondition) {
        return new RowCheck(kind, relation, policy, newCondition);
    }
}

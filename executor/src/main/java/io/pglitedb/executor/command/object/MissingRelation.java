package io.pglitedb.executor.command.object;

import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.types.error.SqlState;

/// ALTER … IF EXISTS of a relation that does not exist.
final class MissingRelation {
    private MissingRelation() {}

    /// Whether the reference is to a relation that is not there; tells so.
    static boolean skipped(ObjectReference reference, Definition definition) {
        return reference instanceof ObjectReference.Relation(var _, RangeVar relation) && skipped(relation, definition);
    }

    static boolean skipped(RangeVar relation, Definition definition) {
        if (definition.find(relation.schema(), relation.relation()) != null) {
            return false;
        }
        definition.noticeSkipped(
                SqlState.SUCCESSFUL_COMPLETION,
                "relation \"%s\" does not exist, skipping".formatted(relation.relation()));
        return true;
    }
}

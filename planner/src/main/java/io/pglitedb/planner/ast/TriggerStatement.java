package io.pglitedb.planner.ast;

import java.util.List;
import java.util.Set;

/// Statements that define what the system does by itself: triggers, event triggers, rules, row security policies.
public sealed interface TriggerStatement extends Statement {
    enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF
    }

    enum Event {
        INSERT,
        DELETE,
        UPDATE,
        TRUNCATE
    }

    /// OLD or NEW, TABLE or ROW, AS name.
    record Transition(boolean isNew, boolean isTable, String name) {}

    /// What CREATE CONSTRAINT TRIGGER says more; `from` null when absent.
    record ConstraintTrigger(RangeVar from, boolean deferrable, boolean initiallyDeferred) {}

    /// `updateColumns` of UPDATE OF, else empty; `constraint` null for an ordinary trigger; `when` null when
    /// absent.
    record CreateTrigger(
            boolean replace,
            String name,
            Timing timing,
            Set<Event> events,
            List<String> updateColumns,
            RangeVar relation,
            List<Transition> transitions,
            boolean forEachRow,
            AstExpr when,
            List<String> function,
            List<String> arguments,
            ConstraintTrigger constraint)
            implements TriggerStatement {}

    /// `variable IN (values)`
    record EventFilter(String variable, List<String> values, int location) {}

    record CreateEventTrigger(String name, String event, List<EventFilter> filters, List<String> function)
            implements TriggerStatement {}

    record AlterEventTrigger(String name, AlterTableStatement.Firing firing) implements TriggerStatement {}

    enum RuleEvent {
        SELECT,
        UPDATE,
        DELETE,
        INSERT
    }

    /// `actions` empty for NOTHING; `where` null when absent.
    record CreateRule(
            boolean replace,
            String name,
            RuleEvent event,
            RangeVar relation,
            AstExpr where,
            boolean instead,
            List<Statement> actions)
            implements TriggerStatement {}

    enum PolicyCommand {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    /// `roles` is PUBLIC when none are named; `using` and `check` null when absent.
    record CreatePolicy(
            String name,
            RangeVar relation,
            boolean permissive,
            PolicyCommand command,
            List<RoleSpec> roles,
            AstExpr using,
            AstExpr check)
            implements TriggerStatement {}

    /// `roles` empty, `using` and `check` null where nothing is to change.
    record AlterPolicy(String name, RangeVar relation, List<RoleSpec> roles, AstExpr using, AstExpr check)
            implements TriggerStatement {}
}

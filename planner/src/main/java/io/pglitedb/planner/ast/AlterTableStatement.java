package io.pglitedb.planner.ast;

import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.TableStatement.PartitionBound;
import java.util.List;

/// ALTER of relations, except what [ObjectStatement] has for every kind of object.
public sealed interface AlterTableStatement extends Statement {
    /// ALTER TABLE, INDEX, SEQUENCE, VIEW, MATERIALIZED VIEW, FOREIGN TABLE: the grammar lets every kind have
    /// every
    /// command.
    record AlterTable(ObjectKind kind, RangeVar relation, boolean ifExists, List<Command> commands)
            implements AlterTableStatement {}

    /// ALTER SEQUENCE with options as in CREATE SEQUENCE.
    record AlterSequence(RangeVar sequence, boolean ifExists, List<DefElem> options) implements AlterTableStatement {}

    /// ALTER TABLE ALL IN TABLESPACE …; `owners` empty for all.
    record MoveAll(ObjectKind kind, String from, List<RoleSpec> owners, String to, boolean nowait)
            implements AlterTableStatement {}

    sealed interface Command {}

    record AddColumn(ColumnDef column, boolean ifNotExists) implements Command {}

    record DropColumn(String column, boolean ifExists, boolean cascade) implements Command {}

    record SetDefault(String column, AstExpr expression) implements Command {}

    record DropDefault(String column) implements Command {}

    record SetNotNull(String column) implements Command {}

    record DropNotNull(String column) implements Command {}

    record DropExpression(String column, boolean ifExists) implements Command {}

    /// `column` null when it is told by `number` (from 1), as of an index; `target` -1 for the default.
    record SetStatistics(String column, int number, int target) implements Command {}

    /// SET (…) and RESET (…) of a column.
    record SetColumnOptions(String column, boolean reset, List<DefElem> options) implements Command {}

    /// `storage` as written.
    record SetStorage(String column, String storage) implements Command {}

    /// `method` may be "default".
    record SetCompression(String column, String method) implements Command {}

    /// `collation` empty and `using` null when absent.
    record SetColumnType(String column, TypeName type, List<String> collation, AstExpr using, int location)
            implements Command {}

    record AddIdentity(String column, Constraint.Identity identity) implements Command {}

    /// Options of the sequence, and `generated` with the value "always" or "by default".
    record SetIdentity(String column, List<DefElem> options) implements Command {}

    record DropIdentity(String column, boolean ifExists) implements Command {}

    record SetColumnForeignOptions(String column, List<DefElem> options) implements Command {}

    record AddConstraint(Constraint constraint) implements Command {}

    record AlterConstraint(String name, boolean deferrable, boolean initiallyDeferred) implements Command {}

    record ValidateConstraint(String name) implements Command {}

    record DropConstraint(String name, boolean ifExists, boolean cascade) implements Command {}

    /// SET WITHOUT OIDS, which does nothing any more.
    record DropOids() implements Command {}

    record ClusterOn(String index) implements Command {}

    record SetWithoutCluster() implements Command {}

    record SetLogged(boolean logged) implements Command {}

    /// When a trigger or rule fires.
    enum Firing {
        /// In origin and local sessions: ENABLE.
        ORIGIN,
        ALWAYS,
        REPLICA,
        DISABLED
    }

    enum TriggerScope {
        NAMED,
        ALL,
        /// All but those of constraints.
        USER
    }

    /// `name` only for NAMED.
    record SetTriggerFiring(TriggerScope scope, String name, Firing firing) implements Command {}

    record SetRuleFiring(String rule, Firing firing) implements Command {}

    record Inherit(RangeVar parent) implements Command {}

    record NoInherit(RangeVar parent) implements Command {}

    record OfType(TypeName type) implements Command {}

    record NotOfType() implements Command {}

    record SetOwner(RoleSpec owner) implements Command {}

    record SetAccessMethod(String accessMethod) implements Command {}

    record SetTablespace(String tablespace) implements Command {}

    /// SET (…) and RESET (…).
    record SetOptions(boolean reset, List<DefElem> options) implements Command {}

    enum ReplicaIdentityKind {
        NOTHING,
        FULL,
        DEFAULT,
        INDEX
    }

    /// `index` only for INDEX.
    record SetReplicaIdentity(ReplicaIdentityKind kind, String index) implements Command {}

    record SetRowSecurity(boolean enabled) implements Command {}

    record ForceRowSecurity(boolean forced) implements Command {}

    record SetForeignOptions(List<DefElem> options) implements Command {}

    /// `bound` null for a partition of an index.
    record AttachPartition(RangeVar partition, PartitionBound bound) implements Command {}

    record DetachPartition(RangeVar partition, boolean concurrently) implements Command {}

    /// DETACH PARTITION … FINALIZE
    record FinishDetach(RangeVar partition) implements Command {}
}

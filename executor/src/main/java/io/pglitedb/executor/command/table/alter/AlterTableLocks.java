package io.pglitedb.executor.command.table.alter;

import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.rowstore.lock.LockMode;
import java.util.List;
import java.util.Set;

/// What ALTER TABLE locks its table with: the strongest mode that one of its commands needs. Source: PostgreSQL's
/// AlterTableGetLockLevel.
final class AlterTableLocks {
    /// Options of tables that readers and writers need not agree on.
    private static final Set<String> LIGHT_OPTIONS =
            Set.of("fillfactor", "toast_tuple_target", "parallel_workers", "n_distinct", "n_distinct_inherited");

    private AlterTableLocks() {}

    static LockMode mode(List<AlterTableStatement.Command> commands) {
        LockMode strongest = LockMode.ACCESS_SHARE;
        for (AlterTableStatement.Command command : commands) {
            LockMode needed = mode(command);
            strongest = needed.compareTo(strongest) > 0 ? needed : strongest;
        }
        return strongest;
    }

    private static LockMode mode(AlterTableStatement.Command command) {
        return switch (command) {
            case AlterTableStatement.SetStatistics _,
                    AlterTableStatement.ClusterOn _,
                    AlterTableStatement.SetWithoutCluster _,
                    AlterTableStatement.SetColumnOptions _,
                    AlterTableStatement.ValidateConstraint _,
                    AlterTableStatement.AttachPartition _ -> LockMode.SHARE_UPDATE_EXCLUSIVE;
            case AlterTableStatement.SetOptions(boolean _, List<DefElem> options)
            when options.stream().allMatch(AlterTableLocks::isLight) -> LockMode.SHARE_UPDATE_EXCLUSIVE;
            case AlterTableStatement.AddConstraint(Constraint.ForeignKey _), AlterTableStatement.SetTriggerFiring _ ->
                LockMode.SHARE_ROW_EXCLUSIVE;
            default -> LockMode.ACCESS_EXCLUSIVE;
        };
    }

    private static boolean isLight(DefElem option) {
        return LIGHT_OPTIONS.contains(option.name()) || option.name().startsWith("autovacuum_");
    }
}

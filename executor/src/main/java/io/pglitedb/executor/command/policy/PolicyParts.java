package io.pglitedb.executor.command.policy;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Optional;

/// What CREATE POLICY and ALTER POLICY have in common. Source of the rules and words: PostgreSQL 15, `policy.c`.
final class PolicyParts {
    private static final int PUBLIC = 0;

    private PolicyParts() {}

    /// The table, locked; 42501 when it is somebody else's.
    static TableDef table(RangeVar name, Definition definition) {
        TableDef table = definition.relation(name, LockMode.ACCESS_EXCLUSIVE);
        new Ownership(definition).require(table);
        if (table.namespace() == Definition.PG_CATALOG) {
            throw Denial.of("permission denied: \"%s\" is a system catalog".formatted(table.name()));
        }
        if (table.kind() != 'r' && table.kind() != 'p') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a table".formatted(table.name()));
        }
        return table;
    }

    /// OIDs, 0 for PUBLIC, which takes the place of all others.
    static List<Integer> roles(List<RoleSpec> roles, Definition definition) {
        if (roles.isEmpty()) {
            return List.of(PUBLIC);
        }
        if (roles.stream().anyMatch(role -> role.kind() == RoleSpec.Kind.PUBLIC)) {
            if (roles.size() > 1) {
                definition
                        .session()
                        .report(Report.warning(
                                        SqlState.INVALID_PARAMETER_VALUE, "ignoring specified roles other than PUBLIC")
                                .withHint("All roles are members of the PUBLIC role."));
            }
            return List.of(PUBLIC);
        }
        return roles.stream().map(role -> RoleNames.oid(definition, role)).toList();
    }

    /// @param raw null for none
    static Optional<Expression> condition(AstExpr raw, TableDef table, Definition definition) {
        return raw == null ? Optional.empty() : Optional.of(definition.policy(table, raw));
    }

    /// @param command pg_policy.polcmd
    static void requireFitting(char command, boolean using, boolean check) {
        if ((command == 'r' || command == 'd') && check) {
            throw new PgException(SqlState.SYNTAX_ERROR, "WITH CHECK cannot be applied to SELECT or DELETE");
        }
        if (command == 'a' && using) {
            throw new PgException(SqlState.SYNTAX_ERROR, "only WITH CHECK expression allowed for INSERT");
        }
    }
}

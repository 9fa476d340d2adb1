package io.pglitedb.executor.command.transaction;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.transaction.Deferral;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SessionStatement.SetConstraints;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// SET CONSTRAINTS.
final class SetConstraintsCommand implements Command<SetConstraints> {
    private static final SystemIndex BY_NAME = SystemTables.index("pg_constraint_conname_nsp_index");

    @Override
    public Class<SetConstraints> statement() {
        return SetConstraints.class;
    }

    @Override
    public String name(SetConstraints set) {
        return "SET CONSTRAINTS";
    }

    @Override
    public String run(SetConstraints set, CommandCall call) {
        call.session().block().warnOutsideBlock("SET CONSTRAINTS");
        Deferral deferral = call.session().block().deferral();
        if (set.constraints().isEmpty()) {
            deferral.setAll(set.deferred());
            return "SET CONSTRAINTS";
        }
        Definition definition = Definition.of(call);
        Set<Integer> constraints = new HashSet<>();
        set.constraints().forEach(name -> constraints.addAll(named(name, set.deferred(), definition)));
        deferral.set(constraints, set.deferred());
        return "SET CONSTRAINTS";
    }

    /// OIDs of the constraints of that name in the nearest schema that has one.
    private static List<Integer> named(RangeVar name, boolean deferred, Definition definition) {
        List<Integer> schemas =
                name.schema() == null ? definition.view().searchPath() : List.of(definition.namespace(name.schema()));
        for (int schema : schemas) {
            List<SystemRow> rows = definition.writer().rows(BY_NAME, name.relation(), schema);
            if (!rows.isEmpty()) {
                return deferrable(rows, name.relation(), deferred);
            }
        }
        throw new PgException(SqlState.UNDEFINED_OBJECT, "constraint \"%s\" does not exist".formatted(name.relation()));
    }

    private static List<Integer> deferrable(List<SystemRow> rows, String name, boolean deferred) {
        List<Integer> found = new ArrayList<>();
        for (SystemRow row : rows) {
            if (row.flag("condeferrable")) {
                found.add(row.oid("oid"));
            } else if (deferred) {
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE, "constraint \"%s\" is not deferrable".formatted(name));
            }
        }
        return found;
    }
}

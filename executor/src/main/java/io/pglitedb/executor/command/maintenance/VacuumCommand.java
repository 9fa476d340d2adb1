package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.SessionStatement.Vacuum;
import io.pglitedb.planner.ast.SessionStatement.VacuumTarget;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Set;

/// VACUUM and ANALYZE. Old row versions go by themselves (see the row store), so VACUUM has nothing to clean.
final class VacuumCommand implements Command<Vacuum> {
    private static final Set<String> VACUUM_OPTIONS = Set.of(
            "analyze",
            "freeze",
            "full",
            "verbose",
            "skip_locked",
            "disable_page_skipping",
            "index_cleanup",
            "process_toast",
            "truncate",
            "parallel");
    private static final Set<String> ANALYZE_OPTIONS = Set.of("verbose", "skip_locked");

    @Override
    public Class<Vacuum> statement() {
        return Vacuum.class;
    }

    @Override
    public String name(Vacuum vacuum) {
        return vacuum.vacuum() ? "VACUUM" : "ANALYZE";
    }

    @Override
    public Set<Trait> traits(Vacuum vacuum) {
        return vacuum.vacuum() ? Set.of(Trait.OUTSIDE_BLOCK) : Set.of();
    }

    @Override
    public String run(Vacuum vacuum, CommandCall call) {
        boolean analyze = !vacuum.vacuum();
        for (DefElem option : vacuum.options()) {
            Set<String> known = vacuum.vacuum() ? VACUUM_OPTIONS : ANALYZE_OPTIONS;
            if (!known.contains(option.name())) {
                throw new PgException(
                                SqlState.SYNTAX_ERROR,
                                "unrecognized %s option \"%s\"".formatted(name(vacuum), option.name()))
                        .at(option.location() + 1);
            }
            analyze |= option.name().equals("analyze") && !isOff(option.value());
        }
        for (VacuumTarget target : vacuum.targets()) {
            TableDef table = check(target, call.session());
            if (analyze) {
                TableStatistics.collect(table, call.session());
            }
        }
        if (analyze && vacuum.targets().isEmpty()) {
            TableStatistics.collectAll(call.session());
        }
        return name(vacuum);
    }

    private static boolean isOff(Object value) {
        return value != null && Set.of("off", "false", "0").contains(value.toString());
    }

    private static TableDef check(VacuumTarget target, Backend session) {
        TableDef table = new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none())
                .relation(target.relation());
        for (String column : target.columns()) {
            if (table.columns().stream()
                    .noneMatch(known -> !known.dropped() && known.name().equals(column))) {
                throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column \"%s\" of relation \"%s\" does not exist".formatted(column, table.name()));
            }
        }
        return table;
    }
}

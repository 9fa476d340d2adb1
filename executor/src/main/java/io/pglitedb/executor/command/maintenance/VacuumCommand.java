package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.access.RoleGraph;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.statistics.analyze.TableAnalysis;
import io.pglitedb.executor.statistics.analyze.TableAnalysis.Outcome;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.SessionStatement.Vacuum;
import io.pglitedb.planner.ast.SessionStatement.VacuumTarget;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
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

    private static final SystemTable CLASSES = SystemTables.table("pg_class");
    private static final int PG_CATALOG = 11; // OID
    /// Process id of what no client asked for.
    private static final int SERVER_ITSELF = 0;

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
        Work work = new Work(call.session(), vacuum.vacuum(), analyze, isOn(vacuum, "verbose"));
        for (VacuumTarget target : vacuum.targets()) {
            work.on(check(target, call.session()), new LinkedHashSet<>(target.columns()), true);
        }
        if (vacuum.targets().isEmpty()) {
            for (SystemRow row : call.session().sessionCatalog().writer().scan(CLASSES)) {
                TableDef table = call.session().catalog().table(row.oid("oid"));
                if (table != null && table.namespace() != PG_CATALOG) {
                    work.on(table, Set.of(), false);
                }
            }
        }
        return name(vacuum);
    }

    private static boolean isOn(Vacuum vacuum, String name) {
        return vacuum.options().stream().anyMatch(option -> option.name().equals(name) && !isOff(option.value()));
    }

    /// What the command does to each table.
    private record Work(Backend session, boolean vacuum, boolean analyze, boolean verbose) {
        /// @param named whether the command names the table
        void on(TableDef table, Set<String> columns, boolean named) {
            if (!TableAnalysis.applies(table)) {
                if (named && !Set.of('r', 'm', 'p').contains(table.kind())) {
                    session.report(Report.warning(
                            SqlState.WARNING,
                            "skipping \"%s\" --- cannot %s non-tables or special system tables"
                                    .formatted(table.name(), vacuum ? "vacuum" : "analyze")));
                }
                return;
            }
            if (!mayProcess(table)) {
                session.report(Report.warning(
                        SqlState.WARNING,
                        "skipping \"%s\" --- only %s can %s it"
                                .formatted(
                                        table.name(),
                                        table.namespace() == PG_CATALOG
                                                ? "superuser or database owner"
                                                : "table or database owner",
                                        vacuum ? "vacuum" : "analyze")));
                return;
            }
            String name = session.catalog().namespaceName(table.namespace()) + "." + table.name();
            if (!analyze) {
                inform("vacuuming \"%s\"".formatted(session.catalog().databaseName() + "." + name));
                new TableAnalysis(session).resize(table);
                return;
            }
            inform("analyzing \"%s\"".formatted(name));
            Outcome outcome = new TableAnalysis(session).run(table, columns, session.processId() == SERVER_ITSELF);
            inform(String.format(
                    Locale.ROOT,
                    "\"%s\": scanned %.0f of %.0f pages, containing %.0f live rows and 0 dead rows;"
                            + " %d rows in sample, %.0f estimated total rows",
                    table.name(),
                    outcome.pages(),
                    outcome.pages(),
                    outcome.tableRows(),
                    outcome.sampledRows(),
                    outcome.tableRows()));
        }

        private boolean mayProcess(TableDef table) {
            CatalogView catalog = session.catalog();
            RoleGraph roles = new RoleGraph(catalog);
            int current = session.identity().currentUser().oid();
            return roles.hasRightsOf(current, table.owner())
                    || roles.hasRightsOf(
                            current, catalog.database(catalog.databaseOid()).owner());
        }

        private void inform(String message) {
            if (verbose) {
                session.report(Report.of(Severity.INFO, SqlState.SUCCESSFUL_COMPLETION, message));
            }
        }
    }

    private static boolean isOff(Object value) {
        return value != null && Set.of("off", "false", "0").contains(value.toString());
    }

    private static TableDef check(VacuumTarget target, Backend session) {
        TableDef table = new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none())
                .relation(target.relation());
        Set<String> named = new HashSet<>();
        for (String column : target.columns()) {
            if (!named.add(column)) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN,
                        "column \"%s\" of relation \"%s\" appears more than once".formatted(column, table.name()));
            }
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

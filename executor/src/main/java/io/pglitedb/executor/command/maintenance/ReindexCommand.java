package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.IndexBuild;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.SessionStatement.Reindex;
import io.pglitedb.planner.ast.SessionStatement.ReindexKind;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// REINDEX. CONCURRENTLY blocks writers all the same, but has to stand outside of a transaction block; the
/// indexes of the catalog are always in step with it, and are left as they are. Several tables are one
/// transaction.
final class ReindexCommand implements Command<Reindex> {
    private static final SystemTable CLASSES = SystemTables.table("pg_class");
    private static final Set<String> OPTIONS = Set.of("verbose", "concurrently", "tablespace");

    @Override
    public Class<Reindex> statement() {
        return Reindex.class;
    }

    @Override
    public String name(Reindex statement) {
        if (isConcurrent(statement)) {
            return "REINDEX CONCURRENTLY";
        }
        return switch (statement.kind()) {
            case SCHEMA, SYSTEM, DATABASE -> "REINDEX " + statement.kind();
            case INDEX, TABLE -> "REINDEX";
        };
    }

    @Override
    public Set<Trait> traits(Reindex statement) {
        EnumSet<Trait> traits = EnumSet.of(Trait.WRITES);
        if (isConcurrent(statement) || statement.kind() != ReindexKind.INDEX && statement.kind() != ReindexKind.TABLE) {
            traits.add(Trait.OUTSIDE_BLOCK);
        }
        return traits;
    }

    private static boolean isOn(Reindex statement, String name) {
        return statement.options().stream()
                .anyMatch(option -> option.name().equals(name)
                        && (option.value() == null
                                || !Set.of("off", "false", "0")
                                        .contains(option.value().toString().toLowerCase(Locale.ROOT))));
    }

    private static boolean isConcurrent(Reindex statement) {
        return isOn(statement, "concurrently");
    }

    @Override
    public String run(Reindex statement, CommandCall call) {
        for (DefElem option : statement.options()) {
            if (!OPTIONS.contains(option.name())) {
                throw new PgException(
                                SqlState.SYNTAX_ERROR, "unrecognized REINDEX option \"%s\"".formatted(option.name()))
                        .at(option.location() + 1);
            }
        }
        if (statement.options().stream().anyMatch(option -> option.name().equals("tablespace"))) {
            throw PgException.notSupported("REINDEX … TABLESPACE");
        }
        Definition definition = Definition.of(call);
        Work work = new Work(definition, isConcurrent(statement), isOn(statement, "verbose"));
        switch (statement.kind()) {
            case INDEX -> work.index(statement);
            case TABLE -> work.table(statement);
            case SCHEMA -> work.schema(statement.name());
            case SYSTEM, DATABASE -> work.database(statement);
        }
        return "REINDEX";
    }

    private record Work(Definition definition, boolean concurrent, boolean verbose) {
        void index(Reindex statement) {
            TableDef found = definition.analysis().relation(statement.relation());
            if (found.kind() != 'i' && found.kind() != 'I') {
                throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not an index".formatted(found.name()));
            }
            new Ownership(definition).require(found);
            requireNoCatalog(found);
            if (found.kind() == 'I') {
                for (int part : definition.view().children(found.oid())) {
                    rebuildTree(part);
                }
                return;
            }
            rebuild(definition.view().index(found.oid()));
        }

        private void rebuildTree(int index) {
            definition.view().children(index).forEach(this::rebuildTree);
            if (definition.view().table(index).kind() == 'i') {
                rebuild(definition.view().index(index));
            }
        }

        private void requireNoCatalog(TableDef relation) {
            if (concurrent && relation.namespace() == Definition.PG_CATALOG) {
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot reindex system catalogs concurrently");
            }
        }

        private void rebuild(IndexDef index) {
            TableDef table = definition.view().table(index.table());
            if (table.namespace() == Definition.PG_CATALOG) {
                return;
            }
            definition.lock(table.oid(), LockMode.SHARE);
            definition.lock(index.oid(), LockMode.ACCESS_EXCLUSIVE);
            new Relations(definition.writer()).replaceStorage(index.oid());
            new IndexBuild(definition).fill(table.oid(), index.oid());
            if (verbose) {
                definition
                        .session()
                        .report(Report.of(
                                Severity.INFO,
                                SqlState.SUCCESSFUL_COMPLETION,
                                "index \"%s\" was reindexed".formatted(index.name())));
            }
        }

        void table(Reindex statement) {
            TableDef table = definition.relation(statement.relation(), LockMode.SHARE);
            if ("rmpt".indexOf(table.kind()) < 0) {
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE,
                        "\"%s\" is not a table or materialized view".formatted(table.name()));
            }
            new Ownership(definition).require(table);
            requireNoCatalog(table);
            if (!tree(table)) {
                definition.notice((concurrent
                                ? "table \"%s\" has no indexes that can be reindexed concurrently"
                                : "table \"%s\" has no indexes to reindex")
                        .formatted(table.name()));
            }
        }

        /// Whether there was something to do; a partitioned table's own indexes are none.
        private boolean tree(TableDef table) {
            if (table.kind() == 'p') {
                definition
                        .view()
                        .children(table.oid())
                        .forEach(part -> tree(definition.view().table(part)));
                return true;
            }
            var indexes = definition.view().indexes(table.oid());
            indexes.forEach(this::rebuild);
            return !indexes.isEmpty();
        }

        void schema(String name) {
            int schema = definition.namespace(name);
            new Ownership(definition).require(ObjectAddress.schema(schema));
            all(schema);
        }

        void database(Reindex statement) {
            String own = definition.view().databaseName();
            if (statement.name() != null && !statement.name().equals(own)) {
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "can only reindex the currently open database");
            }
            int owner =
                    definition.view().database(definition.view().databaseOid()).owner();
            if (!definition.isSuperuser() && owner != definition.owner()) {
                throw Denial.ownership("database", own);
            }
            if (concurrent && statement.kind() == ReindexKind.SYSTEM) {
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot reindex system catalogs concurrently");
            }
            if (statement.kind() == ReindexKind.DATABASE) {
                all(0);
            }
        }

        /// @param schema 0 for every one
        private void all(int schema) {
            for (SystemRow row : definition.writer().scan(CLASSES)) {
                TableDef table = definition.view().table(row.oid("oid"));
                boolean wanted = table != null
                        && (table.kind() == 'r' || table.kind() == 'm')
                        && table.namespace() != Definition.PG_CATALOG
                        && (schema == 0 || table.namespace() == schema);
                if (wanted) {
                    definition.view().indexes(table.oid()).forEach(this::rebuild);
                }
            }
        }
    }
}

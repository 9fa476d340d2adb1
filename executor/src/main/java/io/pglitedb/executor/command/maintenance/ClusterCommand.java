package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.TableNames;
import io.pglitedb.executor.definition.TableRewrite;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.SessionStatement.Cluster;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TableColumns;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// CLUSTER: stores a table anew in the order of an index. An index without an order, as gist has none, leaves the
/// rows in theirs. All tables of one command are one transaction.
final class ClusterCommand implements Command<Cluster> {
    private static final SystemTable INDEXES = SystemTables.table("pg_index");

    @Override
    public Class<Cluster> statement() {
        return Cluster.class;
    }

    @Override
    public String name(Cluster statement) {
        return "CLUSTER";
    }

    @Override
    public Set<Trait> traits(Cluster statement) {
        return statement.relation() == null ? Set.of(Trait.WRITES, Trait.OUTSIDE_BLOCK) : Set.of(Trait.WRITES);
    }

    @Override
    public String run(Cluster statement, CommandCall call) {
        for (DefElem option : statement.options()) {
            if (!option.name().equals("verbose")) {
                throw new PgException(
                                SqlState.SYNTAX_ERROR, "unrecognized CLUSTER option \"%s\"".formatted(option.name()))
                        .at(option.location() + 1);
            }
        }
        Definition definition = Definition.of(call);
        if (statement.relation() == null) {
            all(definition);
            return "CLUSTER";
        }
        TableDef table = definition.relation(statement.relation(), LockMode.ACCESS_EXCLUSIVE);
        if ("rmp".indexOf(table.kind()) < 0) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a table or materialized view".formatted(table.name()));
        }
        new Ownership(definition).require(table);
        IndexDef index =
                statement.index() == null ? marked(table, definition) : named(table, statement.index(), definition);
        requireOrder(table, index, definition);
        if (table.kind() == 'p') {
            tree(index.oid(), definition);
        } else {
            cluster(table, index, definition);
        }
        return "CLUSTER";
    }

    /// Every table of the current role that was clustered before.
    private static void all(Definition definition) {
        for (SystemRow row : definition.writer().scan(INDEXES)) {
            if (row.flag("indisclustered")) {
                IndexDef index = definition.view().index(row.oid("indexrelid"));
                TableDef table = definition.view().table(index.table());
                boolean own = definition.isSuperuser() || table.owner() == definition.owner();
                if (own && table.kind() != 'p') {
                    definition.lock(table.oid(), LockMode.ACCESS_EXCLUSIVE);
                    cluster(table, index, definition);
                }
            }
        }
    }

    private static IndexDef marked(TableDef table, Definition definition) {
        return definition.view().indexes(table.oid()).stream()
                .filter(IndexDef::clustered)
                .findFirst()
                .orElseThrow(() -> new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "there is no previously clustered index for table \"%s\"".formatted(table.name())));
    }

    private static IndexDef named(TableDef table, String name, Definition definition) {
        TableDef found = definition.view().table(table.namespace(), name);
        if (found == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "index \"%s\" for table \"%s\" does not exist".formatted(name, table.name()));
        }
        IndexDef index = definition.view().index(found.oid());
        if (index == null || index.table() != table.oid()) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "\"%s\" is not an index for table \"%s\"".formatted(name, table.name()));
        }
        return index;
    }

    /// Source: PostgreSQL's check_index_is_clusterable.
    private static void requireOrder(TableDef table, IndexDef index, Definition definition) {
        String method = definition.view().accessMethod(index.method()).name();
        if (!method.equals("btree") && !method.equals("gist")) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot cluster on index \"%s\" because access method does not support clustering"
                            .formatted(index.name()));
        }
        if (index.predicate().isPresent()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "cannot cluster on partial index \"%s\"".formatted(index.name()));
        }
        if (!index.valid()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "cannot cluster on invalid index \"%s\"".formatted(index.name()));
        }
        if (table.namespace() == Definition.PG_CATALOG) {
            throw PgException.notSupported("CLUSTER of a system catalog");
        }
    }

    /// Every partition by its part of the index; what the partitions remember stays as it was.
    private static void tree(int index, Definition definition) {
        for (int part : definition.view().children(index)) {
            IndexDef own = definition.view().index(part);
            TableDef partition = definition.view().table(own.table());
            definition.lock(partition.oid(), LockMode.ACCESS_EXCLUSIVE);
            if (partition.kind() == 'p') {
                tree(part, definition);
            } else {
                rewrite(partition, own, definition);
            }
        }
    }

    private static void cluster(TableDef table, IndexDef index, Definition definition) {
        Indexes indexes = new Indexes(definition.writer());
        for (IndexDef each : definition.view().indexes(table.oid())) {
            boolean chosen = each.oid() == index.oid();
            if (each.clustered() != chosen) {
                indexes.update(each.oid(), Map.of("indisclustered", chosen));
            }
        }
        rewrite(table, index, definition);
    }

    private static void rewrite(TableDef table, IndexDef index, Definition definition) {
        TableRewrite rewrite = new TableRewrite(definition, table.oid());
        try (InternalQuery rows = InternalQuery.open(sorted(table, index, definition), definition.backend())) {
            rewrite.write(rows);
        }
    }

    private static String sorted(TableDef table, IndexDef index, Definition definition) {
        List<String> columns = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            columns.add(column.dropped() ? "NULL::pg_catalog.int4" : Quoting.identifier(column.name()));
        }
        String query =
                "SELECT " + String.join(", ", columns) + " FROM ONLY " + TableNames.qualified(table, definition.view());
        if (!definition.view().accessMethod(index.method()).name().equals("btree")) {
            return query;
        }
        SqlPrinter printer = new SqlPrinter(definition.view(), definition.session(), Style.LINE);
        List<Expr> expressions = new TableExpressions(definition.session()).indexKeys(index, table);
        List<String> order = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            IndexDef.Key key = index.keys().get(i);
            String text = key.column() != 0
                    ? Quoting.identifier(table.columns().get(key.column() - 1).name())
                    : "(" + printer.expression(expressions.get(i), new TableColumns(table, definition.view())) + ")";
            order.add(
                    text + (key.descending() ? " DESC" : " ASC") + (key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST"));
        }
        return query + " ORDER BY " + String.join(", ", order);
    }
}

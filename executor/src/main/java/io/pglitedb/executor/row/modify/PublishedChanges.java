package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which changes of a table its publications forbid: those of rows that a subscriber could not find. Source of
/// rules and messages: PostgreSQL 15, `CheckCmdReplicaIdentity`.
final class PublishedChanges {
    private static final int FIRST_OF_USERS = 16384; // OID

    private final CatalogView catalog;
    private final SessionContext session;
    /// Null when there are none.
    private final Publications publications;

    PublishedChanges(SessionContext session) {
        this.session = session;
        this.catalog = session.as(CatalogView.class);
        this.publications = catalog.hasPublications() ? session.as(Publications.class) : null;
    }

    /// 42P10 or 55000 for an UPDATE or DELETE that the table's publications do not allow.
    void require(TableDef table, Set<Event> events) {
        boolean changes = events.contains(Event.UPDATE) || events.contains(Event.DELETE);
        if (publications == null
                || !changes
                || table.kind() != 'r'
                || table.persistence() != 'p'
                || Integer.compareUnsigned(table.oid(), FIRST_OF_USERS) < 0) {
            return;
        }
        List<TableDef> ancestors = ancestors(table);
        List<SystemRow> own = publications.all().stream()
                .filter(publication -> publishes(publication, table)
                        || ancestors.stream().anyMatch(ancestor -> publishes(publication, ancestor)))
                .toList();
        for (Event event : List.of(Event.UPDATE, Event.DELETE)) {
            if (events.contains(event)) {
                require(table, ancestors, own, event);
            }
        }
    }

    /// The nearest first.
    private List<TableDef> ancestors(TableDef table) {
        List<TableDef> found = new ArrayList<>();
        TableDef last = table;
        while (last.traits().partition()) {
            last = catalog.table(catalog.parents(last.oid()).getFirst());
            found.add(last);
        }
        return found;
    }

    private boolean publishes(SystemRow publication, TableDef table) {
        int oid = publication.oid("oid");
        return publication.flag("puballtables")
                || publications.table(oid, table.oid()) != null
                || publications.schema(oid, table.namespace()) != null;
    }

    private void require(TableDef table, List<TableDef> ancestors, List<SystemRow> own, Event event) {
        List<SystemRow> publishing = own.stream()
                .filter(publication -> publication.flag(event == Event.UPDATE ? "pubupdate" : "pubdelete"))
                .toList();
        String verb = event == Event.UPDATE ? "update" : "delete from";
        if (publishing.stream().anyMatch(publication -> filtersByOther(publication, table, ancestors))) {
            throw refused(verb, table)
                    .detail("Column used in the publication WHERE expression is not part of the replica identity.");
        }
        if (publishing.stream().anyMatch(publication -> leavesOut(publication, table, ancestors))) {
            throw refused(verb, table)
                    .detail("Column list used by the publication does not cover the replica identity.");
        }
        if (!publishing.isEmpty() && table.traits().replicaIdentity() != 'f' && identity(table) == null) {
            throw new PgException(
                            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                            "cannot %s table \"%s\" because it does not have a replica identity and publishes %ss"
                                    .formatted(verb, table.name(), event == Event.UPDATE ? "update" : "delete"))
                    .hint("To enable %s the table, set REPLICA IDENTITY using ALTER TABLE."
                            .formatted(event == Event.UPDATE ? "updating" : "deleting from"));
        }
    }

    private static PgException refused(String verb, TableDef table) {
        return new PgException(
                SqlState.INVALID_COLUMN_REFERENCE, "cannot %s table \"%s\"".formatted(verb, table.name()));
    }

    /// The index whose columns tell rows apart for a subscriber; null for none.
    private IndexDef identity(TableDef table) {
        return switch (table.traits().replicaIdentity()) {
            case 'd' -> index(table, true);
            case 'i' -> index(table, false);
            default -> null;
        };
    }

    private IndexDef index(TableDef table, boolean primary) {
        return catalog.indexes(table.oid()).stream()
                .filter(index -> index.immediate() && (primary ? index.primary() : index.replicaIdentity()))
                .findFirst()
                .orElse(null);
    }

    /// Names of the columns that the identity has.
    private Set<String> identityColumns(TableDef table) {
        Set<String> names = new TreeSet<>();
        IndexDef index = identity(table);
        if (index != null) {
            index.keys()
                    .forEach(key ->
                            names.add(table.columns().get(key.column() - 1).name()));
        }
        return names;
    }

    /// The table as which a publication has it: the topmost listed one when it publishes by way of the root.
    private TableDef publishedAs(SystemRow publication, TableDef table, List<TableDef> ancestors) {
        TableDef as = table;
        if (publication.flag("pubviaroot")) {
            for (TableDef ancestor : ancestors) {
                if (publishes(publication, ancestor)) {
                    as = ancestor;
                }
            }
        }
        return as;
    }

    private boolean filtersByOther(SystemRow publication, TableDef table, List<TableDef> ancestors) {
        TableDef as = publishedAs(publication, table, ancestors);
        SystemRow member = publications.table(publication.oid("oid"), as.oid());
        if (table.traits().replicaIdentity() == 'f' || member == null || member.isNull("prqual")) {
            return false;
        }
        Set<String> used = new TreeSet<>();
        collect(NodeTree.readExpression(member.text("prqual"), session), as.columns(), used);
        return !identityColumns(table).containsAll(used);
    }

    private static void collect(Expr expression, List<ColumnDef> columns, Set<String> names) {
        if (expression instanceof Expr.Var variable && variable.attribute() > 0) {
            names.add(columns.get(variable.attribute() - 1).name());
        }
        expression.children().forEach(child -> collect(child, columns, names));
    }

    private boolean leavesOut(SystemRow publication, TableDef table, List<TableDef> ancestors) {
        TableDef as = publishedAs(publication, table, ancestors);
        SystemRow member = publications.table(publication.oid("oid"), as.oid());
        if (member == null || member.isNull("prattrs")) {
            return false;
        }
        Set<String> listed = new TreeSet<>();
        member.integers("prattrs")
                .forEach(number -> listed.add(as.columns().get(number - 1).name()));
        return table.traits().replicaIdentity() == 'f' || !listed.containsAll(identityColumns(table));
    }
}

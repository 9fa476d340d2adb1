package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.Oids;
import io.pglitedb.types.array.VectorValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What publications publish. Source: PostgreSQL 15, `pg_publication.c`.
public final class PublicationFunctions {
    private static final int FIRST_OF_USERS = 16384; // OID

    private PublicationFunctions() {}

    /// Whether a publication may have it: a permanent table of a user.
    @Prosrc("pg_relation_is_publishable")
    public static Boolean isPublishable(CallContext call, int oid) {
        TableDef table = NameFunctions.catalog(call).table(oid);
        return table == null ? null : isPublishable(table);
    }

    private static boolean isPublishable(TableDef table) {
        return (table.kind() == 'r' || table.kind() == 'p')
                && table.persistence() == 'p'
                && Integer.compareUnsigned(table.oid(), FIRST_OF_USERS) >= 0;
    }

    /// Columns: table, numbers of its columns that are published, condition.
    @Prosrc("pg_get_publication_tables")
    public static Iterator<Object> tables(CallContext call, Utf8 name) {
        CatalogWriter writer = call.session().as(Backend.class).sessionCatalog().writer();
        CatalogView view = NameFunctions.catalog(call);
        Publications publications = new Publications(writer);
        SystemRow publication = publications.find(name.toString());
        if (publication == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "publication \"%s\" does not exist".formatted(name));
        }
        Set<Integer> tables = publication.flag("puballtables")
                ? all(writer, view, publication.flag("pubviaroot"))
                : listed(writer, view, publication);
        List<Object> rows = new ArrayList<>();
        for (int table : tables) {
            boolean bySchema = publication.flag("puballtables")
                    || publications.schema(
                                    publication.oid("oid"), view.table(table).namespace())
                            != null;
            SystemRow member = bySchema ? null : publications.table(publication.oid("oid"), table);
            rows.add(row(view.table(table), member));
        }
        return rows.iterator();
    }

    /// @param member null when all of the table is published
    private static Object[] row(TableDef table, SystemRow member) {
        List<Integer> columns = member == null ? List.of() : member.integers("prattrs");
        if (columns.isEmpty()) {
            columns = table.columns().stream()
                    .filter(column -> !column.dropped() && column.generated() == ' ')
                    .map(column -> column.number())
                    .toList();
        }
        return new Object[] {
            table.oid(),
            VectorValueType.of(
                    Oids.INT2, columns.stream().map(Integer::shortValue).toArray()),
            member == null ? null : member.value("prqual")
        };
    }

    private static Set<Integer> all(CatalogWriter writer, CatalogView view, boolean viaRoot) {
        Set<Integer> found = new LinkedHashSet<>();
        for (SystemRow row : writer.scan(SystemTables.table("pg_class"))) {
            TableDef table = view.table(row.oid("oid"));
            boolean whole = !(viaRoot && row.flag("relispartition"));
            if (table != null && isPublishable(table) && whole && (table.kind() == 'r' || viaRoot)) {
                found.add(table.oid());
            }
        }
        return found;
    }

    private static Set<Integer> listed(CatalogWriter writer, CatalogView view, SystemRow publication) {
        Publications publications = new Publications(writer);
        boolean viaRoot = publication.flag("pubviaroot");
        Set<Integer> found = new LinkedHashSet<>();
        for (SystemRow member : publications.tables(publication.oid("oid"))) {
            add(view.table(member.oid("prrelid")), view, viaRoot, found);
        }
        for (SystemRow member : publications.schemas(publication.oid("oid"))) {
            for (SystemRow row : writer.scan(SystemTables.table("pg_class"))) {
                TableDef table = row.oid("relnamespace") == member.oid("pnnspid") ? view.table(row.oid("oid")) : null;
                if (table != null && isPublishable(table)) {
                    add(table, view, viaRoot, found);
                }
            }
        }
        if (viaRoot) {
            Set<Integer> roots = Set.copyOf(found);
            found.removeIf(table -> hasAncestor(table, roots, view));
        }
        return found;
    }

    /// The table, or the partitions that hold its rows.
    private static void add(TableDef table, CatalogView view, boolean viaRoot, Set<Integer> found) {
        if (viaRoot || table.kind() != 'p') {
            found.add(table.oid());
        } else {
            view.children(table.oid()).forEach(child -> add(view.table(child), view, false, found));
        }
    }

    private static boolean hasAncestor(int table, Set<Integer> roots, CatalogView view) {
        return view.table(table).traits().partition()
                && view.parents(table).stream()
                        .anyMatch(parent -> roots.contains(parent) || hasAncestor(parent, roots, view));
    }
}

package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.CatalogReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What depends on a shared object (a role, a tablespace), in this database and others. Source: PostgreSQL 15,
/// `checkSharedDependencies`.
public final class RoleDependencies {
    private static final SystemIndex REFERENCE = SystemTables.index("pg_shdepend_reference_index");
    private static final int LINES_MAX = 100;

    private final CatalogReader reader;
    private final int database;
    private final ObjectDescriptions descriptions;

    public RoleDependencies(CatalogReader reader, int database, ObjectDescriptions descriptions) {
        this.reader = reader;
        this.database = database;
        this.descriptions = descriptions;
    }

    /// An object of this database or a shared one.
    ///
    /// @param type o owner, a mentioned in the ACL, r mentioned in a policy, t uses the tablespace
    public record Link(ObjectAddress object, char type) {}

    /// What depends on it here and among the shared objects, oldest first.
    public List<Link> local(ObjectAddress referenced) {
        return rows(referenced).stream()
                .filter(row -> row.oid("dbid") == database || row.oid("dbid") == 0)
                .map(row -> new Link(
                        new ObjectAddress(row.oid("classid"), row.oid("objid"), row.integer("objsubid")),
                        row.letter("deptype")))
                .toList();
    }

    private List<SystemRow> rows(ObjectAddress referenced) {
        List<SystemRow> rows = new ArrayList<>(reader.rows(REFERENCE, referenced.classOid(), referenced.oid()));
        rows.sort(Comparator.<SystemRow>comparingLong(row -> Integer.toUnsignedLong(row.oid("objid")))
                .thenComparingLong(row -> Integer.toUnsignedLong(row.oid("classid")))
                .thenComparingInt(row -> row.integer("objsubid"))
                .thenComparingInt(row -> row.letter("deptype")));
        return rows;
    }

    /// The lines of a DETAIL that says why it cannot be dropped; empty when nothing depends on it.
    public String detail(ObjectAddress referenced) {
        List<String> lines = new ArrayList<>();
        for (Link link : local(referenced)) {
            lines.add(line(link));
        }
        Map<Long, Integer> elsewhere = new TreeMap<>();
        for (SystemRow row : rows(referenced)) {
            if (row.oid("dbid") != database && row.oid("dbid") != 0) {
                elsewhere.merge(Integer.toUnsignedLong(row.oid("dbid")), 1, Integer::sum);
            }
        }
        elsewhere.forEach((oid, count) -> lines.add("%d object%s in %s"
                .formatted(
                        count,
                        count == 1 ? "" : "s",
                        descriptions.describe(ObjectAddress.of(ClassOid.DATABASE, oid.intValue())))));
        if (lines.size() <= LINES_MAX) {
            return String.join("\n", lines);
        }
        int left = lines.size() - LINES_MAX;
        return String.join("\n", lines.subList(0, LINES_MAX))
                + "\nand %d other object%s (see server log for list)".formatted(left, left == 1 ? "" : "s");
    }

    private String line(Link link) {
        String description = descriptions.describe(link.object);
        return switch (link.type) {
            case 'o' -> "owner of " + description;
            case 'a' -> "privileges for " + description;
            case 'r' -> "target of " + description;
            case 't' -> "tablespace for " + description;
            default -> throw new IllegalStateException("no kind of shared dependency: " + link.type);
        };
    }
}

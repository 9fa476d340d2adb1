package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Records who depends on what.
public final class Dependencies {
    private static final SystemTable DEPEND = SystemTables.table("pg_depend");
    private static final SystemTable SHARED = SystemTables.table("pg_shdepend");
    static final SystemIndex DEPENDER = SystemTables.index("pg_depend_depender_index");
    static final SystemIndex REFERENCE = SystemTables.index("pg_depend_reference_index");
    private static final SystemIndex SHARED_DEPENDER = SystemTables.index("pg_shdepend_depender_index");

    private final CatalogWriter writer;

    public Dependencies(CatalogWriter writer) {
        this.writer = writer;
    }

    public void record(ObjectAddress depender, ObjectAddress referenced, DependencyType type) {
        if (referenced.oid() == 0 || referenced.isPinned()) {
            return;
        }
        writer.insert(
                DEPEND,
                Map.of(
                        "classid", depender.classOid(),
                        "objid", depender.oid(),
                        "objsubid", depender.subId(),
                        "refclassid", referenced.classOid(),
                        "refobjid", referenced.oid(),
                        "refobjsubid", referenced.subId(),
                        "deptype", type.letter()));
    }

    /// On each object once.
    public void recordAll(ObjectAddress depender, Collection<ObjectAddress> referenced, DependencyType type) {
        for (ObjectAddress each : new LinkedHashSet<>(referenced)) {
            record(depender, each, type);
        }
    }

    /// On what an expression refers to; on columns of its own table another way.
    ///
    /// @param relation whose columns are its own
    public void recordExpression(
            ObjectAddress depender,
            Collection<ObjectAddress> references,
            int relation,
            DependencyType onOwn,
            DependencyType onOthers) {
        for (ObjectAddress each : new LinkedHashSet<>(references)) {
            boolean own = each.classOid() == ClassOid.RELATION && each.oid() == relation;
            if (!own || !each.equals(depender)) {
                record(depender, each, own ? onOwn : onOthers);
            }
        }
    }

    /// Owners and grantees are shared objects; those that initdb made are pinned.
    public void recordOwner(ObjectAddress object, int role) {
        recordShared(object, ClassOid.ROLE, role, 'o');
    }

    /// @param type o owner, a mentioned in the ACL, r mentioned in a policy, t uses the tablespace
    public void recordShared(ObjectAddress object, int referencedClass, int referencedOid, char type) {
        if (ObjectAddress.of(referencedClass, referencedOid).isPinned()) {
            return;
        }
        writer.insert(
                SHARED,
                Map.of(
                        "dbid", databaseOf(object),
                        "classid", object.classOid(),
                        "objid", object.oid(),
                        "objsubid", object.subId(),
                        "refclassid", referencedClass,
                        "refobjid", referencedOid,
                        "deptype", type));
    }

    /// Forgets one shared dependency.
    public void forgetShared(ObjectAddress object, int referencedClass, int referencedOid, char type) {
        for (SystemRow row : sharedOf(object)) {
            if (row.oid("refclassid") == referencedClass
                    && row.oid("refobjid") == referencedOid
                    && row.letter("deptype") == type
                    && row.integer("objsubid") == object.subId()) {
                writer.delete(row);
            }
        }
    }

    /// 0 for shared objects.
    private int databaseOf(ObjectAddress object) {
        return SystemTables.find(object.classOid()).isShared() ? 0 : writer.databaseOid();
    }

    /// Makes the object the property of another role.
    public void changeOwner(ObjectAddress object, int role) {
        for (SystemRow row : sharedOf(object)) {
            if (row.letter("deptype") == 'o') {
                writer.delete(row);
            }
        }
        recordOwner(object, role);
    }

    /// Forgets what the object depends on; that of its columns too when it is a whole relation.
    public void forget(ObjectAddress object) {
        dependenciesOf(object).forEach(writer::delete);
        sharedOf(object).forEach(writer::delete);
    }

    /// Forgets what roles own, and may do with, in a database.
    public void forgetDatabase(int database) {
        writer.rows(SHARED_DEPENDER, database).forEach(writer::delete);
    }

    /// Notes for a copy of a database what roles own in the original.
    public void copyDatabase(int from, int to) {
        for (SystemRow row : writer.rows(SHARED_DEPENDER, from)) {
            writer.insert(SHARED, row.columns(Map.of("dbid", to)));
        }
    }

    /// Forgets that an object depends on another in one way.
    public void forget(ObjectAddress object, ObjectAddress referenced, DependencyType type) {
        for (SystemRow row : dependenciesOf(object)) {
            if (Link.of(row).referenced().equals(referenced) && row.letter("deptype") == type.letter()) {
                writer.delete(row);
            }
        }
    }

    /// Points the object's dependency on one object of a class at another one (as when it moves to another
    /// schema).
    public void change(ObjectAddress object, ObjectAddress from, ObjectAddress to) {
        for (SystemRow row : dependenciesOf(object)) {
            if (Link.of(row).referenced().equals(from)) {
                DependencyType type = DependencyType.of(row.letter("deptype"));
                writer.delete(row);
                record(object, to, type);
                return;
            }
        }
        if (from.isPinned()) {
            record(object, to, DependencyType.NORMAL);
        }
    }

    /// pg_depend rows of the depender.
    private List<SystemRow> dependenciesOf(ObjectAddress object) {
        return object.subId() == 0
                ? writer.rows(DEPENDER, object.classOid(), object.oid())
                : writer.rows(DEPENDER, object.classOid(), object.oid(), object.subId());
    }

    /// pg_depend rows of those that depend on the object.
    private List<SystemRow> dependersOf(ObjectAddress object) {
        return object.subId() == 0
                ? writer.rows(REFERENCE, object.classOid(), object.oid())
                : writer.rows(REFERENCE, object.classOid(), object.oid(), object.subId());
    }

    /// A pg_depend row.
    public record Link(ObjectAddress depender, ObjectAddress referenced, DependencyType type) {
        static Link of(SystemRow row) {
            return new Link(
                    new ObjectAddress(row.oid("classid"), row.oid("objid"), row.integer("objsubid")),
                    new ObjectAddress(row.oid("refclassid"), row.oid("refobjid"), row.integer("refobjsubid")),
                    DependencyType.of(row.letter("deptype")));
        }
    }

    /// What the object depends on; its columns too when it is a whole relation.
    public List<Link> linksOf(ObjectAddress object) {
        return dependenciesOf(object).stream().map(Link::of).toList();
    }

    /// What depends on the object; on its columns too when it is a whole relation.
    public List<Link> linksTo(ObjectAddress object) {
        return dependersOf(object).stream().map(Link::of).toList();
    }

    /// What the object depends on in one way.
    public List<ObjectAddress> referenced(ObjectAddress object, DependencyType type) {
        List<ObjectAddress> found = new ArrayList<>();
        for (SystemRow row : dependenciesOf(object)) {
            if (row.letter("deptype") == type.letter()) {
                found.add(Link.of(row).referenced());
            }
        }
        return found;
    }

    /// Who depends on the object, in any way; on a column only when it is one.
    public List<ObjectAddress> dependers(ObjectAddress object) {
        return dependersOf(object).stream()
                .map(row -> Link.of(row).depender())
                .distinct()
                .toList();
    }

    private List<SystemRow> sharedOf(ObjectAddress object) {
        int database = databaseOf(object);
        return object.subId() == 0
                ? writer.rows(SHARED_DEPENDER, database, object.classOid(), object.oid())
                : writer.rows(SHARED_DEPENDER, database, object.classOid(), object.oid(), object.subId());
    }
}

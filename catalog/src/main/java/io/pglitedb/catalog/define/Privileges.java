package io.pglitedb.catalog.define;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.value.PgArray;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Writes access control lists and owners of objects, and notes which roles they mention, so that these cannot be
/// dropped.
public final class Privileges {
    private static final SystemIndex COLUMN = SystemTables.index("pg_attribute_relid_attnum_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Privileges(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// The object's row: of pg_attribute for a column.
    private SystemRow row(ObjectAddress object) {
        return object.subId() == 0
                ? writer.row(ClassOid.table(object.classOid()).oidIndex(), object.oid())
                : writer.row(COLUMN, object.oid(), object.subId());
    }

    /// Empty while nothing was granted or revoked.
    public Optional<PgArray> acl(ObjectAddress object) {
        SystemRow row = row(object);
        return row.array(aclColumn(row));
    }

    /// Of the object, or of the relation that a column is in.
    public int owner(ObjectAddress object) {
        SystemRow row = row(ObjectAddress.of(object.classOid(), object.oid()));
        return row.oid(column(row, "owner"));
    }

    /// Replaces an object's list.
    ///
    /// @param owner of the object, whom the list need not mention
    public void setAcl(ObjectAddress object, Acl acl, int owner) {
        SystemRow row = row(object);
        Set<Integer> before = new HashSet<>();
        row.array(aclColumn(row)).ifPresent(items -> before.addAll(new Acl(items, owner).roles()));
        Set<Integer> after = acl.roles();
        boolean none = object.subId() != 0 && acl.toArray().elements().length == 0;
        writer.update(row, new RowValues().set(aclColumn(row), none ? null : acl.toArray()));
        for (int role : before) {
            if (!after.contains(role)) {
                dependencies.forgetShared(object, ClassOid.ROLE, role, 'a');
            }
        }
        for (int role : after) {
            if (!before.contains(role)) {
                dependencies.recordShared(object, ClassOid.ROLE, role, 'a');
            }
        }
    }

    /// Makes an object another role's, with its access control list.
    public void setOwner(ObjectAddress object, int owner) {
        SystemRow row = row(object);
        String ownerColumn = column(row, "owner");
        int before = row.oid(ownerColumn);
        if (before == owner) {
            return;
        }
        if (row.table().columns().stream().anyMatch(each -> each.name().endsWith("acl"))) {
            replaceRole(object, before, owner);
        }
        writer.update(row(object), new RowValues().set(ownerColumn, owner));
        dependencies.changeOwner(object, owner);
    }

    /// Puts another role where the object's list names one.
    public void replaceRole(ObjectAddress object, int before, int role) {
        SystemRow row = row(object);
        row.array(aclColumn(row)).ifPresent(items -> {
            Acl acl = new Acl(items, before);
            acl.replace(before, role);
            setAcl(object, new Acl(acl.toArray(), role), role);
        });
    }

    private static String aclColumn(SystemRow row) {
        return column(row, "acl");
    }

    /// The column whose name ends like that: relowner, typacl …; datdba is an owner too.
    private static String column(SystemRow row, String ending) {
        return row.table().columns().stream()
                .map(column -> column.name())
                .filter(name -> name.endsWith(ending) || (ending.equals("owner") && name.equals("datdba")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(row.table() + " has no " + ending));
    }
}

package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.NameType;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes types, each with its array type. Source of names and dependencies: PostgreSQL 15, `pg_type.c`.
public final class Types {
    static final SystemTable TABLE = SystemTables.table("pg_type");
    private static final SystemTable ENUM = SystemTables.table("pg_enum");
    private static final SystemIndex LABELS = SystemTables.index("pg_enum_typid_sortorder_index");

    private static final int ARRAY_SUBSCRIPT = 6179;
    private static final int ARRAY_ANALYZE = 3816;
    private static final int DOMAIN_IN = 2597;
    private static final int DOMAIN_RECEIVE = 2598;

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Types(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// An enum type with labels in their order; its OID.
    public int createEnum(String name, int namespace, int owner, List<String> labels) {
        makeRoom(name, namespace, false);
        int arrayOid = writer.newOid(TABLE);
        int oid = writer.newOid(TABLE);
        RowValues row = base(oid, name, namespace, owner)
                .set("typlen", 4)
                .set("typbyval", true)
                .set("typtype", 'e')
                .set("typcategory", 'E')
                .set("typarray", arrayOid)
                .set("typinput", 3506)
                .set("typoutput", 3507)
                .set("typreceive", 3532)
                .set("typsend", 3533)
                .set("typalign", 'i')
                .set("typstorage", 'p');
        writer.insert(TABLE, row);
        dependOnSchema(oid, namespace, owner);
        createArray(arrayOid, oid, name, namespace, owner, 'i', ',', 0);
        float order = 1;
        for (String label : labels) {
            insertLabel(oid, label, order++);
        }
        return oid;
    }

    private void insertLabel(int type, String label, float order) {
        if (Utf8.of(label).length() > NameType.MAX_BYTES) {
            throw new PgException(SqlState.INVALID_NAME, "invalid enum label \"%s\"".formatted(label))
                    .detail("Labels must be %d bytes or less.".formatted(NameType.MAX_BYTES));
        }
        writer.insert(
                ENUM,
                Map.of("oid", writer.newOid(ENUM), "enumtypid", type, "enumsortorder", order, "enumlabel", label));
    }

    /// ALTER TYPE … ADD VALUE. False when the label is there and `ifNotExists`.
    ///
    /// @param neighbour label before or behind which the new one goes; empty for the end
    public boolean addLabel(
            int type, String label, Optional<String> neighbour, boolean behindNeighbour, boolean ifNotExists) {
        List<SystemRow> rows = writer.rows(LABELS, type);
        if (rows.stream().anyMatch(row -> row.text("enumlabel").equals(label))) {
            if (ifNotExists) {
                return false;
            }
            throw new PgException(SqlState.DUPLICATE_OBJECT, "enum label \"%s\" already exists".formatted(label));
        }
        insertLabel(type, label, sortOrder(rows, neighbour, behindNeighbour));
        return true;
    }

    private static float sortOrder(List<SystemRow> rows, Optional<String> neighbour, boolean behind) {
        if (neighbour.isEmpty()) {
            return rows.isEmpty() ? 1 : order(rows.getLast()) + 1;
        }
        int at = 0;
        while (at < rows.size() && !rows.get(at).text("enumlabel").equals(neighbour.get())) {
            at++;
        }
        if (at == rows.size()) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "\"%s\" is not an existing enum label".formatted(neighbour.get()));
        }
        int other = behind ? at + 1 : at - 1;
        float here = order(rows.get(at));
        if (other < 0 || other == rows.size()) {
            return behind ? here + 1 : here - 1;
        }
        float between = (here + order(rows.get(other))) / 2;
        if (between == here || between == order(rows.get(other))) {
            throw PgException.notSupported("another label between two so close to each other");
        }
        return between;
    }

    private static float order(SystemRow row) {
        return (float) row.number("enumsortorder");
    }

    /// ALTER TYPE … RENAME VALUE.
    public void renameLabel(int type, String label, String newLabel) {
        List<SystemRow> rows = writer.rows(LABELS, type);
        SystemRow found = null;
        for (SystemRow row : rows) {
            if (row.text("enumlabel").equals(newLabel)) {
                throw new PgException(
                        SqlState.DUPLICATE_OBJECT, "enum label \"%s\" already exists".formatted(newLabel));
            }
            found = row.text("enumlabel").equals(label) ? row : found;
        }
        if (found == null) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "\"%s\" is not an existing enum label".formatted(label));
        }
        writer.update(found, Map.of("enumlabel", newLabel));
    }

    /// A domain over `base`, without its checks; its OID.
    ///
    /// @param typmod of the base type, -1 for none
    /// @param defaultText the default as SQL
    public int createDomain(
            String name,
            int namespace,
            int owner,
            TypeDef base,
            int typmod,
            int dimensions,
            int collation,
            boolean notNull,
            Optional<Expression> defaultExpression,
            Optional<String> defaultText) {
        makeRoom(name, namespace, false);
        int arrayOid = writer.newOid(TABLE);
        int oid = writer.newOid(TABLE);
        RowValues row = base(oid, name, namespace, owner)
                .set("typlen", base.length())
                .set("typbyval", base.byValue())
                .set("typtype", 'd')
                .set("typcategory", base.category())
                .set("typdelim", base.delimiter())
                .set("typarray", arrayOid)
                .set("typinput", DOMAIN_IN)
                .set("typoutput", base.output())
                .set("typreceive", DOMAIN_RECEIVE)
                .set("typsend", base.send())
                .set("typanalyze", base.analyze())
                .set("typalign", base.align())
                .set("typstorage", base.storage())
                .set("typnotnull", notNull)
                .set("typbasetype", base.oid())
                .set("typtypmod", typmod)
                .set("typndims", dimensions)
                .set("typcollation", collation)
                .set("typdefaultbin", defaultExpression.map(Expression::tree).orElse(null))
                .set("typdefault", defaultText.orElse(null));
        writer.insert(TABLE, row);
        ObjectAddress self = ObjectAddress.type(oid);
        dependOnSchema(oid, namespace, owner);
        dependencies.record(self, ObjectAddress.type(base.oid()), DependencyType.NORMAL);
        dependencies.record(self, ObjectAddress.collation(collation), DependencyType.NORMAL);
        defaultExpression.ifPresent(
                expression -> dependencies.recordAll(self, expression.references(), DependencyType.NORMAL));
        createArray(arrayOid, oid, name, namespace, owner, base.align(), base.delimiter(), collation);
        return oid;
    }

    /// Gives a domain another default, or none.
    ///
    /// @param text the default as SQL
    public void setDomainDefault(int oid, Optional<Expression> expression, Optional<String> text) {
        SystemRow row = writer.row(TABLE.oidIndex(), oid);
        writer.update(
                row,
                new RowValues()
                        .set("typdefaultbin", expression.map(Expression::tree).orElse(null))
                        .set("typdefault", text.orElse(null)));
        ObjectAddress self = ObjectAddress.type(oid);
        ObjectAddress base = ObjectAddress.type(row.oid("typbasetype"));
        ObjectAddress collation = ObjectAddress.collation(row.oid("typcollation"));
        ObjectAddress schema = ObjectAddress.schema(row.oid("typnamespace"));
        List<ObjectAddress> lasting = List.of(base, collation, schema);
        dependencies.referenced(self, DependencyType.NORMAL).stream()
                .distinct()
                .forEach(each -> dependencies.forget(self, each, DependencyType.NORMAL));
        dependencies.recordAll(self, lasting, DependencyType.NORMAL);
        expression.ifPresent(each -> dependencies.recordAll(self, each.references(), DependencyType.NORMAL));
    }

    public void setDomainNotNull(int oid, boolean notNull) {
        writer.update(writer.row(TABLE.oidIndex(), oid), Map.of("typnotnull", notNull));
    }

    /// The row type of a relation and its array type.
    ///
    /// @param independent made by CREATE TYPE: then the relation depends on the type, else the type on the
    ///     relation
    void createRowType(
            int oid, int arrayOid, String name, int namespace, int owner, int relation, boolean independent) {
        RowValues row = base(oid, name, namespace, owner)
                .set("typlen", -1)
                .set("typbyval", false)
                .set("typtype", 'c')
                .set("typcategory", 'C')
                .set("typrelid", relation)
                .set("typarray", arrayOid)
                .set("typinput", 2290)
                .set("typoutput", 2291)
                .set("typreceive", 2402)
                .set("typsend", 2403)
                .set("typalign", 'd')
                .set("typstorage", 'x');
        writer.insert(TABLE, row);
        ObjectAddress self = ObjectAddress.type(oid);
        ObjectAddress rows = ObjectAddress.relation(relation);
        if (independent) {
            dependOnSchema(oid, namespace, owner);
            dependencies.record(rows, self, DependencyType.INTERNAL);
        } else {
            dependencies.record(self, rows, DependencyType.INTERNAL);
        }
        createArray(arrayOid, oid, name, namespace, owner, 'd', ',', 0);
    }

    void createArray(
            int oid, int element, String name, int namespace, int owner, char align, char delimiter, int collation) {
        RowValues row = base(oid, arrayName(name, namespace), namespace, owner)
                .set("typlen", -1)
                .set("typbyval", false)
                .set("typtype", 'b')
                .set("typcategory", 'A')
                .set("typdelim", delimiter)
                .set("typsubscript", ARRAY_SUBSCRIPT)
                .set("typelem", element)
                .set("typinput", 750)
                .set("typoutput", 751)
                .set("typreceive", 2400)
                .set("typsend", 2401)
                .set("typanalyze", ARRAY_ANALYZE)
                .set("typalign", align == 'd' ? 'd' : 'i')
                .set("typstorage", 'x')
                .set("typcollation", collation);
        writer.insert(TABLE, row);
        ObjectAddress self = ObjectAddress.type(oid);
        dependencies.record(self, ObjectAddress.type(element), DependencyType.INTERNAL);
        dependencies.record(self, ObjectAddress.collation(collation), DependencyType.NORMAL);
    }

    static RowValues base(int oid, String name, int namespace, int owner) {
        return new RowValues()
                .set("oid", oid)
                .set("typname", name)
                .set("typnamespace", namespace)
                .set("typowner", owner)
                .set("typispreferred", false)
                .set("typisdefined", true)
                .set("typdelim", ',')
                .set("typrelid", 0)
                .set("typsubscript", 0)
                .set("typelem", 0)
                .set("typarray", 0)
                .set("typmodin", 0)
                .set("typmodout", 0)
                .set("typanalyze", 0)
                .set("typnotnull", false)
                .set("typbasetype", 0)
                .set("typtypmod", -1)
                .set("typndims", 0)
                .set("typcollation", 0);
    }

    void dependOnSchema(int oid, int namespace, int owner) {
        ObjectAddress self = ObjectAddress.type(oid);
        dependencies.record(self, ObjectAddress.schema(namespace), DependencyType.NORMAL);
        dependencies.recordOwner(self, owner);
    }

    /// `_name`, with more underscores when taken, cut to the length of a name.
    private String arrayName(String name, int namespace) {
        StringBuilder candidate = new StringBuilder(name);
        do {
            candidate.insert(0, '_');
        } while (writer.view().type(namespace, truncated(candidate.toString())) != null);
        return truncated(candidate.toString());
    }

    private static String truncated(String name) {
        return NameType.truncate(Utf8.of(name)).toString();
    }

    /// Refuses a type's name that is taken; an array type in the way gets another name.
    ///
    /// @param relation true when the name is meant for a relation's row type
    void makeRoom(String name, int namespace, boolean relation) {
        TypeDef taken = writer.view().type(namespace, name);
        if (taken == null) {
            return;
        }
        if (taken.isTrueArray() && isArrayOf(taken)) {
            TypeDef element = writer.view().type(taken.elementType());
            writer.update(
                    writer.row(TABLE.oidIndex(), taken.oid()), Map.of("typname", arrayName(element.name(), namespace)));
            return;
        }
        PgException refused = new PgException(SqlState.DUPLICATE_OBJECT, "type \"%s\" already exists".formatted(name));
        if (relation) {
            refused.hint("A relation has an associated type of the same name, "
                    + "so you must use a name that doesn't conflict with any existing type.");
        }
        throw refused;
    }

    private boolean isArrayOf(TypeDef array) {
        return writer.view().type(array.elementType()).arrayType() == array.oid();
    }

    public void setOwner(int oid, int owner) {
        writer.update(writer.row(TABLE.oidIndex(), oid), Map.of("typowner", owner));
    }

    /// Renames a type and gives its array type a name to go with it.
    public void rename(int oid, String newName) {
        TypeDef type = writer.view().type(oid);
        makeRoom(newName, type.namespace(), false);
        writer.update(writer.row(TABLE.oidIndex(), oid), Map.of("typname", newName));
        if (type.arrayType() != 0) {
            writer.update(
                    writer.row(TABLE.oidIndex(), type.arrayType()),
                    Map.of("typname", arrayName(newName, type.namespace())));
        }
    }
}

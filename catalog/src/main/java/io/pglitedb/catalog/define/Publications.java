package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows of publications, and of the tables and schemas in them. Source: PostgreSQL 15, `pg_publication.c`.
public final class Publications {
    private static final SystemTable PUBLICATIONS = SystemTables.table("pg_publication");
    private static final SystemTable TABLES = SystemTables.table("pg_publication_rel");
    private static final SystemTable SCHEMAS = SystemTables.table("pg_publication_namespace");
    private static final SystemIndex NAMES = SystemTables.index("pg_publication_pubname_index");
    private static final SystemIndex TABLE = SystemTables.index("pg_publication_rel_prrelid_prpubid_index");
    private static final SystemIndex TABLES_OF = SystemTables.index("pg_publication_rel_prpubid_index");
    private static final SystemIndex SCHEMA = SystemTables.index("pg_publication_namespace_pnnspid_pnpubid_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Publications(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// Null when there is none.
    public SystemRow find(String name) {
        return writer.row(NAMES, name);
    }

    /// All of them.
    public List<SystemRow> all() {
        return writer.scan(PUBLICATIONS);
    }

    /// @param options columns that say what is published, and how
    public int create(String name, int owner, boolean allTables, Map<String, Boolean> options) {
        int oid = writer.newOid(PUBLICATIONS);
        RowValues row = new RowValues()
                .set("oid", oid)
                .set("pubname", name)
                .set("pubowner", owner)
                .set("puballtables", allTables);
        options.forEach(row::set);
        writer.insert(PUBLICATIONS, row);
        dependencies.recordOwner(ObjectAddress.of(ClassOid.PUBLICATION, oid), owner);
        return oid;
    }

    public void update(SystemRow publication, Map<String, Boolean> options) {
        writer.update(publication, options);
    }

    /// pg_publication_rel rows.
    public List<SystemRow> tables(int publication) {
        return writer.rows(TABLES_OF, publication);
    }

    /// Null when the table is not a part by itself.
    public SystemRow table(int publication, int table) {
        return writer.row(TABLE, table, publication);
    }

    /// pg_publication_namespace rows.
    public List<SystemRow> schemas(int publication) {
        return writer.scan(SCHEMAS).stream()
                .filter(row -> row.oid("pnpubid") == publication)
                .toList();
    }

    /// Null when the schema is not a part.
    public SystemRow schema(int publication, int schema) {
        return writer.row(SCHEMA, schema, publication);
    }

    /// @param columns their numbers, in order; empty for all
    /// @param where which rows are published; empty for all
    public void addTable(int publication, int table, List<Integer> columns, Optional<Expression> where) {
        int oid = writer.newOid(TABLES);
        writer.insert(
                TABLES,
                new RowValues()
                        .set("oid", oid)
                        .set("prpubid", publication)
                        .set("prrelid", table)
                        .set("prqual", where.map(Expression::tree).orElse(null))
                        .set("prattrs", columns.isEmpty() ? null : Values.int2Vector(columns)));
        ObjectAddress self = ObjectAddress.of(ClassOid.PUBLISHED_TABLE, oid);
        dependencies.record(self, ObjectAddress.of(ClassOid.PUBLICATION, publication), DependencyType.AUTO);
        dependencies.record(self, ObjectAddress.relation(table), DependencyType.AUTO);
        where.ifPresent(expression -> dependencies.recordAll(self, expression.references(), DependencyType.NORMAL));
        dependencies.recordAll(
                self,
                columns.stream()
                        .map(column -> ObjectAddress.column(table, column))
                        .toList(),
                DependencyType.NORMAL);
    }

    public void addSchema(int publication, int schema) {
        int oid = writer.newOid(SCHEMAS);
        writer.insert(
                SCHEMAS,
                new RowValues().set("oid", oid).set("pnpubid", publication).set("pnnspid", schema));
        ObjectAddress self = ObjectAddress.of(ClassOid.PUBLISHED_SCHEMA, oid);
        dependencies.record(self, ObjectAddress.of(ClassOid.PUBLICATION, publication), DependencyType.AUTO);
        dependencies.record(self, ObjectAddress.schema(schema), DependencyType.AUTO);
    }

    /// @param member a row of a table or schema in a publication
    public void remove(SystemRow member) {
        int classOid = member.table() == TABLES ? ClassOid.PUBLISHED_TABLE : ClassOid.PUBLISHED_SCHEMA;
        dependencies.forget(ObjectAddress.of(classOid, member.oid("oid")));
        writer.delete(member);
    }
}

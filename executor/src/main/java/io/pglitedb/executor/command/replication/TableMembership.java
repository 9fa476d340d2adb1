package io.pglitedb.executor.command.replication;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tables become, and cease to be, parts of a publication. Source of rules and messages: PostgreSQL 15,
/// `publicationcmds.c` and `pg_publication.c`.
final class TableMembership {
    private final Definition definition;
    private final Publications publications;
    private final SystemRow publication;
    private final int oid;
    private final boolean viaRoot;

    TableMembership(Definition definition, SystemRow publication) {
        this.definition = definition;
        this.publications = new Publications(definition.writer());
        this.publication = publication;
        this.oid = publication.oid("oid");
        this.viaRoot = publication.flag("pubviaroot");
    }

    /// @param withSchemas whether the publication has, or is to have, schemas too
    void add(List<PublishedTables.Entry> tables, boolean withSchemas) {
        add(tables, filters(tables, withSchemas));
    }

    private Map<Integer, Optional<Expression>> filters(List<PublishedTables.Entry> tables, boolean withSchemas) {
        Map<Integer, Optional<Expression>> filters = new HashMap<>();
        tables.forEach(entry -> filters.put(entry.table().oid(), filter(entry)));
        tables.forEach(entry -> requireColumnListAllowed(entry, withSchemas));
        return filters;
    }

    private void add(List<PublishedTables.Entry> tables, Map<Integer, Optional<Expression>> filters) {
        for (PublishedTables.Entry entry : tables) {
            TableDef table = entry.table();
            new Ownership(definition).require(table);
            if (publications.table(oid, table.oid()) != null) {
                throw new PgException(
                        SqlState.DUPLICATE_OBJECT,
                        "relation \"%s\" is already member of publication \"%s\""
                                .formatted(table.name(), publication.text("pubname")));
            }
            requirePublishable(table);
            publications.addTable(oid, table.oid(), columns(entry), filters.get(table.oid()));
        }
    }

    /// Makes these its tables; what stays as it is keeps its row.
    void set(List<PublishedTables.Entry> tables, boolean withSchemas) {
        Map<Integer, Optional<Expression>> filters = filters(tables, withSchemas);
        List<PublishedTables.Entry> added = new ArrayList<>(tables);
        for (SystemRow before : publications.tables(oid)) {
            boolean kept = added.removeIf(entry -> entry.table().oid() == before.oid("prrelid")
                    && columns(entry).equals(before.integers("prattrs"))
                    && filters.get(entry.table().oid()).map(Expression::tree).equals(before.optional("prqual")));
            if (!kept) {
                publications.remove(before);
            }
        }
        add(added, filters);
    }

    void drop(List<PublishedTables.Entry> tables) {
        for (PublishedTables.Entry entry : tables) {
            if (!entry.columns().isEmpty()) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "column list must not be specified in ALTER PUBLICATION ... DROP");
            }
            SystemRow row = publications.table(oid, entry.table().oid());
            if (row == null) {
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "relation \"%s\" is not part of the publication"
                                .formatted(entry.table().name()));
            }
            if (entry.where() != null) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "cannot use a WHERE clause when removing a table from a publication");
            }
            publications.remove(row);
        }
    }

    private Optional<Expression> filter(PublishedTables.Entry entry) {
        if (entry.where() == null) {
            return Optional.empty();
        }
        if (!viaRoot && entry.table().kind() == 'p') {
            throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "cannot use publication WHERE clause for relation \"%s\""
                                    .formatted(entry.table().name()))
                    .detail("WHERE clause cannot be used for a partitioned table when %s is false."
                            .formatted(PublicationOptions.VIA_ROOT));
        }
        return Optional.of(definition.publicationWhere(entry.table(), entry.where()));
    }

    private void requireColumnListAllowed(PublishedTables.Entry entry, boolean withSchemas) {
        if (entry.columns().isEmpty()) {
            return;
        }
        String refusal = withSchemas
                ? "Column lists cannot be specified in publications containing FOR TABLES IN SCHEMA elements."
                : !viaRoot && entry.table().kind() == 'p'
                        ? "Column lists cannot be specified for partitioned tables when %s is false."
                                .formatted(PublicationOptions.VIA_ROOT)
                        : null;
        if (refusal != null) {
            throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "cannot use column list for relation \"%s.%s\" in publication \"%s\""
                                    .formatted(
                                            definition
                                                    .view()
                                                    .namespaceName(entry.table().namespace()),
                                            entry.table().name(),
                                            publication.text("pubname")))
                    .detail(refusal);
        }
    }

    private static void requirePublishable(TableDef table) {
        String refused = switch (table.kind()) {
            case 'r', 'p' ->
                table.namespace() == Definition.PG_CATALOG
                        ? "system tables"
                        : switch (table.persistence()) {
                            case 't' -> "temporary tables";
                            case 'u' -> "unlogged tables";
                            default -> null;
                        };
            case 'v' -> "views";
            case 'm' -> "materialized views";
            case 'S' -> "sequences";
            case 'f' -> "foreign tables";
            case 'i' -> "indexes";
            case 'I' -> "partitioned indexes";
            case 'c' -> "composite types";
            default -> throw new IllegalStateException("no kind of relation: " + table.kind());
        };
        if (refused != null) {
            throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "cannot add relation \"%s\" to publication".formatted(table.name()))
                    .detail("This operation is not supported for %s.".formatted(refused));
        }
    }

    /// Numbers, in order.
    private List<Integer> columns(PublishedTables.Entry entry) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : entry.columns()) {
            ColumnDef column = entry.table().column(name);
            if (column == null && !SYSTEM_COLUMNS.contains(name)) {
                throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column \"%s\" of relation \"%s\" does not exist"
                                .formatted(name, entry.table().name()));
            }
            if (column == null) {
                throw new PgException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "cannot use system column \"%s\" in publication column list".formatted(name));
            }
            if (column.generated() != ' ') {
                throw new PgException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "cannot use generated column \"%s\" in publication column list".formatted(name));
            }
            if (numbers.contains(column.number())) {
                throw new PgException(
                        SqlState.DUPLICATE_OBJECT,
                        "duplicate column \"%s\" in publication column list".formatted(name));
            }
            numbers.add(column.number());
        }
        return numbers.stream().sorted().toList();
    }

    private static final List<String> SYSTEM_COLUMNS = List.of("ctid", "xmin", "cmin", "xmax", "cmax", "tableoid");
}

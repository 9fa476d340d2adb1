package io.pglitedb.executor.command.replication;

import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Publications;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.Creation;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ReplicationStatement.AlterPublicationObjects;
import io.pglitedb.planner.ast.ReplicationStatement.AlterPublicationOptions;
import io.pglitedb.planner.ast.ReplicationStatement.CreatePublication;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedCurrentSchema;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedObject;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedSchema;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedTable;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// CREATE and ALTER PUBLICATION. Source of rules and messages: PostgreSQL 15, `publicationcmds.c`.
final class PublicationChange {
    private final Definition definition;
    private final Publications publications;

    PublicationChange(Definition definition) {
        this.definition = definition;
        this.publications = new Publications(definition.writer());
    }

    void create(CreatePublication statement) {
        new Creation(definition).requireInDatabase(Privilege.CREATE);
        if (statement.allTables() && !definition.isSuperuser()) {
            throw Denial.of("must be superuser to create FOR ALL TABLES publication");
        }
        if (publications.find(statement.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT, "publication \"%s\" already exists".formatted(statement.name()));
        }
        Map<String, Boolean> options = new PublicationOptions(statement.options()).allColumns();
        publications.create(statement.name(), definition.owner(), statement.allTables(), options);
        SystemRow publication = publications.find(statement.name());
        Set<Integer> schemas = schemas(statement.objects());
        if (!schemas.isEmpty() && !definition.isSuperuser()) {
            throw Denial.of("must be superuser to create FOR TABLES IN SCHEMA publication");
        }
        List<PublishedTable> tables = tables(statement.objects());
        new TableMembership(definition, publication).add(PublishedTables.open(tables, definition), !schemas.isEmpty());
        schemas.forEach(schema -> addSchema(publication, schema));
        if (!definition.session().setting("wal_level").equals("logical")) {
            definition
                    .session()
                    .report(Report.warning(
                                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                                    "wal_level is insufficient to publish logical changes")
                            .withHint("Set wal_level to \"logical\" before creating subscriptions."));
        }
    }

    private static List<PublishedTable> tables(List<PublishedObject> objects) {
        return objects.stream()
                .filter(PublishedTable.class::isInstance)
                .map(PublishedTable.class::cast)
                .toList();
    }

    private Set<Integer> schemas(List<PublishedObject> objects) {
        Set<Integer> schemas = new LinkedHashSet<>();
        for (PublishedObject object : objects) {
            switch (object) {
                case PublishedTable _ -> {}
                case PublishedSchema schema -> schemas.add(definition.namespace(schema.name()));
                case PublishedCurrentSchema _ -> {
                    int current = definition.view().creationNamespace();
                    if (current == 0) {
                        throw new PgException(
                                SqlState.INVALID_SCHEMA_NAME, "no schema has been selected for CURRENT_SCHEMA");
                    }
                    schemas.add(current);
                }
            }
        }
        return schemas;
    }

    private SystemRow require(String name) {
        SystemRow publication = publications.find(name);
        if (publication == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "publication \"%s\" does not exist".formatted(name));
        }
        new Ownership(definition).require(ObjectAddress.of(ClassOid.PUBLICATION, publication.oid("oid")));
        return publication;
    }

    void setOptions(AlterPublicationOptions statement) {
        SystemRow publication = require(statement.name());
        Map<String, Boolean> changes = new PublicationOptions(statement.options()).columns();
        if (!publication.flag("puballtables") && Boolean.FALSE.equals(changes.get("pubviaroot"))) {
            requireNoPartsOfPartitioned(publication);
        }
        publications.update(publication, changes);
    }

    /// Leaves of a partitioned table cannot be published by what the whole of it was given.
    private void requireNoPartsOfPartitioned(SystemRow publication) {
        for (SystemRow member : publications.tables(publication.oid("oid"))) {
            TableDef table = definition.view().table(member.oid("prrelid"));
            String part = !member.isNull("prqual") ? "WHERE clause" : !member.isNull("prattrs") ? "column list" : null;
            if (part != null && table.kind() == 'p') {
                throw new PgException(
                                SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                                "cannot set parameter \"%s\" to false for publication \"%s\""
                                        .formatted(PublicationOptions.VIA_ROOT, publication.text("pubname")))
                        .detail(
                                "The publication contains a %s for partitioned table \"%s\", which is not allowed when \"%s\" is false."
                                        .formatted(part, table.name(), PublicationOptions.VIA_ROOT));
            }
        }
    }

    void change(AlterPublicationObjects statement) {
        SystemRow publication = require(statement.name());
        List<PublishedTable> named = tables(statement.objects());
        Set<Integer> schemas = schemas(statement.objects());
        if (statement.action() != DefElem.Action.DROP && !schemas.isEmpty() && !definition.isSuperuser()) {
            throw Denial.of("must be superuser to add or set schemas");
        }
        requireListed(publication, !named.isEmpty(), !schemas.isEmpty());
        List<PublishedTables.Entry> tables = PublishedTables.open(named, definition);
        TableMembership membership = new TableMembership(definition, publication);
        int oid = publication.oid("oid");
        switch (statement.action()) {
            case ADD -> {
                membership.add(
                        tables, !schemas.isEmpty() || !publications.schemas(oid).isEmpty());
                addSchemas(publication, schemas);
            }
            case DROP -> {
                membership.drop(tables);
                schemas.forEach(schema -> dropSchema(publication, schema));
            }
            case SET -> {
                membership.set(tables, !schemas.isEmpty());
                setSchemas(publication, schemas);
            }
            case UNSPECIFIED -> throw new IllegalStateException("the parser names an action");
        }
    }

    private static void requireListed(SystemRow publication, boolean tables, boolean schemas) {
        if (publication.flag("puballtables") && (tables || schemas)) {
            throw new PgException(
                            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                            "publication \"%s\" is defined as FOR ALL TABLES".formatted(publication.text("pubname")))
                    .detail("%s cannot be added to or dropped from FOR ALL TABLES publications."
                            .formatted(schemas ? "Schemas" : "Tables"));
        }
    }

    private void addSchemas(SystemRow publication, Set<Integer> schemas) {
        if (schemas.isEmpty()) {
            return;
        }
        for (SystemRow member : publications.tables(publication.oid("oid"))) {
            if (!member.isNull("prattrs")) {
                throw new PgException(
                                SqlState.INVALID_PARAMETER_VALUE,
                                "cannot add schema to publication \"%s\"".formatted(publication.text("pubname")))
                        .detail("Schemas cannot be added if any tables that specify a column list are already part"
                                + " of the publication.");
            }
        }
        schemas.forEach(schema -> addSchema(publication, schema));
    }

    private void setSchemas(SystemRow publication, Set<Integer> schemas) {
        Set<Integer> added = new LinkedHashSet<>(schemas);
        for (SystemRow member : publications.schemas(publication.oid("oid"))) {
            if (!added.remove(member.oid("pnnspid"))) {
                publications.remove(member);
            }
        }
        added.forEach(schema -> addSchema(publication, schema));
    }

    private void addSchema(SystemRow publication, int oid) {
        NamespaceDef schema = definition.view().namespaceDef(oid);
        if (publications.schema(publication.oid("oid"), oid) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "schema \"%s\" is already member of publication \"%s\""
                            .formatted(schema.name(), publication.text("pubname")));
        }
        String refusal = schema.name().startsWith("pg_temp_")
                ? "Temporary schemas cannot be replicated."
                : schema.name().startsWith("pg_") ? "This operation is not supported for system schemas." : null;
        if (refusal != null) {
            throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "cannot add schema \"%s\" to publication".formatted(schema.name()))
                    .detail(refusal);
        }
        publications.addSchema(publication.oid("oid"), oid);
    }

    private void dropSchema(SystemRow publication, int oid) {
        SystemRow member = publications.schema(publication.oid("oid"), oid);
        if (member == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "tables from schema \"%s\" are not part of the publication"
                            .formatted(definition.view().namespaceName(oid)));
        }
        publications.remove(member);
    }
}

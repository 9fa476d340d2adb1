package io.pglitedb.executor.command.table.alter;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.ForeignObjects;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.access.OwnerChange;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ForeignOptions;
import io.pglitedb.executor.definition.RelationKinds;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.executor.definition.RoleNames;
import io.pglitedb.planner.ast.AlterTableStatement;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// ALTER TABLE's commands about the relation as a whole.
final class RelationChanges {
    private final Definition definition;
    private final int table;
    private final Relations relations;

    RelationChanges(Definition definition, int table) {
        this.definition = definition;
        this.table = table;
        this.relations = new Relations(definition.writer());
    }

    void set(String column, Object value) {
        relations.update(table, Map.of(column, value));
    }

    void setOwner(RoleSpec owner) {
        int role = RoleNames.oid(definition, owner);
        OwnerChange change = new OwnerChange(definition);
        ObjectAddress object = ObjectAddress.relation(table);
        change.requireAllowed(object, definition.view().table(table).namespace(), role);
        change.run(object, role);
    }

    void setOptions(boolean reset, List<DefElem> options) {
        TableDef relation = definition.view().table(table);
        RelationOptions known = relation.kind() == 'i' || relation.kind() == 'I'
                ? RelationOptions.ofIndex(definition
                        .view()
                        .accessMethod(definition.view().index(table).method())
                        .name())
                : RelationOptions.of(relation.kind());
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("reloptions", RelationOptions.array(known.changed(relation.options(), reset, options)));
        relations.update(table, changes);
    }

    void setForeignOptions(List<DefElem> options) {
        ForeignObjects objects = new ForeignObjects(definition.writer());
        SystemRow row = objects.table(table);
        if (row == null) {
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            "ALTER action OPTIONS cannot be performed on relation \"%s\""
                                    .formatted(definition.view().table(table).name()))
                    .detail(RelationKinds.notSupported(
                            definition.view().table(table).kind()));
        }
        ForeignOptions foreign = new ForeignOptions(definition);
        List<String> after =
                foreign.changed(row.texts("ftoptions"), options, ForeignOptions.TABLE, foreign.wrapperOfTable(row));
        objects.update(row, "ftoptions", after, Map.of());
    }

    void setLogged(boolean logged) {
        TableDef relation = definition.view().table(table);
        if (relation.persistence() == 't') {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "cannot change logged status of table \"%s\" because it is temporary".formatted(relation.name()));
        }
        char persistence = logged ? 'p' : 'u';
        set("relpersistence", persistence);
        definition
                .view()
                .indexes(table)
                .forEach(index -> relations.update(index.oid(), Map.of("relpersistence", persistence)));
    }

    void setReplicaIdentity(AlterTableStatement.SetReplicaIdentity identity) {
        char letter = switch (identity.kind()) {
            case NOTHING -> 'n';
            case FULL -> 'f';
            case DEFAULT -> 'd';
            case INDEX -> 'i';
        };
        IndexDef chosen = letter == 'i' ? identityIndex(identity.index()) : null;
        set("relreplident", letter);
        Indexes indexes = new Indexes(definition.writer());
        for (IndexDef index : definition.view().indexes(table)) {
            boolean is = chosen != null && index.oid() == chosen.oid();
            if (index.replicaIdentity() != is) {
                indexes.update(index.oid(), Map.of("indisreplident", is));
            }
        }
    }

    private IndexDef index(String name) {
        TableDef relation = definition.view().table(table);
        TableDef found = definition.view().table(relation.namespace(), name);
        if (found == null || found.kind() != 'i') {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "index \"%s\" for table \"%s\" does not exist".formatted(name, relation.name()));
        }
        IndexDef index = definition.view().index(found.oid());
        if (index.table() != table) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "\"%s\" is not an index for table \"%s\"".formatted(name, relation.name()));
        }
        return index;
    }

    private IndexDef identityIndex(String name) {
        IndexDef index = index(name);
        if (!index.unique()) {
            throw cannotIdentify("non-unique index", name);
        }
        if (!index.immediate()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot use non-immediate index \"%s\" as replica identity".formatted(name));
        }
        if (index.expressions().isPresent()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot use expression index \"%s\" as replica identity".formatted(name));
        }
        if (index.predicate().isPresent()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot use partial index \"%s\" as replica identity".formatted(name));
        }
        TableDef relation = definition.view().table(table);
        for (IndexDef.Key key : index.keys()) {
            var column = relation.columns().get(key.column() - 1);
            if (!column.notNull()) {
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE,
                        "index \"%s\" cannot be used as replica identity because column \"%s\" is nullable"
                                .formatted(name, column.name()));
            }
        }
        return index;
    }

    private static PgException cannotIdentify(String what, String name) {
        return new PgException(
                SqlState.WRONG_OBJECT_TYPE, "cannot use %s \"%s\" as replica identity".formatted(what, name));
    }

    void clusterOn(String name) {
        markClustered(index(name).oid());
    }

    void withoutCluster() {
        markClustered(0);
    }

    private void markClustered(int chosen) {
        Indexes indexes = new Indexes(definition.writer());
        for (IndexDef index : definition.view().indexes(table)) {
            if (index.clustered() != (index.oid() == chosen)) {
                indexes.update(index.oid(), Map.of("indisclustered", index.oid() == chosen));
            }
        }
    }
}

package io.pglitedb.executor.command.view;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.TableRewrite;
import io.pglitedb.planner.ast.TableStatement.RefreshMaterializedView;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;
import java.util.Set;

/// REFRESH MATERIALIZED VIEW. CONCURRENTLY locks readers out all the same, but asks for a unique index as it has
/// to.
public final class RefreshMaterializedViewCommand implements Command<RefreshMaterializedView> {
    @Override
    public Class<RefreshMaterializedView> statement() {
        return RefreshMaterializedView.class;
    }

    @Override
    public String name(RefreshMaterializedView statement) {
        return "REFRESH MATERIALIZED VIEW";
    }

    @Override
    public Set<Trait> traits(RefreshMaterializedView statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(RefreshMaterializedView statement, CommandCall call) {
        Definition definition = Definition.of(call);
        TableDef view = definition.relation(statement.view(), LockMode.ACCESS_EXCLUSIVE);
        if (view.kind() != 'm') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a materialized view".formatted(view.name()));
        }
        new Ownership(definition).require(view);
        if (statement.concurrently()) {
            requireConcurrent(statement, view, definition);
        }
        Relations relations = new Relations(definition.writer());
        if (!statement.withData()) {
            relations.replaceStorage(view.oid());
            for (IndexDef index : definition.view().indexes(view.oid())) {
                relations.replaceStorage(index.oid());
            }
            relations.update(view.oid(), Map.of("relispopulated", false));
            return "REFRESH MATERIALIZED VIEW";
        }
        Query query = NodeTree.readQuery(definition.view().viewQuery(view.oid()).orElseThrow(), definition.session());
        definition.backend().identity().as(view.owner(), () -> fill(view, query, definition));
        return "REFRESH MATERIALIZED VIEW";
    }

    /// With the rights of its owner, who may have lost some.
    private static boolean fill(TableDef view, Query query, Definition definition) {
        try (InternalQuery rows = InternalQuery.openChecked(query, definition.backend())) {
            new Relations(definition.writer()).update(view.oid(), Map.of("relispopulated", true));
            new TableRewrite(definition, view.oid()).write(rows);
        }
        return true;
    }

    private static void requireConcurrent(RefreshMaterializedView statement, TableDef view, Definition definition) {
        if (!statement.withData()) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR, "REFRESH options CONCURRENTLY and WITH NO DATA cannot be used together");
        }
        if (!view.traits().populated()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "CONCURRENTLY cannot be used when the materialized view is not populated");
        }
        boolean unique = definition.view().indexes(view.oid()).stream()
                .anyMatch(index -> index.unique()
                        && index.predicate().isEmpty()
                        && index.expressions().isEmpty());
        if (!unique) {
            throw new PgException(
                            SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                            "cannot refresh materialized view \"%s.%s\" concurrently"
                                    .formatted(definition.view().namespaceName(view.namespace()), view.name()))
                    .hint("Create a unique index with no WHERE clause on one or more columns of the"
                            + " materialized view.");
        }
    }
}

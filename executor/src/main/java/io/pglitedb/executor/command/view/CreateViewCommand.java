package io.pglitedb.executor.command.view;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.define.NewRelation;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Rules;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.executor.definition.ResultColumns;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.TableStatement.CreateView;
import io.pglitedb.planner.ast.TableStatement.ViewCheck;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QuerySearch;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.rewrite.ViewRules;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// CREATE [OR REPLACE] VIEW. Source: PostgreSQL's DefineView and checkViewTupleDesc.
public final class CreateViewCommand implements Command<CreateView> {
    @Override
    public Class<CreateView> statement() {
        return CreateView.class;
    }

    @Override
    public String name(CreateView statement) {
        return "CREATE VIEW";
    }

    @Override
    public Set<Trait> traits(CreateView statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateView statement, CommandCall call) {
        if (statement.view().persistence() == RangeVar.Persistence.UNLOGGED) {
            throw new PgException(SqlState.SYNTAX_ERROR, "views cannot be unlogged because they do not have storage");
        }
        Definition definition = Definition.of(call);
        Query query = named(
                Analyzer.analyze(statement.query(), definition.view(), definition.session(), ParameterTypes.none()),
                statement.columns());
        List<String> options = options(statement, query, definition);
        RangeVar place = place(statement.view(), query, definition);
        int namespace = definition.namespaceFor(place);
        String name = place.relation();
        List<NewColumn> columns = ResultColumns.of(query, definition);
        TableDef existing = definition.view().table(namespace, name);
        int view;
        if (existing == null) {
            view = new Relations(definition.writer())
                    .create(new NewRelation(
                            name,
                            namespace,
                            'v',
                            definition.persistence(place, namespace),
                            definition.owner(),
                            0,
                            0,
                            columns,
                            options,
                            true));
        } else {
            if (!statement.replace()) {
                throw new PgException(SqlState.DUPLICATE_TABLE, "relation \"%s\" already exists".formatted(name));
            }
            new Ownership(definition).require(existing);
            replace(existing, columns, definition);
            view = existing.oid();
            Map<String, Object> changes = new LinkedHashMap<>();
            changes.put("reloptions", RelationOptions.array(options));
            new Relations(definition.writer()).update(view, changes);
        }
        new Rules(definition.writer()).defineView(view, ExpressionReferences.of(query, definition.session()));
        return "CREATE VIEW";
    }

    /// What reads a temporary relation lives no longer than that.
    private static RangeVar place(RangeVar view, Query query, Definition definition) {
        if (view.persistence() != RangeVar.Persistence.PERMANENT || !readsTemporary(query, definition.view())) {
            return view;
        }
        definition.notice("view \"%s\" will be a temporary view".formatted(view.relation()));
        return view.withPersistence(RangeVar.Persistence.TEMPORARY);
    }

    private static boolean readsTemporary(Query query, CatalogView catalog) {
        List<Query> queries = new ArrayList<>();
        QuerySearch.visit(query, 0, new QuerySearch.Visitor() {
            @Override
            public QuerySearch.Step visit(Expr expression, int depth) {
                return QuerySearch.Step.DESCEND;
            }

            @Override
            public void enter(Query inner, int depth) {
                queries.add(inner);
            }
        });
        return queries.stream()
                .flatMap(inner -> inner.rangeTable().stream())
                .anyMatch(entry -> entry instanceof RangeTableEntry.Relation relation
                        && catalog.table(relation.table()).persistence() == 't');
    }

    /// The view's options, WITH CHECK OPTION among them; 0A000 for a view that cannot have that one.
    private static List<String> options(CreateView statement, Query query, Definition definition) {
        List<String> options = new ArrayList<>(new RelationOptions(RelationOptions.VIEW).texts(statement.options()));
        if (statement.check() != ViewCheck.NONE) {
            options.add("check_option=" + statement.check().name().toLowerCase(Locale.ROOT));
        }
        boolean checks = false;
        for (String option : options) {
            if (option.startsWith("check_option=")) {
                checks = true;
                if (!option.endsWith("=local") && !option.endsWith("=cascaded")) {
                    throw new PgException(
                                    SqlState.INVALID_PARAMETER_VALUE,
                                    "invalid value for enum option \"check_option\": %s"
                                            .formatted(option.substring(option.indexOf('=') + 1)))
                            .detail("Valid values are \"local\" and \"cascaded\".");
                }
            }
        }
        String obstacle = checks ? ViewRules.obstacle(query, definition.view()) : null;
        if (checks && obstacle == null && !ViewRules.hasUpdatableColumn(query)) {
            obstacle = "Views that have no updatable columns are not automatically updatable.";
        }
        if (obstacle != null) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "WITH CHECK OPTION is supported only on automatically updatable views")
                    .hint(obstacle);
        }
        return options;
    }

    /// The query with the names that the statement gives to its columns.
    private static Query named(Query query, List<String> names) {
        if (names.isEmpty()) {
            return query;
        }
        List<TargetEntry> targets = new ArrayList<>();
        int next = 0;
        for (TargetEntry target : query.targets()) {
            if (target.junk() || next >= names.size()) {
                targets.add(target);
            } else {
                targets.add(new TargetEntry(
                        target.expression(),
                        target.number(),
                        names.get(next++),
                        target.reference(),
                        target.originTable(),
                        target.originColumn(),
                        false));
            }
        }
        if (next < names.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "CREATE VIEW specifies more column names than columns");
        }
        return query.toBuilder().targets(targets).build();
    }

    private static void replace(TableDef view, List<NewColumn> columns, Definition definition) {
        if (view.kind() != 'v') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a view".formatted(view.name()));
        }
        definition.lock(view.oid(), LockMode.ACCESS_EXCLUSIVE);
        List<ColumnDef> old = view.columns();
        if (columns.size() < old.size()) {
            throw cannot("cannot drop columns from view");
        }
        for (int i = 0; i < old.size(); i++) {
            ColumnDef before = old.get(i);
            NewColumn after = columns.get(i);
            if (!before.name().equals(after.name())) {
                throw cannot("cannot change name of view column \"%s\" to \"%s\""
                                .formatted(before.name(), after.name()))
                        .hint("Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.");
            }
            if (before.type() != after.type() || before.typmod() != after.typmod()) {
                throw cannot("cannot change data type of view column \"%s\" from %s to %s"
                        .formatted(
                                before.name(),
                                definition.view().formatType(before.type(), before.typmod()),
                                definition.view().formatType(after.type(), after.typmod())));
            }
            if (before.collation() != after.collation()) {
                throw cannot("cannot change collation of view column \"%s\" from \"%s\" to \"%s\""
                        .formatted(
                                before.name(),
                                definition.view().collation(before.collation()).name(),
                                definition.view().collation(after.collation()).name()));
            }
        }
        Columns writer = new Columns(definition.writer());
        for (NewColumn added : columns.subList(old.size(), columns.size())) {
            writer.add(view.oid(), view.name(), added);
        }
    }

    private static PgException cannot(String message) {
        return new PgException(SqlState.INVALID_TABLE_DEFINITION, message);
    }
}

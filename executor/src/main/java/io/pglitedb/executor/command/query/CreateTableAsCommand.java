package io.pglitedb.executor.command.query;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.define.NewRelation;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Rules;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.PreparedStatements.Prepared;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.prepared.ExecuteCommand;
import io.pglitedb.executor.definition.CommitActions;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ExpressionReferences;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.executor.definition.ResultColumns;
import io.pglitedb.executor.row.modify.TableWriter;
import io.pglitedb.planner.ast.SessionStatement.Execute;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTableAs;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.plan.ScanTable;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// CREATE TABLE AS and SELECT INTO, which is the same; CREATE MATERIALIZED VIEW, which keeps the query too.
final class CreateTableAsCommand implements Command<CreateTableAs> {
    @Override
    public Class<CreateTableAs> statement() {
        return CreateTableAs.class;
    }

    @Override
    public String name(CreateTableAs create) {
        return create.materializedView() ? "CREATE MATERIALIZED VIEW" : "CREATE TABLE AS";
    }

    @Override
    public Set<Trait> traits(CreateTableAs create) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public Statement query(CreateTableAs create) {
        return create.query() instanceof Execute ? null : create.query();
    }

    @Override
    public String run(CreateTableAs create, CommandCall call) {
        Definition definition = Definition.of(call);
        int namespace = definition.namespaceFor(create.into().relation());
        CommitActions.requireTemporary(
                create.into().onCommit(), definition.persistence(create.into().relation(), namespace));
        String table = create.into().relation().relation();
        if (definition.view().table(namespace, table) != null) {
            String exists = "relation \"%s\" already exists".formatted(table);
            if (!create.ifNotExists()) {
                throw new PgException(SqlState.DUPLICATE_TABLE, exists);
            }
            definition.noticeSkipped(SqlState.DUPLICATE_TABLE, exists + ", skipping");
            return name(create);
        }
        return create(create, namespace, definition, call);
    }

    private static String create(CreateTableAs create, int namespace, Definition definition, CommandCall call) {
        Backend session = call.session();
        StatementSource source;
        Object[] parameters;
        if (create.query() instanceof Execute execute) {
            Prepared prepared = session.statements().get(execute.name());
            if (prepared.source() == null
                    || !prepared.source().analysis(session).shape().returnsRows()) {
                throw new PgException(SqlState.WRONG_OBJECT_TYPE, "prepared statement is not a SELECT");
            }
            parameters = ExecuteCommand.arguments(execute, prepared, call);
            source = prepared.source();
        } else {
            parameters = call.parameters();
            source = StatementSource.of(call.text(), create.query(), call.parameterTypes());
        }
        Query query = source.analysis(session).query();
        List<NewColumn> columns =
                named(ResultColumns.of(query, definition), create.into().columns());
        boolean view = create.materializedView();
        try (QueryRun run = QueryRun.open(source, parameters, session)) {
            int oid = new Relations(definition.writer())
                    .create(new NewRelation(
                            create.into().relation().relation(),
                            namespace,
                            view ? 'm' : 'r',
                            definition.persistence(create.into().relation(), namespace),
                            definition.owner(),
                            NewRelation.HEAP,
                            0,
                            columns,
                            new RelationOptions(RelationOptions.TABLE)
                                    .texts(create.into().options()),
                            !view || create.into().withData()));
            CommitActions.note(create.into().onCommit(), oid, definition);
            if (view) {
                new Rules(definition.writer()).defineView(oid, ExpressionReferences.of(query, definition.session()));
            }
            return create.into().withData()
                    ? "SELECT " + fill(definition.view().table(oid), run, session)
                    : view ? "CREATE MATERIALIZED VIEW" : "CREATE TABLE AS";
        }
    }

    private static List<NewColumn> named(List<NewColumn> columns, List<String> names) {
        if (names.size() > columns.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "too many column names were specified");
        }
        List<NewColumn> named = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            NewColumn column = columns.get(index);
            String name = index < names.size() ? names.get(index) : column.name();
            named.add(NewColumn.of(name, column.type(), column.typmod(), column.collation()));
        }
        return named;
    }

    private static long fill(TableDef table, QueryRun run, Backend session) {
        ScanTable scan = new ScanTable(1, table, table.name(), List.of());
        ModifyTarget target =
                new ModifyTarget(scan, List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of());
        try (TableWriter writer = new TableWriter(target, QueryRun.execution(session, run.view(), new Object[0]))) {
            for (Object[] row = run.next(); row != null; row = run.next()) {
                session.interrupts().check();
                writer.insert(row.clone());
            }
            writer.finish();
            return writer.count();
        }
    }
}

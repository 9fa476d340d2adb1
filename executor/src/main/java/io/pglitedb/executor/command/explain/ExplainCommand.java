package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.MeasuredRun;
import io.pglitedb.executor.backend.PreparedStatements.Prepared;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.executor.backend.ResultShape.Column;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.command.prepared.ExecuteCommand;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.ast.SessionStatement.DeclareCursor;
import io.pglitedb.planner.ast.SessionStatement.Execute;
import io.pglitedb.planner.ast.SessionStatement.Explain;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTableAs;
import io.pglitedb.planner.explain.PlanDescriber;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.rowstore.StoreInspection;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// EXPLAIN.
final class ExplainCommand implements Command<Explain> {
    @Override
    public Class<Explain> statement() {
        return Explain.class;
    }

    @Override
    public String name(Explain explain) {
        return "EXPLAIN";
    }

    @Override
    public Set<Trait> traits(Explain explain) {
        return Set.of();
    }

    @Override
    public ResultShape shape(Explain explain, Backend session) {
        int type = switch (ExplainOptions.of(explain.options()).format()) {
            case TEXT, YAML -> Oids.TEXT;
            case JSON -> Oids.JSON;
            case XML -> Oids.XML;
        };
        return ResultShape.of(new Column("QUERY PLAN", type));
    }

    @Override
    public Statement query(Explain explain) {
        return switch (StatementSource.withoutInto(explain.statement())) {
            case DeclareCursor declare -> declare.query();
            case CreateTableAs create -> create.query() instanceof Execute ? null : create.query();
            case Statement query -> Analyzer.isQuery(query) ? query : null;
        };
    }

    @Override
    public String run(Explain explain, CommandCall call) {
        ExplainOptions options = ExplainOptions.of(explain.options());
        Explanation explanation = explain(explain, options, call);
        switch (options.format()) {
            case TEXT ->
                TextFormat.lines(explanation).forEach(line -> call.rows().row(new Object[] {Utf8.of(line)}));
            case YAML -> call.rows().row(new Object[] {Utf8.of(YamlFormat.text(explanation))});
            case JSON -> call.rows().row(new Object[] {Utf8.of(JsonFormat.text(explanation))});
            case XML -> call.rows().row(new Object[] {Utf8.of(XmlFormat.text(explanation))});
        }
        return "EXPLAIN";
    }

    private Explanation explain(Explain explain, ExplainOptions options, CommandCall call) {
        Backend session = call.session();
        long start = System.nanoTime();
        StatementSource source;
        Object[] parameters = call.parameters();
        Statement query = query(explain);
        if (query != null) {
            source = StatementSource.of(call.text(), query, call.parameterTypes());
        } else if (explain.statement() instanceof Execute execute) {
            Prepared prepared = session.statements().get(execute.name());
            parameters = ExecuteCommand.arguments(execute, prepared, call);
            source = prepared.source();
        } else {
            throw PgException.notSupported("EXPLAIN of a command");
        }
        if (options.analyze() && StatementSource.withoutInto(explain.statement()) instanceof CreateTableAs) {
            throw PgException.notSupported("EXPLAIN ANALYZE of CREATE TABLE AS");
        }
        PlannedStatement plan = source.plan(session, parameters);
        long planned = System.nanoTime();
        Map<PlanNode, Measured> measured = new IdentityHashMap<>();
        if (options.analyze()) {
            run(source, parameters, session, options, measured);
        }
        long executed = System.nanoTime();
        return new Explanation(
                PlanDescriber.describe(plan, session.catalog(), session.context(), options.verbose()),
                options,
                measured,
                options.settings() ? PlanningSettings.changed(session.variables()) : Map.of(),
                planned - start,
                options.analyze() ? executed - planned : 0);
    }

    private static void run(
            StatementSource source,
            Object[] parameters,
            Backend session,
            ExplainOptions options,
            Map<PlanNode, Measured> measured) {
        if (!options.buffers()) {
            MeasuredRun.run(source, parameters, session, new MeasuringWrapper(measured, new Meter(null)));
            return;
        }
        StoreInspection inspection = session.instance().store().inspection();
        try {
            MeasuredRun.run(
                    source, parameters, session, new MeasuringWrapper(measured, new Meter(inspection::countBlocks)));
        } finally {
            inspection.stopCountingBlocks();
        }
    }
}

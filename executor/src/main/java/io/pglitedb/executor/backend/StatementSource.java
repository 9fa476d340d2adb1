package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandRegistry;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.access.Invoker;
import io.pglitedb.planner.analyzer.Analyzer;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.analyzer.VariableScope;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.optimizer.cost.PlannerSettings;
import io.pglitedb.planner.optimizer.engine.EngineMode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A parsed statement with what has been worked out of it: analysis, plan, runnable plans. All of it is kept
/// while the catalog and the search path stay what they were, and made anew after. One session's.
public final class StatementSource {
    private static final int IDLE_RUNS_MAX = 2;

    /// @param query null for a command
    /// @param parameterTypes OIDs from $1, found or given
    public record Analysis(
            Query query, List<Integer> parameterTypes, ResultShape shape, long catalogVersion, SearchPath searchPath) {}

    private final String whole;
    private final String text;
    private final Statement statement;
    private final List<Integer> givenTypes;
    private final boolean fixedTypes;
    private final Command<?> command;
    /// What names mean in a procedural language; null elsewhere.
    private final VariableScope variables;
    /// Whether the rules of changed relations are followed.
    private boolean rules = true;
    private Analysis analysis;
    private PlannedStatement plan;
    /// That the plan was made for.
    private EngineMode engineMode;
    private PlannerSettings plannedBy;
    private Invoker plannedFor;
    private PlanLocks locks;
    private final Deque<RunnablePlan> idleRuns = new ArrayDeque<>();

    /// @param whole the string that positions count in; empty when somebody else translates them
    private StatementSource(
            String whole,
            String text,
            Statement statement,
            List<Integer> givenTypes,
            boolean fixedTypes,
            VariableScope variables) {
        this.variables = variables;
        this.whole = whole;
        this.text = text;
        this.statement = SelectInto.asCommand(statement);
        this.givenTypes = List.copyOf(givenTypes);
        this.fixedTypes = fixedTypes;
        this.command = Analyzer.isQuery(this.statement)
                ? null
                : CommandRegistry.standard().get(this.statement);
    }

    /// @param whole the string that the statement is part of
    static StatementSource of(String whole, RawStatement raw, List<Integer> givenTypes, boolean fixedTypes) {
        int end = raw.length() == 0 ? whole.length() : raw.location() + raw.length();
        return new StatementSource(
                whole, whole.substring(raw.location(), end).strip(), raw.statement(), givenTypes, fixedTypes, null);
    }

    /// A query made of a command's parts.
    public static StatementSource of(String text, Statement statement, List<Integer> parameterTypes) {
        return new StatementSource("", text, statement, parameterTypes, true, null);
    }

    /// PREPARE's: what types leave open is inferred.
    public static StatementSource inferring(String text, Statement statement, List<Integer> parameterTypes) {
        return new StatementSource("", text, statement, parameterTypes, false, null);
    }

    /// A query of a procedural language.
    public static StatementSource of(String text, Statement statement, VariableScope variables) {
        return new StatementSource(text, text, statement, List.of(), true, variables);
    }

    /// For a command that puts rows into its table whatever rules say.
    public StatementSource ignoringRules() {
        rules = false;
        return this;
    }

    /// SELECT INTO as the CREATE TABLE AS that it is; any other statement itself.
    public static Statement withoutInto(Statement statement) {
        return SelectInto.asCommand(statement);
    }

    public static boolean isSelectInto(Statement statement) {
        return SelectInto.asCommand(statement) != statement;
    }

    /// The string that the statement came in.
    String whole() {
        return whole;
    }

    /// The statement alone.
    public String text() {
        return text;
    }

    public Statement statement() {
        return statement;
    }

    /// Null for a query.
    public Command<?> command() {
        return command;
    }

    public boolean isQuery() {
        return command == null;
    }

    boolean has(Command.Trait trait) {
        return command != null && traits(command).contains(trait);
    }

    @SuppressWarnings("unchecked") // the command was found by the statement's class
    private <S extends Statement> Set<Command.Trait> traits(Command<S> of) {
        return of.traits((S) statement);
    }

    /// What analysis finds, made or checked now. 0A000 when the result is no longer what the client was told.
    public Analysis analysis(Backend session) {
        return translating(() -> currentAnalysis(session));
    }

    /// Does work whose errors may point into the text.
    <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (PgException error) {
            throw Positions.inCharacters(error, whole);
        }
    }

    private Analysis currentAnalysis(Backend session) {
        Analysis known = analysis;
        if (known != null && isCurrent(known, session)) {
            return known;
        }
        Analysis made = isQuery() ? analyzeQuery(session) : analyzeCommand(command, session);
        if (known != null && !known.shape().looksLike(made.shape())) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cached plan must not change result type");
        }
        plan = null;
        idleRuns.clear();
        analysis = made;
        return made;
    }

    /// Whether nothing of what was worked out, if anything, has to be made anew.
    boolean isCurrent(Backend session) {
        return analysis == null || isCurrent(analysis, session);
    }

    private static boolean isCurrent(Analysis known, Backend session) {
        return known.catalogVersion() == session.catalog().version()
                && known.searchPath().equals(session.sessionCatalog().searchPath());
    }

    private ParameterTypes parameterTypes() {
        if (variables != null) {
            return ParameterTypes.of(variables);
        }
        List<Integer> known = analysis == null ? givenTypes : analysis.parameterTypes();
        return fixedTypes || analysis != null ? ParameterTypes.fixed(known) : ParameterTypes.inferred(known);
    }

    private Analysis analyzeQuery(Backend session) {
        ParameterTypes types = parameterTypes();
        Query query = Analyzer.analyze(statement, session.catalog(), session.context(), types);
        return made(query, types.oids(), ResultShape.of(query), session);
    }

    @SuppressWarnings("unchecked") // the command was found by the statement's class
    private <S extends Statement> Analysis analyzeCommand(Command<S> of, Backend session) {
        S mine = (S) statement;
        ParameterTypes types = parameterTypes();
        Statement inner = of.query(mine);
        if (inner != null) {
            Analyzer.analyze(inner, session.catalog(), session.context(), types);
        }
        return made(null, types.oids(), of.shape(mine, session), session);
    }

    private static Analysis made(Query query, List<Integer> types, ResultShape shape, Backend session) {
        return new Analysis(
                query,
                types,
                shape,
                session.catalog().version(),
                session.sessionCatalog().searchPath());
    }

    /// The plan for any values of the parameters; the relations that it uses are locked for the transaction.
    public PlannedStatement plan(Backend session) {
        return plan(session, null);
    }

    /// @param parameters values that a plan made now may be estimated by; null when there are none yet
    public PlannedStatement plan(Backend session, Object[] parameters) {
        return translating(() -> currentPlan(session, parameters));
    }

    private PlannedStatement currentPlan(Backend session, Object[] parameters) {
        session.block().transaction();
        while (true) {
            Analysis current = currentAnalysis(session);
            EngineMode wanted = session.variables().values().engineMode();
            PlannerSettings settings = session.plannerSettings();
            Invoker invoker = session.invoker();
            if (plan == null || wanted != engineMode || !settings.equals(plannedBy) || !invoker.equals(plannedFor)) {
                idleRuns.clear();
                plannedFor = invoker;
                engineMode = wanted;
                plannedBy = settings;
                plan = Plans.plan(current.query(), session, current.parameterTypes(), parameters, rules);
                locks = PlanLocks.of(plan, session.sessionCatalog().databaseOid());
            }
            locks.take(session);
            // Whoever held a lock that had to be waited for may have changed what the plan is made of.
            if (isCurrent(current, session)) {
                return plan;
            }
        }
    }

    /// The plan that [#plan] has just given, or another one when the statement's snapshot, which it has by now,
    /// is older than an index that the plan reads.
    PlannedStatement planForSnapshot(Backend session) {
        return locks.indexesSeen(session)
                ? plan
                : translating(
                        () -> Plans.planForOldSnapshot(analysis.query(), session, analysis.parameterTypes(), rules));
    }

    /// What runs a plan that [#plan] or [#planForSnapshot] has just given; to be given back by [#release].
    RunnablePlan acquire(PlannedStatement wanted, Backend session) {
        RunnablePlan idle = wanted == plan ? idleRuns.poll() : null;
        return idle != null ? idle : translating(() -> Plans.build(wanted, session));
    }

    /// @param of the plan that it was acquired under: what belongs to an older one is dropped
    void release(RunnablePlan run, PlannedStatement of) {
        if (of == plan && idleRuns.size() < IDLE_RUNS_MAX) {
            idleRuns.push(run);
        }
    }
}

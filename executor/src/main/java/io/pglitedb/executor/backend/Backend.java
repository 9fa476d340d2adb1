package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.definition.TemporarySchema;
import io.pglitedb.executor.largeobject.OpenLargeObjects;
import io.pglitedb.executor.notification.Notifications;
import io.pglitedb.executor.sequence.SessionSequences;
import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.ResponseSink;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.transaction.TransactionBlock;
import io.pglitedb.executor.transaction.TransactionHost;
import io.pglitedb.executor.transaction.TransactionModes;
import io.pglitedb.planner.access.Invoker;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.optimizer.cost.PlannerSettings;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session's parts, for commands and functions to find each other. Used by the session's thread, but for
/// `interrupts`, `activity` and what never changes.
public final class Backend {
    private static final Logger LOGGER = LoggerFactory.getLogger(Backend.class);

    private final Instance instance;
    private final ConnectRequest request;
    private final SessionEvents events;
    private final LockSession locks;
    private final SessionSettings settings;
    private final Interrupts interrupts;
    private final TransactionBlock block;
    private final Variables variables;
    private final Identity identity;
    private final SessionCatalog sessionCatalog;
    private final Notifications notifications;
    private final ClientContext context;
    private final PreparedStatements statements = new PreparedStatements();
    private final Portals portals;
    private final SessionSequences sequences = new SessionSequences();
    private final TemporaryTables temporaryTables = new TemporaryTables(this);
    private final OpenLargeObjects largeObjects = new OpenLargeObjects();
    private final long startedAt = Clocks.micros();
    private ResponseSink sink;
    private long statementTimestamp = startedAt;
    private volatile Activity activity = Activity.NONE;

    Backend(
            Instance instance,
            ConnectRequest request,
            SessionEvents events,
            SessionSettings settings,
            DatabaseCatalog database,
            Identity.Role role) {
        this.instance = instance;
        this.request = request;
        this.events = events;
        this.settings = settings;
        this.locks = new LockSession(request.processId());
        this.interrupts = new Interrupts(locks);
        this.block = new TransactionBlock(new Host());
        this.sessionCatalog = new SessionCatalog(database, this);
        this.identity = new Identity(role, settings, sessionCatalog::unqualified);
        this.variables = new Variables(settings, block, identity);
        this.context = new ClientContext(this);
        this.portals = new Portals(this);
        block.addListener(portals);
        block.addListener(sequences);
        block.addListener(temporaryTables);
        this.notifications = new Notifications(
                instance.notifications(), request.database(), request.processId(), block, events::notificationsPending);
        block.addListener(notifications);
        block.addListener(largeObjects);
    }

    public Instance instance() {
        return instance;
    }

    public ConnectRequest request() {
        return request;
    }

    public int processId() {
        return request.processId();
    }

    public SessionEvents events() {
        return events;
    }

    public LockSession locks() {
        return locks;
    }

    public Interrupts interrupts() {
        return interrupts;
    }

    public TransactionBlock block() {
        return block;
    }

    public Variables variables() {
        return variables;
    }

    public Identity identity() {
        return identity;
    }

    public Notifications notifications() {
        return notifications;
    }

    public ClientContext context() {
        return context;
    }

    public PreparedStatements statements() {
        return statements;
    }

    public Portals portals() {
        return portals;
    }

    public TemporaryTables temporaryTables() {
        return temporaryTables;
    }

    public SessionSequences sequences() {
        return sequences;
    }

    public OpenLargeObjects largeObjects() {
        return largeObjects;
    }

    /// The catalog as the running statement sees it.
    public CatalogView catalog() {
        return sessionCatalog.view();
    }

    public SessionCatalog sessionCatalog() {
        return sessionCatalog;
    }

    /// How large the tables of the session's database are.
    public TableSizes sizes() {
        return instance.sizes().of(sessionCatalog.databaseOid(), block.transaction());
    }

    /// For whom plans are made now.
    public Invoker invoker() {
        return new Invoker(identity.currentUser().oid(), variables.values().rowSecurity());
    }

    /// What plans are chosen by.
    public PlannerSettings plannerSettings() {
        return variables.values().planner();
    }

    /// µs since 2000-01-01 UTC.
    public long startedAt() {
        return startedAt;
    }

    long statementTimestamp() {
        return statementTimestamp;
    }

    public Activity activity() {
        return activity;
    }

    /// A message of the client begins to be answered; the timer to be cancelled by [#idle].
    ScheduledFuture<?> busy(ResponseSink client, String query) {
        sink = client;
        SettingValues values = variables.values();
        statementTimestamp = Clocks.micros();
        activity = new Activity(
                "active", values.applicationName(), query, transactionStart(), statementTimestamp, statementTimestamp);
        interrupts.begin();
        locks.lockTimeoutMs(values.lockTimeoutMs());
        locks.deadlockTimeoutMs(values.deadlockTimeoutMs());
        return values.statementTimeoutMs() == 0
                ? null
                : instance.timers()
                        .schedule(
                                () -> interrupts.interrupt(Interrupts.Reason.STATEMENT_TIMEOUT),
                                values.statementTimeoutMs(),
                                TimeUnit.MILLISECONDS);
    }

    void idle(ScheduledFuture<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
        interrupts.end();
        sink = null;
        String state = switch (block.status()) {
            case IDLE -> "idle";
            case IN_TRANSACTION -> "idle in transaction";
            case FAILED -> "idle in transaction (aborted)";
        };
        activity = new Activity(
                state,
                variables.values().applicationName(),
                activity.query(),
                block.level() == 0 ? 0 : block.startedAt(),
                activity.queryStart(),
                Clocks.micros());
    }

    /// Of the open transaction, or of the one that the statement begins.
    private long transactionStart() {
        return block.startedAt();
    }

    /// By the setting `synchronous_commit`.
    public Durability durability() {
        return variables.values().durability();
    }

    /// Sends a notice if the client wants such ones.
    public void report(Report notice) {
        boolean wanted = notice.severity() == Severity.INFO
                || notice.severity().compareTo(variables.values().clientMinMessages()) >= 0;
        if (sink != null && wanted) {
            sink.notice(notice);
        }
    }

    /// Ends the session: rolls back and releases everything.
    void terminate() {
        block.terminate();
        portals.closeAll();
        notifications.terminate();
        dropTemporaryObjects();
        instance.store().locks().unlockAllAdvisory(locks);
        instance.registry().remove(this);
    }

    private void dropTemporaryObjects() {
        try {
            new TemporarySchema(this).drop();
        } catch (RuntimeException failure) {
            LOGGER.warn("could not drop the temporary objects of session {}", processId(), failure);
        }
    }

    private final class Host implements TransactionHost {
        @Override
        public Transaction begin(TransactionModes modes) {
            return instance.store()
                    .begin(new TransactionOptions(modes.stored(), modes.readOnly(), modes.deferrable(), locks));
        }

        @Override
        public TransactionModes defaultModes() {
            return variables.values().defaultModes();
        }

        @Override
        public Durability durability() {
            return Backend.this.durability();
        }

        @Override
        public int beginLevel() {
            return settings.begin();
        }

        @Override
        public void endLevel(int level, boolean commit) {
            settings.end(level, commit);
        }

        @Override
        public long statementTimestamp() {
            return statementTimestamp;
        }

        @Override
        public void report(Report notice) {
            Backend.this.report(notice);
        }
    }
}

package io.pglitedb.executor.engine;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.CatalogStore;
import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.executor.authentication.ClientAuthentication;
import io.pglitedb.executor.authentication.HbaFile;
import io.pglitedb.executor.backend.Connector;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.executor.backend.SessionRegistry;
import io.pglitedb.executor.check.Finding;
import io.pglitedb.executor.check.StoreCheck;
import io.pglitedb.executor.notification.NotificationHub;
import io.pglitedb.executor.sequence.SequenceValues;
import io.pglitedb.executor.session.SessionFactory;
import io.pglitedb.executor.statistics.ActivityCounters;
import io.pglitedb.executor.statistics.RelationSizes;
import io.pglitedb.executor.transaction.ExportedSnapshots;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.tiering.Tiering;
import io.pglitedb.tiering.cold.SegmentRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/// A running server without its protocol: a data directory opened, and sessions on it.
public final class Engine implements AutoCloseable {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final RowStore store;
    private final EngineOptions options;
    private final ClientAuthentication authentication;
    private final SequenceValues sequences;
    private final ScheduledExecutorService timers;
    private final Instance whole;
    private final SessionFactory sessions;
    private final AutoAnalyze autoAnalyze;
    private final AutoTiering autoTiering;

    private Engine(
            RowStore store,
            Tiering tiering,
            ClientAuthentication authentication,
            Path dataDirectory,
            EngineOptions options) {
        this.store = store;
        this.options = options;
        this.authentication = authentication;
        this.sequences = new SequenceValues(store);
        this.timers = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("timers").factory());
        SessionRegistry registry = new SessionRegistry();
        NotificationHub notifications = new NotificationHub();
        ActivityCounters activity = new ActivityCounters();
        RelationSizes sizes = new RelationSizes(store, activity);
        long startedAt = Duration.between(EPOCH, Instant.now()).toNanos() / 1_000;
        ExportedSnapshots snapshots = new ExportedSnapshots();
        Function<CatalogStore, Instance> instance = catalogs -> new Instance(
                store,
                catalogs,
                sequences,
                authentication,
                registry,
                notifications,
                snapshots,
                timers,
                this::sessionSettings,
                dataDirectory.resolve("tmp"),
                activity,
                sizes,
                tiering,
                startedAt);
        CatalogStore catalogs = CatalogStore.open(store, fresh -> SystemViews.make(instance.apply(fresh)));
        this.whole = instance.apply(catalogs);
        this.sessions = new Connector(whole);
        this.autoAnalyze = new AutoAnalyze(whole);
        autoAnalyze.start();
        this.autoTiering = new AutoTiering(whole);
        autoTiering.start();
        CommitTiering.start(whole);
    }

    private SessionSettings sessionSettings() {
        SessionSettings settings = options.sessionSettings();
        settings.initialize("hba_file", authentication.file().path().toString(), SessionSettings.Source.FILE);
        return settings;
    }

    /// Opens, and fills when it is new, the data directory. Errors are those of [RowStore#open] and
    /// [HbaFile#open].
    public static Engine open(Path dataDirectory, EngineOptions options) {
        ColumnStore columns = new ColumnStore(dataDirectory.resolve("segments"), options.segmentCacheBytes());
        SegmentRows coldRows = new SegmentRows(columns);
        RowStore store = RowStore.open(dataDirectory, options.rowStore(), coldRows);
        boolean opened = false;
        try {
            // Once the directory is known to be ours.
            HbaFile rules = HbaFile.open(dataDirectory, options.hbaFile());
            Engine engine = new Engine(
                    store,
                    new Tiering(store, columns, coldRows, options.faults()),
                    new ClientAuthentication(rules),
                    dataDirectory,
                    options);
            opened = true;
            return engine;
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    public ClientAuthentication authentication() {
        return authentication;
    }

    public SessionFactory sessions() {
        return sessions;
    }

    /// Looks whether everything that is stored fits together; nobody may change anything meanwhile.
    ///
    /// @param progress of a line for each table
    public void check(Consumer<Finding> receiver, Consumer<String> progress) {
        new StoreCheck(whole, receiver, progress).run();
    }

    /// To be called when no session is open any more. A second call does nothing.
    @Override
    public void close() {
        autoAnalyze.close();
        autoTiering.close();
        timers.shutdownNow();
        sequences.close();
        store.close();
    }
}

package io.pglitedb.executor.backend;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.store.CatalogStore;
import io.pglitedb.executor.authentication.ClientAuthentication;
import io.pglitedb.executor.notification.NotificationHub;
import io.pglitedb.executor.sequence.SequenceValues;
import io.pglitedb.executor.statistics.ActivityCounters;
import io.pglitedb.executor.statistics.RelationSizes;
import io.pglitedb.executor.transaction.ExportedSnapshots;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.tiering.Tiering;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// What all sessions of a running server share.
///
/// @param startedAt µs since 2000-01-01 UTC
/// @param spillDirectory for temporary files
/// @param settings makes what a session's settings start from
/// @param timers for timeouts: tasks must be short
public record Instance(
        RowStore store,
        CatalogStore catalogs,
        SequenceValues sequences,
        ClientAuthentication authentication,
        SessionRegistry registry,
        NotificationHub notifications,
        ExportedSnapshots snapshots,
        ScheduledExecutorService timers,
        Supplier<SessionSettings> settings,
        Path spillDirectory,
        ActivityCounters activity,
        RelationSizes sizes,
        Tiering tiering,
        long startedAt) {}

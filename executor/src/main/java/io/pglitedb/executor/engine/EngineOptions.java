package io.pglitedb.executor.engine;

import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.tiering.convert.FaultPoint;
import java.time.ZoneId;
import java.util.Map;

/// How a server runs.
///
/// @param settings of the configuration file, by name
/// @param faults told of the steps of tiering, for tests that stop it there
public record EngineOptions(Map<String, String> settings, FaultPoint.Hook faults) {
    private static final int SEGMENT_CACHE_SHARE = 5;

    public EngineOptions {
        settings = Map.copyOf(settings);
    }

    public EngineOptions(Map<String, String> settings) {
        this(settings, FaultPoint.Hook.NONE);
    }

    public static EngineOptions defaults() {
        return new EngineOptions(Map.of());
    }

    /// What every session starts from. The time zone is the machine's, as initdb would set it.
    SessionSettings sessionSettings() {
        SessionSettings session = new SessionSettings();
        session.initialize("client_encoding", "UTF8", Source.BOOT);
        session.initialize("TimeZone", ZoneId.systemDefault().getId(), Source.FILE);
        settings.forEach((name, text) -> session.initialize(name, text, Source.FILE));
        return session;
    }

    /// Empty for the usual place.
    String hbaFile() {
        return sessionSettings().show("hba_file");
    }

    /// Decoded pages and footers of segments.
    long segmentCacheBytes() {
        return Runtime.getRuntime().maxMemory() / SEGMENT_CACHE_SHARE;
    }

    /// `shared_buffers` counts 8 KiB pages and is given to caches and write buffers; only when it is set.
    /// `logical_decoding_work_mem`, in PostgreSQL the memory of a transaction's changes before they go to files,
    /// is that of its uncommitted writes here; it counts KiB.
    RowStoreOptions rowStore() {
        SessionSettings session = sessionSettings();
        RowStoreOptions options = RowStoreOptions.defaults()
                .withDeadlockTimeoutMs((int) session.number("deadlock_timeout"))
                .withWriteSetBytes((long) session.number("logical_decoding_work_mem") << 10);
        return settings.containsKey("shared_buffers")
                ? options.withMemoryBytes((long) session.number("shared_buffers") << 13)
                : options;
    }
}

package io.pglitedb.executor.transaction;

import io.pglitedb.rowstore.Snapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Snapshots that transactions offer to others (pg_export_snapshot), each until its transaction ends.
/// Thread-safe.
public final class ExportedSnapshots {
    private final Map<String, Exported> byIdentifier = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /// @param database OID
    public record Exported(Snapshot snapshot, int database) {}

    /// The identifier to name it by.
    public String export(Snapshot snapshot, int database, int processId) {
        String identifier = "%08X-%08X-1".formatted(processId, count.incrementAndGet());
        byIdentifier.put(identifier, new Exported(snapshot.retain(), database));
        return identifier;
    }

    /// Null when there is none; retained for the caller otherwise.
    public synchronized Exported find(String identifier) {
        Exported found = byIdentifier.get(identifier);
        return found == null ? null : new Exported(found.snapshot.retain(), found.database);
    }

    public synchronized void withdraw(String identifier) {
        byIdentifier.remove(identifier).snapshot.close();
    }
}

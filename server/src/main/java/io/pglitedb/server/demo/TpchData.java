package io.pglitedb.server.demo;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Generates the eight tables of TPC-H and sends them by COPY.
final class TpchData {
    private static final int CHUNK_BYTES = 1 << 16;

    private final double scale;
    private final Display display;

    TpchData(double scale, Display display) {
        this.scale = scale;
        this.display = display;
    }

    void load(Connection connection) throws SQLException {
        for (TpchTable<?> table : TpchTable.getTables()) {
            load(connection, table);
        }
    }

    private <E extends TpchEntity> void load(Connection connection, TpchTable<E> table) throws SQLException {
        String name = table.getTableName();
        long start = System.nanoTime();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + name + " FROM STDIN WITH (DELIMITER '|')");
        long bytes = 0;
        try {
            long expected = expectedRows(name);
            long rows = 0;
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK_BYTES + 1_000);
            for (E row : table.createGenerator(scale, 1, 1)) {
                // The generator ends a line with a delimiter, as dbgen does.
                String line = row.toLine();
                chunk.writeBytes((line.substring(0, line.length() - 1) + "\n").getBytes(StandardCharsets.UTF_8));
                rows++;
                if (chunk.size() >= CHUNK_BYTES) {
                    bytes += send(chunk, copy);
                    display.progress("COPY " + name, Math.min(1, rows / (double) expected));
                }
            }
            bytes += send(chunk, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        display.done(
                "COPY " + name,
                "%11s rows  %6.1f MB  %9s  %6.1f MB/s"
                        .formatted(
                                Display.count(copy.getHandledRowCount()),
                                bytes / 1e6,
                                Display.time(time),
                                bytes * 1e3 / time.toNanos()));
    }

    private static int send(ByteArrayOutputStream chunk, CopyIn copy) throws SQLException {
        byte[] bytes = chunk.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.reset();
        return bytes.length;
    }

    /// Near enough for a bar.
    private long expectedRows(String table) {
        int perScale = switch (table) {
            case "customer" -> 150_000;
            case "orders" -> 1_500_000;
            case "lineitem" -> 6_000_000;
            case "part" -> 200_000;
            case "partsupp" -> 800_000;
            case "supplier" -> 10_000;
            default -> 25;
        };
        return Math.max(1, (long) (perScale * scale));
    }
}

package io.pglitedb.server.demo;

import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.Distributions;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.PartGenerator;
import io.trino.tpch.PartSupplierGenerator;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.SupplierGenerator;
import io.trino.tpch.TextPool;
import io.trino.tpch.TpchEntity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Generates the eight tables of TPC-H and sends them by COPY.
final class TpchData {
    private static final int CHUNK_BYTES = 1 << 16;
    /// dbgen takes its comments from 300 MB of text, which take seconds to make.
    private static final int TEXT_POOL_BYTES = 8 << 20;

    private record Table(String name, int rowsPerScale, Iterable<? extends TpchEntity> rows) {}

    private final double scale;
    private final Display display;

    TpchData(double scale, Display display) {
        this.scale = scale;
        this.display = display;
    }

    void load(Connection connection) throws SQLException {
        Distributions distributions = Distributions.getDefaultDistributions();
        TextPool pool = new TextPool(TEXT_POOL_BYTES, distributions);
        for (Table table : List.of(
                new Table("region", 0, new RegionGenerator(distributions, () -> pool)),
                new Table("nation", 0, new NationGenerator(distributions, () -> pool)),
                new Table("supplier", 10_000, new SupplierGenerator(scale, 1, 1, distributions, () -> pool)),
                new Table("part", 200_000, new PartGenerator(scale, 1, 1, distributions, () -> pool)),
                new Table("partsupp", 800_000, new PartSupplierGenerator(scale, 1, 1, () -> pool)),
                new Table("customer", 150_000, new CustomerGenerator(scale, 1, 1, distributions, () -> pool)),
                new Table("orders", 1_500_000, new OrderGenerator(scale, 1, 1, distributions, () -> pool)),
                new Table("lineitem", 6_000_000, new LineItemGenerator(scale, 1, 1, distributions, () -> pool)))) {
            load(connection, table);
        }
    }

    private void load(Connection connection, Table table) throws SQLException {
        long start = System.nanoTime();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.name() + " FROM STDIN WITH (DELIMITER '|')");
        long bytes = 0;
        try {
            double expected = Math.max(1, table.rowsPerScale() * scale); // Near enough for a bar.
            long rows = 0;
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK_BYTES + 1_000);
            for (TpchEntity row : table.rows()) {
                // The generator ends a line with a delimiter, as dbgen does.
                String line = row.toLine();
                chunk.writeBytes((line.substring(0, line.length() - 1) + "\n").getBytes(StandardCharsets.UTF_8));
                rows++;
                if (chunk.size() >= CHUNK_BYTES) {
                    bytes += send(chunk, copy);
                    display.progress("COPY " + table.name(), Math.min(1, rows / expected));
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
                "COPY " + table.name(),
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
}

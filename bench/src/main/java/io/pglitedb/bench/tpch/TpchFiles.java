package io.pglitedb.bench.tpch;

import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the eight tables as `NAME.tbl`, columns separated by `|`, as COPY … WITH (DELIMITER '|') reads them.
public final class TpchFiles {
    private TpchFiles() {}

    /// @param arguments scale, directory
    public static void main(String[] arguments) throws IOException {
        double scale = Double.parseDouble(arguments[0]);
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        for (TpchTable<?> table : TpchTable.getTables()) {
            Path file = directory.resolve(table.getTableName() + ".tbl");
            if (!Files.exists(file)) {
                Path unfinished = directory.resolve(table.getTableName() + ".part");
                write(table, scale, unfinished);
                Files.move(unfinished, file);
            }
        }
    }

    private static void write(TpchTable<?> table, double scale, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (TpchEntity row : table.createGenerator(scale, 1, 1)) {
                String line = row.toLine(); // ends with a separator
                out.write(line, 0, line.length() - 1);
                out.write('\n');
            }
        }
    }
}

package io.pglitedb.bench.rowstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Temporary directories that live as long as a benchmark.
final class Directories {
    private Directories() {}

    static Path make() throws IOException {
        return Files.createTempDirectory("pglitedb-bench");
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.pglitedb.rowstore.rocks;

import io.pglitedb.rowstore.txn.KeyCursor;
import io.pglitedb.rowstore.txn.WriteRun;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.error.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.rocksdb.Options;

/// Sorted files of transactions under way, in RocksDB's table format.
final class TemporaryFiles {
    private final Path directory;
    private final Options options;

    TemporaryFiles(Path directory, Options options) {
        this.directory = directory;
        this.options = options;
    }

    private Path newFile() {
        return directory.resolve(UUID.randomUUID() + ".sst");
    }

    /// A large transaction's final writes, to be ingested.
    List<Path> writeSorted(Consumer<WriteVisitor> writes) {
        List<Path> files = new ArrayList<>();
        boolean written = false;
        try (SortedFileWriter writer = new SortedFileWriter(options, () -> {
            Path file = newFile();
            files.add(file);
            return file;
        })) {
            writes.accept(writer);
            writer.finish();
            written = true;
        } finally {
            if (!written) {
                delete(files);
            }
        }
        return files;
    }

    WriteRun writeRun(KeyCursor versions, long keysMax) {
        Path file = newFile();
        KeyFilter filter = new KeyFilter(keysMax);
        boolean written = false;
        try (SortedFileWriter writer = SortedFileWriter.ofOneFile(options, file)) {
            while (versions.next()) {
                filter.add(versions.key(), versions.keyOffset(), versions.keyLength());
                writer.put(
                        versions.key(),
                        versions.keyOffset(),
                        versions.keyLength(),
                        versions.value(),
                        versions.valueOffset(),
                        versions.valueLength());
            }
            writer.finish();
            written = true;
        } finally {
            if (!written) {
                delete(List.of(file));
            }
        }
        return new RunFile(file, options, filter, keysMax);
    }

    /// Those that are still there.
    void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failure) {
                throw FileFailure.of("could not remove file \"%s\"".formatted(file), failure);
            }
        }
    }
}

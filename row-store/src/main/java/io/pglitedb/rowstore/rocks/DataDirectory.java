package io.pglitedb.rowstore.rocks;

import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// A data directory that this process holds. It is ours when it has the file `FORMAT`, which is written last when
/// a new one is made: without it the directory must be empty but for what a start that was cut off leaves.
final class DataDirectory implements AutoCloseable {
    static final int FORMAT_VERSION = 1;

    private static final String FORMAT = "FORMAT";
    private static final String SETTINGS = "pglitedb.conf";
    private static final Set<String> BEFORE_FORMAT =
            Set.of("LOCK", "FORMAT.new", "rocksdb", "segments", "tmp", "lost+found", "pg_hba.conf");

    private final Path directory;
    private final DirectoryLock lock;
    private final boolean fresh;

    private DataDirectory(Path directory, DirectoryLock lock, boolean fresh) {
        this.directory = directory;
        this.lock = lock;
        this.fresh = fresh;
    }

    /// Makes it if need be. F0001, 0A000 (a newer format), 55000 (not a data directory), XX001 (parts are
    /// missing) and the codes of file access say why not.
    static DataDirectory acquire(Path directory) {
        refuseForeign(directory);
        DirectoryLock lock = DirectoryLock.acquire(directory);
        boolean acquired = false;
        try {
            boolean fresh = !Files.exists(directory.resolve(FORMAT)) && isFresh(directory.resolve("rocksdb"));
            if (!fresh) {
                requireParts(directory);
            }
            DataDirectory held = new DataDirectory(directory, lock, fresh);
            held.clearTemporary();
            acquired = true;
            return held;
        } catch (IOException failure) {
            throw FileFailure.fatal("could not access data directory \"%s\"".formatted(directory), failure);
        } finally {
            if (!acquired) {
                lock.close();
            }
        }
    }

    /// Before anything is touched: a directory of something else is left as it is.
    private static void refuseForeign(Path directory) {
        try {
            Path format = directory.resolve(FORMAT);
            if (Files.exists(format)) {
                checkFormat(directory, Files.readString(format));
            } else if (Files.exists(directory) && !Files.exists(directory.resolve(SETTINGS))) {
                try (var files = Files.newDirectoryStream(
                        directory,
                        file -> !BEFORE_FORMAT.contains(file.getFileName().toString())
                                && !file.getFileName().toString().startsWith("."))) {
                    if (files.iterator().hasNext()) {
                        throw notOurs(directory, "File \"FORMAT\" is missing, and the directory is not empty.");
                    }
                }
            }
        } catch (IOException failure) {
            throw FileFailure.fatal("could not access data directory \"%s\"".formatted(directory), failure);
        }
    }

    private static void checkFormat(Path directory, String text) {
        if (!text.strip().matches("[0-9]{1,9}")) {
            throw notOurs(directory, "File \"FORMAT\" does not contain valid data.");
        }
        checkFormat(Integer.parseInt(text.strip()));
    }

    static void checkFormat(long format) {
        if (format > FORMAT_VERSION) {
            throw PgException.fatal(SqlState.FEATURE_NOT_SUPPORTED, "database files are incompatible with server")
                    .detail("The data directory has storage format %d, this server reads up to format %d."
                            .formatted(format, FORMAT_VERSION))
                    .hint("Start the newer version of the server that wrote it.");
        }
    }

    private static PgException notOurs(Path directory, String detail) {
        return PgException.fatal(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                        "\"%s\" is not a valid data directory".formatted(directory))
                .detail(detail)
                .hint("Name a directory that is new, empty or made by this server.");
    }

    /// RocksDB writes CURRENT before any log or table.
    private static boolean isFresh(Path rocks) throws IOException {
        if (!Files.exists(rocks)) {
            return true;
        }
        if (Files.exists(rocks.resolve("CURRENT"))) {
            return false;
        }
        try (var files = Files.newDirectoryStream(rocks, "{*.log,*.sst,rocksdb}")) {
            return !files.iterator().hasNext();
        }
    }

    /// What RocksDB would make anew without a word.
    private static void requireParts(Path directory) throws IOException {
        Path rocks = directory.resolve("rocksdb");
        if (!Files.exists(rocks.resolve("CURRENT"))) {
            throw damaged(directory, "File \"rocksdb/CURRENT\" is missing.");
        }
        try (var logs = Files.newDirectoryStream(rocks, "*.log")) {
            if (!logs.iterator().hasNext()) {
                throw damaged(directory, "The write-ahead log \"rocksdb/*.log\" is missing.");
            }
        }
    }

    static PgException damaged(Path directory, String detail) {
        return PgException.fatal(SqlState.DATA_CORRUPTED, "data directory \"%s\" is damaged".formatted(directory))
                .detail(detail)
                .hint("Put back the files that are missing or were changed, or restore the directory from a backup.");
    }

    Path path() {
        return directory;
    }

    /// Nothing was stored in it yet.
    boolean isFresh() {
        return fresh;
    }

    Path rocks() {
        return directory.resolve("rocksdb");
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    /// Of all table files.
    long tableBytes() throws IOException {
        long bytes = 0;
        try (var tables = Files.newDirectoryStream(rocks(), "*.sst")) {
            for (Path table : tables) {
                bytes += Files.size(table);
            }
        }
        return bytes;
    }

    /// Whatever a killed process left half written.
    private void clearTemporary() throws IOException {
        Path root = Files.createDirectories(temporary());
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (!folder.equals(root)) {
                    Files.delete(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Everything that makes it ours is on the disk: says so.
    void markWhole() {
        Path format = directory.resolve(FORMAT);
        if (Files.exists(format)) {
            return;
        }
        try {
            Path written = directory.resolve("FORMAT.new");
            try (FileChannel file = FileChannel.open(
                    written,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                file.write(StandardCharsets.US_ASCII.encode(FORMAT_VERSION + "\n"));
                file.force(true);
            }
            Files.move(written, format, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(directory)) {
                folder.force(true);
            }
        } catch (IOException failure) {
            throw FileFailure.fatal("could not write file \"%s\"".formatted(format), failure);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}

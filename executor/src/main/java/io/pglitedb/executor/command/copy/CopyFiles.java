package io.pglitedb.executor.command.copy;

import io.pglitedb.columnstore.foreign.ForeignFile;
import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files of the server, in PostgreSQL's words.
final class CopyFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private CopyFiles() {}

    static OutputStream create(String name) {
        Path path = Path.of(name);
        if (!path.isAbsolute()) {
            throw new PgException(SqlState.INVALID_NAME, "relative path not allowed for COPY to file");
        }
        requireFile(path, name);
        try {
            return new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
        } catch (IOException failure) {
            throw FileFailure.of("could not open file \"%s\" for writing".formatted(name), failure)
                    .hint("COPY TO instructs the PostgreSQL server process to write a file. "
                            + "You may want a client-side facility such as psql's \\copy.");
        }
    }

    static ForeignFile openParquet(String name) {
        Path path = Path.of(name);
        requireFile(path, name);
        if (!Files.exists(path)) {
            throw unreadable(name, new NoSuchFileException(name));
        }
        return ForeignFile.open(path);
    }

    static InputStream open(String name) {
        Path path = Path.of(name);
        requireFile(path, name);
        try {
            return new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    private static void requireFile(Path path, String name) {
        if (Files.isDirectory(path)) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is a directory".formatted(name));
        }
    }

    private static PgException unreadable(String name, IOException failure) {
        return FileFailure.of("could not open file \"%s\" for reading".formatted(name), failure)
                .hint("COPY FROM instructs the PostgreSQL server process to read a file. "
                        + "You may want a client-side facility such as psql's \\copy.");
    }
}

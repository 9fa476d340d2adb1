package io.pglitedb.executor.command.copy;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files of the server, in PostgreSQL's words.
final class CopyFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private CopyFiles() {}

    static PgException failure(String message, IOException cause) {
        SqlState state = cause instanceof NoSuchFileException
                ? SqlState.UNDEFINED_FILE
                : cause instanceof AccessDeniedException ? SqlState.INSUFFICIENT_PRIVILEGE : SqlState.IO_ERROR;
        return new PgException(state, message, cause);
    }

    static OutputStream create(String name) {
        Path path = Path.of(name);
        if (!path.isAbsolute()) {
            throw new PgException(SqlState.INVALID_NAME, "relative path not allowed for COPY to file");
        }
        if (Files.isDirectory(path)) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is a directory".formatted(name));
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
        } catch (IOException failure) {
            throw failure("could not open file \"%s\" for writing: %s".formatted(name, reason(failure)), failure)
                    .hint("COPY TO instructs the PostgreSQL server process to write a file. "
                            + "You may want a client-side facility such as psql's \\copy.");
        }
    }

    static InputStream open(String name) {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is a directory".formatted(name));
        }
        try {
            return new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        } catch (IOException failure) {
            throw failure("could not open file \"%s\" for reading: %s".formatted(name, reason(failure)), failure)
                    .hint("COPY FROM instructs the PostgreSQL server process to read a file. "
                            + "You may want a client-side facility such as psql's \\copy.");
        }
    }

    /// As the operating system says it.
    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            default -> failure.getMessage();
        };
    }
}

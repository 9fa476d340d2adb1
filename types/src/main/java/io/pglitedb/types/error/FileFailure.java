package io.pglitedb.types.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What the operating system refused to do with a file, in PostgreSQL's terms. Source of the codes:
/// errcode_for_file_access (elog.c).
public final class FileFailure {
    private static final String NO_SPACE = "No space left on device";

    private FileFailure() {}

    /// @param what was tried: `could not open file "x"`; the reason follows
    public static PgException of(String what, IOException cause) {
        PgException failure = new PgException(state(cause), what + ": " + reason(cause), cause);
        return failure.state() == SqlState.DISK_FULL ? failure.hint("Check free disk space.") : failure;
    }

    /// The same as a reason not to start.
    public static PgException fatal(String what, IOException cause) {
        PgException failure = PgException.fatal(state(cause), what + ": " + reason(cause));
        failure.initCause(cause);
        return failure;
    }

    public static SqlState state(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> SqlState.UNDEFINED_FILE;
            case AccessDeniedException _ -> SqlState.INSUFFICIENT_PRIVILEGE;
            default -> reason(cause).contains(NO_SPACE) ? SqlState.DISK_FULL : SqlState.IO_ERROR;
        };
    }

    /// As the operating system says it.
    public static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case FileAlreadyExistsException _ -> "File exists";
            case NotDirectoryException _ -> "Not a directory";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}

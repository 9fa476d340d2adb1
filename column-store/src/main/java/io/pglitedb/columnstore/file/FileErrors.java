package io.pglitedb.columnstore.file;

import io.pglitedb.types.error.FileFailure;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.file.Path;

/// What goes wrong with a file, in the words of an error that names it.
public final class FileErrors {
    private FileErrors() {}

    /// 58030: the operating system refuses; also when the file is gone. 53100 when there is no room.
    public static PgException io(String action, Path file, IOException cause) {
        String what = "could not %s file \"%s\"".formatted(action, file);
        return FileFailure.state(cause) == SqlState.DISK_FULL
                ? FileFailure.of(what, cause)
                : new PgException(SqlState.IO_ERROR, what + ": " + FileFailure.reason(cause), cause);
    }

    /// XX001: the file is there, but its bytes are not what was written.
    public static PgException damaged(Path file, String what) {
        return new PgException(SqlState.DATA_CORRUPTED, "invalid data in file \"%s\": %s".formatted(file, what));
    }

    public static PgException damaged(Path file, Exception cause) {
        return new PgException(
                SqlState.DATA_CORRUPTED, "invalid data in file \"%s\": %s".formatted(file, cause.getMessage()), cause);
    }
}

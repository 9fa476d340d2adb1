package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.encoding.LittleEndian;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import java.io.IOException;
import java.io.InputStream;

/// The end of a Parquet file, and its thrift structures.
final class Footer {
    /// Bytes behind the metadata: their length, and PAR1.
    static final int TAIL = 2 * Integer.BYTES;

    private Footer() {}

    /// Length of the metadata.
    ///
    /// @param end of the file
    static int length(byte[] end) {
        return LittleEndian.getInt(end, end.length - TAIL);
    }

    @FunctionalInterface
    interface StructureReader<T> {
        T read(InputStream in) throws IOException;
    }

    static <T> T structure(RangeFile file, InputStream bytes, StructureReader<T> reader) {
        try {
            return reader.read(bytes);
        } catch (IOException | RuntimeException damage) {
            throw FileErrors.damaged(file.path(), damage);
        }
    }
}

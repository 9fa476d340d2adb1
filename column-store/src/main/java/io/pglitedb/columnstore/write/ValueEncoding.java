package io.pglitedb.columnstore.write;

import io.pglitedb.types.bytes.ByteWriter;
import org.apache.parquet.format.Encoding;

/// How the values of a chunk are written.
interface ValueEncoding {
    Encoding encoding();

    /// Appends the values in [from, to), which are a page's.
    void encode(int from, int to, ByteWriter out);

    /// PLAIN entries of the dictionary that pages refer to; null for none.
    default byte[] dictionary() {
        return null;
    }

    default int dictionarySize() {
        return 0;
    }
}

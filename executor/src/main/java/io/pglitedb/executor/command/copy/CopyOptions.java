package io.pglitedb.executor.command.copy;

import java.nio.charset.Charset;
import java.util.List;

/// Options of a COPY, checked.
///
/// @param nullText what stands for NULL
/// @param quote CSV only
/// @param escape CSV only
/// @param forceQuote null for none, empty for all columns
record CopyOptions(
        Format format,
        byte delimiter,
        String nullText,
        Header header,
        byte quote,
        byte escape,
        List<String> forceQuote,
        List<String> forceNotNull,
        List<String> forceNull,
        Charset encoding) {
    enum Format {
        TEXT,
        CSV,
        BINARY,
        PARQUET;

        /// Bytes that are no text: no encoding, no delimiters.
        boolean binary() {
            return this == BINARY || this == PARQUET;
        }
    }

    enum Header {
        NONE,
        PRESENT,
        /// Must name the columns.
        MATCH
    }
}

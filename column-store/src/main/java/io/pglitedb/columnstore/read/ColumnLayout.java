package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.form.ColumnForm;
import java.util.List;

/// A column of the file.
///
/// @param chunks one per row group
/// @param exceptions chunks of the exceptions column; empty for none
record ColumnLayout(String name, ColumnForm form, List<ChunkLayout> chunks, List<ChunkLayout> exceptions) {
    boolean hasExceptions() {
        return !exceptions.isEmpty();
    }
}

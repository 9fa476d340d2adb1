package io.pglitedb.catalog.define;

import io.pglitedb.catalog.system.SystemRow;
import java.util.List;

/// What a session reads of publications.
public interface PublicationRows {
    /// All of them.
    List<SystemRow> all();

    /// Null when the table is not a part by itself.
    SystemRow table(int publication, int table);

    /// Null when the schema is not a part.
    SystemRow schema(int publication, int schema);
}

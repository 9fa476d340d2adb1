package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import java.util.List;

/// Fields of composite types.
final class CompositeTypes {
    private CompositeTypes() {}

    /// Columns, dropped ones included, of a composite type; empty for other types.
    static List<ColumnDef> columns(TypeRules types, int oid) {
        TypeDef type = types.catalog().type(types.baseType(oid));
        if (type == null || type.kind() != 'c') {
            return List.of();
        }
        TableDef table = types.catalog().table(type.relation());
        return table == null ? List.of() : table.columns();
    }
}

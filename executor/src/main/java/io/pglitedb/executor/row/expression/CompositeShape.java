package io.pglitedb.executor.row.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.List;

/// How rows of a composite type are laid out. Attribute numbers count dropped columns, fields of values do not.
///
/// @param fieldOf index into a value's fields by attribute number - 1, -1 for a dropped one
public record CompositeShape(int type, List<String> names, List<SqlType> types, int[] fieldOf) {
    /// Null when the type is not composite (record is not either: its values know their fields).
    public static CompositeShape of(CatalogView catalog, int type) {
        TypeDef definition = catalog.type(BaseTypes.of(catalog, type));
        TableDef relation =
                definition == null || definition.relation() == 0 ? null : catalog.table(definition.relation());
        return relation == null ? null : of(definition.oid(), relation);
    }

    /// Of a table's rows.
    public static CompositeShape of(int type, TableDef relation) {
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        int[] fieldOf = new int[relation.columns().size()];
        for (int i = 0; i < fieldOf.length; i++) {
            ColumnDef column = relation.columns().get(i);
            fieldOf[i] = column.dropped() ? -1 : names.size();
            if (!column.dropped()) {
                names.add(column.name());
                types.add(new SqlType(column.type(), column.typmod()));
            }
        }
        return new CompositeShape(type, List.copyOf(names), List.copyOf(types), fieldOf);
    }

    /// @param attributes one value an attribute, dropped ones included
    public PgRecord row(Object[] attributes) {
        Object[] fields = new Object[names.size()];
        for (int i = 0; i < fieldOf.length; i++) {
            if (fieldOf[i] >= 0) {
                fields[fieldOf[i]] = attributes[i];
            }
        }
        return new PgRecord(type, names, types, fields);
    }

    PgRecord ofFields(Object[] fields) {
        return new PgRecord(type, names, types, fields);
    }
}

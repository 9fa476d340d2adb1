package io.pglitedb.executor.names;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.EnumLabelDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.array.ArrayValueType;
import io.pglitedb.types.enumeration.EnumValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.record.CompositeValueType;
import io.pglitedb.types.value.EnumValue;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Value types by OID: built-in ones, and those that the catalog describes, made once for a version of it.
public final class CatalogTypes {
    private final Supplier<CatalogView> catalog;
    private final Int2ObjectMap<ValueType> made = new Int2ObjectOpenHashMap<>();
    private long version = Long.MIN_VALUE;

    public CatalogTypes(Supplier<CatalogView> catalog) {
        this.catalog = catalog;
    }

    /// 42704 when there is none, 0A000 when there is no implementation.
    public ValueType get(int oid) {
        ValueType builtin = BuiltinTypes.find(oid);
        return builtin != null ? builtin : defined(oid);
    }

    private ValueType defined(int oid) {
        CatalogView view = catalog.get();
        if (view.version() != version) {
            made.clear();
            version = view.version();
        }
        ValueType known = made.get(oid);
        if (known == null) {
            known = make(view, oid);
            made.put(oid, known);
        }
        return known;
    }

    private ValueType make(CatalogView view, int oid) {
        TypeDef type = view.type(oid);
        if (type == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT, "type with OID " + Integer.toUnsignedString(oid) + " does not exist");
        }
        return switch (type.kind()) {
            case 'e' -> new EnumValueType(oid, view.formatType(oid, -1), labels(view, oid));
            case 'c' -> composite(view, type);
            case 'd' -> new DomainValueType(oid, get(type.baseType()), type.baseTypmod());
            case 'b' -> {
                if (type.isTrueArray()) {
                    ValueType element = get(type.elementType());
                    yield new ArrayValueType(
                            oid, element, view.type(type.elementType()).delimiter());
                }
                yield BuiltinTypes.get(oid);
            }
            default -> throw PgException.notSupported("type " + view.formatType(oid, -1));
        };
    }

    private static List<EnumValue> labels(CatalogView view, int oid) {
        List<EnumValue> labels = new ArrayList<>();
        for (EnumLabelDef label : view.enumLabels(oid)) {
            labels.add(new EnumValue(label.oid(), label.sortOrder(), label.label()));
        }
        return labels;
    }

    private ValueType composite(CatalogView view, TypeDef type) {
        TableDef table = view.table(type.relation());
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        List<ValueType> fields = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            if (!column.dropped()) {
                names.add(column.name());
                types.add(new SqlType(column.type(), column.typmod()));
                fields.add(get(column.type()));
            }
        }
        return new CompositeValueType(type.oid(), names, types, fields);
    }
}

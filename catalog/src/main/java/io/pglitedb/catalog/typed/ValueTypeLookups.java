package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.EnumLabelDef;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.array.ArrayValueType;
import io.pglitedb.types.enumeration.EnumValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.range.MultirangeValueType;
import io.pglitedb.types.range.RangeValueType;
import io.pglitedb.types.record.CompositeValueType;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The types that users make, as code: enums, composites, arrays; a domain is the type it is based on (its
/// constraints are checked by whoever coerces to it).
final class ValueTypeLookups {
    static final Lookup<Integer, ValueType> BY_OID = Lookup.of(
            ValueTypeLookups::valueType,
            "pg_type",
            "pg_enum",
            "pg_class",
            "pg_attribute",
            "pg_attrdef",
            "pg_namespace",
            "pg_range");

    private static final int PG_CATALOG = 11;
    private static final int PUBLIC = 2200;
    private static final int FIRST_USER_OID = 16384;

    private ValueTypeLookups() {}

    private static ValueType valueType(CatalogReader reader, int oid) {
        ValueType builtin = BuiltinTypes.find(oid);
        if (builtin != null) {
            return builtin;
        }
        TypeDef type = TypeLookups.BY_OID.load(reader, oid);
        return type == null ? null : made(reader, type);
    }

    private static ValueType made(CatalogReader reader, TypeDef type) {
        if (type.isTrueArray()) {
            TypeDef element = TypeLookups.BY_OID.load(reader, type.elementType());
            return new ArrayValueType(type.oid(), valueType(reader, element.oid()), element.delimiter());
        }
        return switch (type.kind()) {
            case 'e' -> enumeration(reader, type);
            case 'c' -> composite(reader, type);
            case 'r' -> range(reader, type);
            case 'm' ->
                new MultirangeValueType(type.oid(), (RangeValueType) valueType(
                        reader, TypeLookups.MULTIRANGE.load(reader, type.oid()).type()));
            case 'd' -> new DomainValueType(type.oid(), valueType(reader, type.baseType()), type.baseTypmod());
            default -> throw PgException.notSupported("type " + name(reader, type));
        };
    }

    /// For messages: with its schema unless that is usually in the search path.
    private static String name(CatalogReader reader, TypeDef type) {
        return type.namespace() == PG_CATALOG || type.namespace() == PUBLIC
                ? Quoting.identifier(type.name())
                : Quoting.identifier(NamespaceLookups.BY_OID
                                .load(reader, type.namespace())
                                .name())
                        + "." + Quoting.identifier(type.name());
    }

    private static ValueType enumeration(CatalogReader reader, TypeDef type) {
        List<EnumValue> labels = new ArrayList<>();
        for (EnumLabelDef label : TypeLookups.ENUM_LABELS.load(reader, type.oid())) {
            labels.add(new EnumValue(label.oid(), label.sortOrder(), label.label()));
        }
        return new EnumValueType(type.oid(), name(reader, type), labels);
    }

    /// Ordered as its subtype usually is; the classes that PostgreSQL brings order alike in collation C.
    private static ValueType range(CatalogReader reader, TypeDef type) {
        RangeDef range = TypeLookups.RANGE.load(reader, type.oid());
        if (range.canonical() != 0 || range.operatorClass() >= FIRST_USER_OID) {
            throw PgException.notSupported("a range type with a canonical function or an operator class of its own");
        }
        ValueType subtype = valueType(reader, range.subtype());
        return new RangeValueType(type.oid(), subtype, subtype::compare, Optional.empty());
    }

    private static ValueType composite(CatalogReader reader, TypeDef type) {
        TableDef relation = TableLookups.BY_OID.load(reader, type.relation());
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        List<ValueType> fields = new ArrayList<>();
        for (ColumnDef column : relation.columns()) {
            if (!column.dropped()) {
                names.add(column.name());
                types.add(new SqlType(column.type(), column.typmod()));
                fields.add(valueType(reader, column.type()));
            }
        }
        return new CompositeValueType(type.oid(), names, types, fields);
    }
}

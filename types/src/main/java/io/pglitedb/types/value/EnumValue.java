package io.pglitedb.types.value;

/// The carrier of enum types.
///
/// @param oid of the `pg_enum` row: what is stored
/// @param order `enumsortorder`
public record EnumValue(int oid, float order, String label) implements Comparable<EnumValue> {
    @Override
    public int compareTo(EnumValue other) {
        return Float.compare(order, other.order);
    }
}

package io.pglitedb.types.value;

/// The carrier of every range type.
///
/// @param typeOid the range type
/// @param empty without any value; both bounds are null then
/// @param lower null for no lower bound
/// @param upper null for no upper bound
/// @param lowerInclusive false without a bound
/// @param upperInclusive false without a bound
public record PgRange(
        int typeOid, boolean empty, Object lower, Object upper, boolean lowerInclusive, boolean upperInclusive) {
    public static PgRange empty(int typeOid) {
        return new PgRange(typeOid, true, null, null, false, false);
    }

    public boolean hasLower() {
        return lower != null;
    }

    public boolean hasUpper() {
        return upper != null;
    }
}

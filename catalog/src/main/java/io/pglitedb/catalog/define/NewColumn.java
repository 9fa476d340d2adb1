package io.pglitedb.catalog.define;

/// A column to be made.
///
/// @param collation OID, 0 for a type without
/// @param identity a always, d by default, space none
/// @param generated s stored, space none
/// @param local declared by the table itself
/// @param parentCount how many parents have it
/// @param storage p plain, e external, m main, x extended; space for the type's own
/// @param compression p pglz, l lz4, space none
public record NewColumn(
        String name,
        int type,
        int typmod,
        int dimensions,
        int collation,
        boolean notNull,
        char identity,
        char generated,
        boolean local,
        int parentCount,
        char storage,
        char compression) {
    public static NewColumn of(String name, int type, int typmod, int collation) {
        return new NewColumn(name, type, typmod, 0, collation, false, ' ', ' ', true, 0, ' ', ' ');
    }

    public NewColumn withNotNull() {
        return new NewColumn(
                name,
                type,
                typmod,
                dimensions,
                collation,
                true,
                identity,
                generated,
                local,
                parentCount,
                storage,
                compression);
    }
}

package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.Optional;

/// A `pg_attribute` row of a table with its `pg_attrdef` row.
///
/// @param number `attnum`, from 1; dropped columns keep theirs
/// @param type OID; 0 when dropped
/// @param collation OID, 0 for none
/// @param defaultExpression node tree text; that of a generated column too
/// @param identity a always, d by default, space none
/// @param generated s stored, space none
/// @param local declared by the table itself, not only inherited
/// @param parentCount how many parents have it
/// @param acl aclitem[]; empty for none
/// @param storedLength `attlen`; of a dropped column, whose type is gone, the bytes of its slot in stored rows,
///     -1 for a variable one
/// @param missing array of one element: value of rows stored before the column was added
public record ColumnDef(
        int number,
        String name,
        int type,
        int typmod,
        int dimensions,
        int collation,
        boolean notNull,
        Optional<String> defaultExpression,
        char identity,
        char generated,
        boolean dropped,
        int storedLength,
        boolean local,
        int parentCount,
        int statisticsTarget,
        char storage,
        char compression,
        List<String> options,
        Optional<PgArray> acl,
        Optional<PgArray> missing) {
    public ColumnDef {
        options = List.copyOf(options);
    }

    /// A column with nothing but a name and a type.
    public static ColumnDef plain(int number, String name, int type, int typmod, int collation) {
        return new ColumnDef(
                number,
                name,
                type,
                typmod,
                0,
                collation,
                false,
                Optional.empty(),
                ' ',
                ' ',
                false,
                -1,
                true,
                0,
                -1,
                'p',
                ' ',
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}

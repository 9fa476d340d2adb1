package io.pglitedb.columnstore.form;

import org.apache.parquet.format.LogicalType;

/// How the values of one column lie in a file. Stateless.
public sealed interface ColumnForm permits NumberForm, BinaryForm {
    /// Appended to a column's name for the column of its exceptions.
    String EXCEPTIONS_SUFFIX = "$exact";

    Physical physical();

    /// Null for none.
    LogicalType logicalType();

    /// False: the value belongs to the exceptions.
    boolean fits(Object carrier);

    /// In what order the file's statistics compare values.
    Order order();

    /// Whether that order, with the equality that comes with it, is the SQL type's own.
    boolean sqlOrder();

    enum Order {
        SIGNED,
        UNSIGNED,
        /// IEEE order; a page with NaN has no statistics.
        FLOATING,
        /// Byte strings as unsigned bytes.
        BYTES,
        /// Byte strings as two's complement, big-endian.
        TWOS_COMPLEMENT,
        NONE
    }
}

package io.pglitedb.columnstore.predicate;

import io.pglitedb.types.ValueType;
import java.util.List;

/// A condition on one column, by its type's default order and equality (of text: collation "C", or equality under
/// any deterministic one). A row whose column is NULL satisfies `IsNull` only.
public sealed interface ColumnPredicate {
    int fieldId();

    /// column operator value
    ///
    /// @param value carrier, not null
    record Compare(int fieldId, Operator operator, ValueType type, Object value) implements ColumnPredicate {}

    /// low <= column <= high
    record Between(int fieldId, ValueType type, Object low, Object high) implements ColumnPredicate {}

    /// @param values carriers, none null
    record In(int fieldId, ValueType type, List<Object> values) implements ColumnPredicate {
        public In {
            values = List.copyOf(values);
        }
    }

    record IsNull(int fieldId) implements ColumnPredicate {}

    record IsNotNull(int fieldId) implements ColumnPredicate {}

    enum Operator {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }
}

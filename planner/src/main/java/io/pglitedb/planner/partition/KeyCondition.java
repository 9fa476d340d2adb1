package io.pglitedb.planner.partition;

import io.pglitedb.planner.query.Expr;
import java.util.List;

/// What a condition says about a partition key.
public sealed interface KeyCondition {
    /// Nothing that helps: every partition may have rows that satisfy it.
    record Unknown() implements KeyCondition {}

    record And(List<KeyCondition> parts) implements KeyCondition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<KeyCondition> parts) implements KeyCondition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /// `key column <comparison> value`
    ///
    /// @param value reads no row
    record Compare(int column, Comparison comparison, Expr value, ValueOrder order) implements KeyCondition {}

    /// `key column = ANY (array)`
    record Among(int column, Expr array, ValueOrder order) implements KeyCondition {}

    record IsNull(int column, boolean isNull) implements KeyCondition {}

    enum Comparison {
        LESS,
        LESS_EQUAL,
        EQUAL,
        GREATER_EQUAL,
        GREATER,
        NOT_EQUAL
    }

    /// Compares a value of the key's type with one of the other side's type.
    @FunctionalInterface
    interface ValueOrder {
        int compare(Object key, Object value);
    }
}

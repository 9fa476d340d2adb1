package io.pglitedb.types;

import io.pglitedb.types.error.Report;
import java.time.ZoneId;

/// What types and functions may ask of the session that runs them.
public interface SessionContext {
    /// Setting `TimeZone`.
    ZoneId timeZone();

    /// Setting `DateStyle`.
    DateStyle dateStyle();

    /// Setting `IntervalStyle`.
    IntervalStyle intervalStyle();

    /// Setting `extra_float_digits`, -15 … 3.
    int extraFloatDigits();

    /// Setting `bytea_output`: true for hex, false for escape.
    boolean byteaHex();

    /// µs since 2000-01-01 UTC when the transaction began: `now()`.
    long transactionTimestamp();

    /// µs since 2000-01-01 UTC when the statement arrived.
    long statementTimestamp();

    /// µs since 2000-01-01 UTC, now.
    long clockTimestamp();

    /// The type with that OID, user-defined ones included; 42704 when there is none.
    ValueType type(int oid);

    /// Name of a type for messages, as `format_type(oid, NULL)` gives it.
    default String typeName(int oid) {
        return TypeNames.of(oid);
    }

    /// Current value of any setting as SHOW prints it; 42704 when there is none.
    String setting(String name);

    /// Sends a NOTICE, WARNING … to the client.
    void report(Report notice);

    /// A wider context of the same session (the catalog's, the executor's); IllegalStateException when it has none.
    <T> T as(Class<T> context);

    enum IntervalStyle {
        POSTGRES,
        POSTGRES_VERBOSE,
        SQL_STANDARD,
        ISO_8601
    }

    /// @param format how dates are printed
    /// @param order how ambiguous dates are read
    record DateStyle(Format format, Order order) {
        public enum Format {
            ISO,
            SQL,
            POSTGRES,
            GERMAN
        }

        public enum Order {
            YMD,
            DMY,
            MDY
        }
    }
}

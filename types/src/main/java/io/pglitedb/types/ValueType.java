package io.pglitedb.types;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.VectorBuilder;

/// All that one SQL type does with its values, written once: text and binary form, storage, order, hash and the
/// order-preserving key bytes. Stateless and shared. A value is a non-null object of class `carrier()`.
///
/// Invariants, for all values a, b: `compare(a, b)` is PostgreSQL's default btree order; `equal(a, b)` is
/// `compare(a, b) == 0` and implies `hash(a) == hash(b)`; keys are prefix-free and `Arrays.compareUnsigned` of
/// `putKey(a)`, `putKey(b)` has the sign of `compare(a, b)`; `load(store(a))`, `receive(send(a))` and
/// `parse(print(a))` give back a value that prints the same.
public interface ValueType {
    /// OID of the `pg_type` row.
    int oid();

    /// Boxed Java class of a value; the table stands in `package-info`.
    Class<?> carrier();

    /// The input function: 22P02, 22003 and the like on malformed text, worded as PostgreSQL's.
    ///
    /// @param typmod the type modifier, -1 for none; the value is fitted to it as the input function does
    Object parse(Utf8 text, int typmod, SessionContext session);

    /// The output function: appends the text form, UTF-8.
    void print(Object value, SessionContext session, ByteWriter out);

    /// The binary input function; reads all that remains of `in`. 22P03 or 08P01 on malformed bytes.
    Object receive(ByteReader in, int typmod, SessionContext session);

    /// Asked by whoever reads a NULL: 23502 from a domain that does not allow it.
    default void admitNull(SessionContext session) {}

    /// The binary output function.
    void send(Object value, SessionContext session, ByteWriter out);

    /// Bytes that `store` always writes; -1 when it depends on the value.
    int storedSize();

    /// Appends the form kept on disk; self-delimiting only when `storedSize() >= 0`.
    void store(Object value, ByteWriter out);

    /// Reads all that remains of `in` (`storedSize()` bytes for a type of fixed size).
    Object load(ByteReader in);

    /// The same into a column; a type that is read often does it without an object per value.
    ///
    /// @param out of the type's `VectorForm`
    default void load(ByteReader in, VectorBuilder out) {
        out.append(load(in));
    }

    /// PostgreSQL's default order; for a type without one (json, point …) raises 42883.
    int compare(Object left, Object right);

    default boolean equal(Object left, Object right) {
        return compare(left, right) == 0;
    }

    /// Equal values have equal hashes. Not PostgreSQL's hash function: never shown, never stored.
    int hash(Object value);

    /// Appends the key form: big-endian, prefix-free, in the order of `compare`.
    void putKey(Object value, ByteWriter key);

    /// Reads one key form back, advancing `key` past it. For types whose key keeps the whole value
    /// (`keyKeepsValue()`); others raise IllegalStateException.
    Object takeKey(ByteReader key);

    /// False when the key form loses something that `print` shows (numeric's display scale, -0.0).
    default boolean keyKeepsValue() {
        return true;
    }

    /// Text form as a value: for casts to text and messages.
    default Utf8 toUtf8(Object value, SessionContext session) {
        ByteWriter out = new ByteWriter(32);
        print(value, session, out);
        return new Utf8(out.toByteArray());
    }
}

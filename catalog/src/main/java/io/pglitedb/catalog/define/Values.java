package io.pglitedb.catalog.define;

import io.pglitedb.types.Oids;
import io.pglitedb.types.array.VectorValueType;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Lists as the catalog's array columns keep them; an empty list is NULL except in vectors.
final class Values {
    private Values() {}

    static PgArray oidVector(List<Integer> oids) {
        return VectorValueType.of(Oids.OID, oids.toArray());
    }

    static PgArray int2Vector(List<Integer> numbers) {
        return VectorValueType.of(
                Oids.INT2, numbers.stream().map(Integer::shortValue).toArray());
    }

    static PgArray oids(List<Integer> oids) {
        return oids.isEmpty() ? null : PgArray.of(Oids.OID, oids.toArray());
    }

    static PgArray int2s(List<Integer> numbers) {
        return numbers.isEmpty()
                ? null
                : PgArray.of(
                        Oids.INT2, numbers.stream().map(Integer::shortValue).toArray());
    }

    static PgArray texts(List<String> texts) {
        return texts.isEmpty()
                ? null
                : PgArray.of(Oids.TEXT, texts.stream().map(Utf8::of).toArray());
    }

    static PgArray letters(List<Character> letters) {
        return letters.isEmpty()
                ? null
                : PgArray.of(
                        Oids.CHAR,
                        letters.stream().map(letter -> (byte) (char) letter).toArray());
    }
}

package io.pglitedb.catalog.typed;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;
import java.util.List;

/// `proargdefaults`: several expressions in one text, in the form of a text[].
public final class ExpressionList {
    private ExpressionList() {}

    static List<String> split(String text) {
        PgArray array = (PgArray) BuiltinTypes.get(Oids.TEXT_ARRAY).parse(Utf8.of(text), -1, null);
        return Arrays.stream(array.elements()).map(Object::toString).toList();
    }
}

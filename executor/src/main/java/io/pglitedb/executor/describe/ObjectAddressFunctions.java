package io.pglitedb.executor.describe;

import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// pg_get_object_address: the way back from what pg_identify_object_as_address gives.
public final class ObjectAddressFunctions {
    private ObjectAddressFunctions() {}

    /// Columns: class, object, column.
    @Prosrc("pg_get_object_address")
    public static Object[] address(CallContext call, Utf8 type, PgArray names, PgArray arguments) {
        AddressedType addressed = AddressedType.find(type.toString());
        ObjectAddress found = new AddressedObject(Definition.of(call.session().as(Backend.class)), addressed)
                .find(texts(names), texts(arguments));
        return new Object[] {found.classOid(), found.oid(), found.subId()};
    }

    private static List<String> texts(PgArray array) {
        List<String> texts = new ArrayList<>();
        for (Object element : array.elements()) {
            if (element == null) {
                throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "name or argument lists may not contain nulls");
            }
            texts.add(element.toString());
        }
        return texts;
    }
}

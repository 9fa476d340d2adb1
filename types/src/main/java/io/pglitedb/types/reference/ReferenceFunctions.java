package io.pglitedb.types.reference;

import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.reference.ObjectNames.Kind;
import io.pglitedb.types.value.Utf8;

/// The to_reg* functions: null when there is no such object.
public final class ReferenceFunctions {
    private ReferenceFunctions() {}

    private static Integer find(CallContext call, Kind kind, Utf8 name) {
        return orNull(call.session().as(ObjectNames.class).find(kind, name.toString()));
    }

    private static Integer orNull(int oid) {
        return oid == Oids.NONE ? null : oid;
    }

    @Prosrc("to_regclass")
    public static Integer toRegclass(CallContext call, Utf8 name) {
        return find(call, Kind.CLASS, name);
    }

    @Prosrc("to_regtype")
    public static Integer toRegtype(CallContext call, Utf8 name) {
        return find(call, Kind.TYPE, name);
    }

    @Prosrc("to_regproc")
    public static Integer toRegproc(CallContext call, Utf8 name) {
        return find(call, Kind.FUNCTION, name);
    }

    @Prosrc("to_regprocedure")
    public static Integer toRegprocedure(CallContext call, Utf8 name) {
        return find(call, Kind.FUNCTION_WITH_ARGUMENTS, name);
    }

    @Prosrc("to_regoper")
    public static Integer toRegoper(CallContext call, Utf8 name) {
        return find(call, Kind.OPERATOR, name);
    }

    @Prosrc("to_regoperator")
    public static Integer toRegoperator(CallContext call, Utf8 name) {
        return find(call, Kind.OPERATOR_WITH_ARGUMENTS, name);
    }

    @Prosrc("to_regnamespace")
    public static Integer toRegnamespace(CallContext call, Utf8 name) {
        return find(call, Kind.SCHEMA, name);
    }

    @Prosrc("to_regcollation")
    public static Integer toRegcollation(CallContext call, Utf8 name) {
        return find(call, Kind.COLLATION, name);
    }

    @Prosrc("to_regrole")
    public static Integer toRegrole(CallContext call, Utf8 name) {
        return orNull(Roles.find(name.toString(), call.session()));
    }

    /// The cast from text: here digits are a name, too.
    @Prosrc("text_regclass")
    public static int regclass(CallContext call, Utf8 name) {
        return call.session().as(ObjectNames.class).oid(Kind.CLASS, name.toString());
    }
}

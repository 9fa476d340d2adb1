package io.pglitedb.types.reference;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.identifier.OidType;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// A reg* type: an OID that is read and printed as a name. `-` is no object; digits are an OID whatever it names.
final class ReferenceType implements ValueType {
    private static final OidType OID = new OidType();

    private final int oid;
    private final Names names;

    private ReferenceType(int oid, Names names) {
        this.oid = oid;
        this.names = names;
    }

    /// How one kind of object is named.
    private interface Names {
        int oid(String text, SessionContext session);

        /// Null when there is no such object.
        String name(int oid, SessionContext session);
    }

    static List<ValueType> all() {
        return List.of(
                of(Oids.REGCLASS, ObjectNames.Kind.CLASS),
                of(Oids.REGTYPE, ObjectNames.Kind.TYPE),
                of(Oids.REGPROC, ObjectNames.Kind.FUNCTION),
                of(Oids.REGPROCEDURE, ObjectNames.Kind.FUNCTION_WITH_ARGUMENTS),
                of(Oids.REGOPER, ObjectNames.Kind.OPERATOR),
                of(Oids.REGOPERATOR, ObjectNames.Kind.OPERATOR_WITH_ARGUMENTS),
                of(Oids.REGNAMESPACE, ObjectNames.Kind.SCHEMA),
                of(Oids.REGCOLLATION, ObjectNames.Kind.COLLATION),
                of(Oids.REGCONFIG, ObjectNames.Kind.TEXT_SEARCH_CONFIGURATION),
                of(Oids.REGDICTIONARY, ObjectNames.Kind.TEXT_SEARCH_DICTIONARY),
                new ReferenceType(Oids.REGROLE, ROLES));
    }

    private static ReferenceType of(int oid, ObjectNames.Kind kind) {
        return new ReferenceType(oid, new Names() {
            @Override
            public int oid(String text, SessionContext session) {
                return session.as(ObjectNames.class).oid(kind, text);
            }

            @Override
            public String name(int object, SessionContext session) {
                return session.as(ObjectNames.class).name(kind, object);
            }
        });
    }

    private static final Names ROLES = new Names() {
        @Override
        public int oid(String text, SessionContext session) {
            return Roles.oid(text, session);
        }

        @Override
        public String name(int role, SessionContext session) {
            return Roles.quotedName(role, session);
        }
    };

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return Integer.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        String name = text.toString();
        if (name.equals("-")) {
            return Oids.NONE;
        }
        return isNumber(name) ? (Integer) OID.parse(text, -1, session) : (Integer) names.oid(name, session);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        String name = (Integer) value == Oids.NONE ? "-" : names.name((Integer) value, session);
        if (name == null) {
            OID.print(value, session, out);
        } else {
            out.putUtf8(name);
        }
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return load(in);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return OID.storedSize();
    }

    @Override
    public void store(Object value, ByteWriter out) {
        OID.store(value, out);
    }

    @Override
    public Object load(ByteReader in) {
        return OID.load(in);
    }

    @Override
    public int compare(Object left, Object right) {
        return OID.compare(left, right);
    }

    @Override
    public int hash(Object value) {
        return OID.hash(value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        OID.putKey(value, key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        return OID.takeKey(key);
    }
}

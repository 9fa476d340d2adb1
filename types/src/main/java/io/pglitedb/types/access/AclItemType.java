package io.pglitedb.types.access;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.reference.RoleNames;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.Utf8;

/// aclitem: has equality and a hash, but no order and no binary form. Stored: grantee, grantor, rights, int32
/// each.
public final class AclItemType extends UnorderedType {
    public static final AclItemType ACLITEM = new AclItemType();

    private AclItemType() {}

    @Override
    public int oid() {
        return Oids.ACLITEM;
    }

    @Override
    public Class<?> carrier() {
        return AclItem.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return new AclItemParser(text).parse(session);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        AclItem item = (AclItem) value;
        if (item.grantee() != Oids.NONE) {
            printRole(item.grantee(), session, out);
        }
        out.putByte('=');
        for (Privilege privilege : Privilege.values()) {
            if ((item.privileges() & privilege.bit()) != 0) {
                out.putByte(privilege.letter());
            }
            if ((item.grantOptions() & privilege.bit()) != 0) {
                out.putByte('*');
            }
        }
        out.putByte('/');
        printRole(item.grantor(), session, out);
    }

    private static void printRole(int role, SessionContext session, ByteWriter out) {
        String name = session.as(RoleNames.class).name(role);
        if (name == null) {
            out.putDecimal(Integer.toUnsignedLong(role));
        } else if (name.matches("[A-Za-z0-9_]*")) {
            out.putAscii(name);
        } else {
            out.putByte('"').putUtf8(name.replace("\"", "\"\"")).putByte('"');
        }
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        throw new PgException(SqlState.UNDEFINED_FUNCTION, "no binary input function available for type aclitem");
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        throw new PgException(SqlState.UNDEFINED_FUNCTION, "no binary output function available for type aclitem");
    }

    @Override
    public int storedSize() {
        return 12;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        AclItem item = (AclItem) value;
        out.putInt(item.grantee()).putInt(item.grantor()).putInt(item.rights());
    }

    @Override
    public Object load(ByteReader in) {
        return new AclItem(in.getInt(), in.getInt(), in.getInt());
    }

    @Override
    public boolean equal(Object left, Object right) {
        return left.equals(right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }
}

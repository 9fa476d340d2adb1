package io.pglitedb.types.access;

import static io.pglitedb.types.access.Privilege.ALTER_SYSTEM;
import static io.pglitedb.types.access.Privilege.CONNECT;
import static io.pglitedb.types.access.Privilege.CREATE;
import static io.pglitedb.types.access.Privilege.DELETE;
import static io.pglitedb.types.access.Privilege.EXECUTE;
import static io.pglitedb.types.access.Privilege.INSERT;
import static io.pglitedb.types.access.Privilege.REFERENCES;
import static io.pglitedb.types.access.Privilege.SELECT;
import static io.pglitedb.types.access.Privilege.SET;
import static io.pglitedb.types.access.Privilege.TEMPORARY;
import static io.pglitedb.types.access.Privilege.TRIGGER;
import static io.pglitedb.types.access.Privilege.TRUNCATE;
import static io.pglitedb.types.access.Privilege.UPDATE;
import static io.pglitedb.types.access.Privilege.USAGE;
import static io.pglitedb.types.access.Privilege.bits;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.AclItem;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;

/// What everybody and the owner may do with an object that nothing was granted on. Source: PostgreSQL 15,
/// documentation, table "Summary of Access Privileges".
///
/// @param everybody privileges of PUBLIC
/// @param owner all that can be granted on such an object
public record DefaultRights(int everybody, int owner) {
    /// Of one kind of object.
    ///
    /// @param objectType as `acldefault` names it: c column, r table, s sequence, d database, f function, l
    ///     language, L large object, n schema, p parameter, t tablespace, F foreign-data wrapper, S foreign
    ///     server, T type
    public static DefaultRights of(char objectType) {
        return switch (objectType) {
            case 'c' -> new DefaultRights(0, 0);
            case 'r' -> new DefaultRights(0, bits(INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER));
            case 's' -> new DefaultRights(0, bits(USAGE, SELECT, UPDATE));
            case 'd' -> new DefaultRights(bits(TEMPORARY, CONNECT), bits(CREATE, TEMPORARY, CONNECT));
            case 'f' -> new DefaultRights(bits(EXECUTE), bits(EXECUTE));
            case 'l', 'T' -> new DefaultRights(bits(USAGE), bits(USAGE));
            case 'L' -> new DefaultRights(0, bits(SELECT, UPDATE));
            case 'n' -> new DefaultRights(0, bits(USAGE, CREATE));
            case 'p' -> new DefaultRights(0, bits(SET, ALTER_SYSTEM));
            case 't' -> new DefaultRights(0, bits(CREATE));
            case 'F', 'S' -> new DefaultRights(0, bits(USAGE));
            default ->
                throw new PgException(SqlState.INTERNAL_ERROR, "unrecognized objtype abbreviation: " + objectType);
        };
    }

    public PgArray toAcl(int ownerRole) {
        List<AclItem> items = new ArrayList<>(2);
        if (everybody != 0) {
            items.add(AclItem.of(Oids.NONE, ownerRole, everybody, 0));
        }
        if (owner != 0) {
            items.add(AclItem.of(ownerRole, ownerRole, owner, 0));
        }
        return PgArray.of(Oids.ACLITEM, items.toArray());
    }
}

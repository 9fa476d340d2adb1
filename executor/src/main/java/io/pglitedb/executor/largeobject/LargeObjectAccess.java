package io.pglitedb.executor.largeobject;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;

/// Who may do what with large objects: the owner and whom it granted SELECT or UPDATE, unless
/// `lo_compat_privileges` lets everybody.
record LargeObjectAccess(Backend session) {
    static LargeObjectAccess of(CallContext call) {
        return new LargeObjectAccess(call.session().as(Backend.class));
    }

    LargeObjects objects() {
        return new LargeObjects(session.sessionCatalog().writer());
    }

    private boolean isFree() {
        return session.context().setting("lo_compat_privileges").equals("on");
    }

    int currentRole() {
        return session.identity().currentUser().oid();
    }

    /// 42704 when there is none, 42501 when the right is missing.
    void require(int oid, Privilege right) {
        SystemRow object = objects().require(oid);
        int rights = new AccessControl(session.catalog())
                .rights(currentRole(), 'L', object.oid("lomowner"), object.array("lomacl"));
        if (!isFree() && (rights & right.bit()) == 0) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE,
                    "permission denied for large object " + Integer.toUnsignedString(oid));
        }
    }

    void requireOwner(int oid) {
        SystemRow object = objects().require(oid);
        if (!isFree() && !new AccessControl(session.catalog()).owns(currentRole(), object.oid("lomowner"))) {
            throw new PgException(
                    SqlState.INSUFFICIENT_PRIVILEGE, "must be owner of large object " + Integer.toUnsignedString(oid));
        }
    }
}

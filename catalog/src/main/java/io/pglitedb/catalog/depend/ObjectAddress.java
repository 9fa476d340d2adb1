package io.pglitedb.catalog.depend;

/// An object of the catalog, or a column of one.
///
/// @param classOid of the catalog table that holds the object's row: see `ClassOid`
/// @param subId number of the column of a relation, else 0
public record ObjectAddress(int classOid, int oid, int subId) {
    /// OIDs from here on belong to objects that may be dropped.
    private static final int FIRST_UNPINNED = 12000;
    private static final int PUBLIC_SCHEMA = 2200;

    public static ObjectAddress of(int classOid, int oid) {
        return new ObjectAddress(classOid, oid, 0);
    }

    public static ObjectAddress relation(int oid) {
        return of(ClassOid.RELATION, oid);
    }

    public static ObjectAddress column(int relation, int number) {
        return new ObjectAddress(ClassOid.RELATION, relation, number);
    }

    public static ObjectAddress type(int oid) {
        return of(ClassOid.TYPE, oid);
    }

    public static ObjectAddress function(int oid) {
        return of(ClassOid.FUNCTION, oid);
    }

    public static ObjectAddress schema(int oid) {
        return of(ClassOid.SCHEMA, oid);
    }

    public static ObjectAddress constraint(int oid) {
        return of(ClassOid.CONSTRAINT, oid);
    }

    public static ObjectAddress collation(int oid) {
        return of(ClassOid.COLLATION, oid);
    }

    public static ObjectAddress operatorClass(int oid) {
        return of(ClassOid.OPERATOR_CLASS, oid);
    }

    public boolean isSameObject(ObjectAddress other) {
        return classOid == other.classOid && oid == other.oid;
    }

    /// Part of every database, never dropped, so that nobody records depending on it.
    public boolean isPinned() {
        if (classOid == ClassOid.LARGE_OBJECT || classOid == ClassOid.DATABASE) {
            return false;
        }
        if (classOid == ClassOid.SCHEMA && oid == PUBLIC_SCHEMA) {
            return false;
        }
        return Integer.compareUnsigned(oid, FIRST_UNPINNED) < 0;
    }
}

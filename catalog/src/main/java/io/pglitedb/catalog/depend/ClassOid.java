package io.pglitedb.catalog.depend;

import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;

/// OIDs of the catalog tables whose rows are objects.
public final class ClassOid {
    public static final int TABLESPACE = 1213;
    public static final int TYPE = 1247;
    public static final int FUNCTION = 1255;
    public static final int RELATION = 1259;
    public static final int ROLE = 1260;
    public static final int DATABASE = 1262;
    public static final int SERVER = 1417;
    public static final int USER_MAPPING = 1418;
    public static final int FOREIGN_DATA_WRAPPER = 2328;
    public static final int ACCESS_METHOD = 2601;
    public static final int OPERATOR_MEMBER = 2602;
    public static final int SUPPORT_FUNCTION = 2603;
    public static final int COLUMN_DEFAULT = 2604;
    public static final int CAST = 2605;
    public static final int CONSTRAINT = 2606;
    public static final int CONVERSION = 2607;
    public static final int LANGUAGE = 2612;
    public static final int LARGE_OBJECT = 2613;
    public static final int SCHEMA = 2615;
    public static final int OPERATOR_CLASS = 2616;
    public static final int OPERATOR = 2617;
    public static final int RULE = 2618;
    public static final int TRIGGER = 2620;
    public static final int OPERATOR_FAMILY = 2753;
    public static final int DEFAULT_PRIVILEGES = 826;
    public static final int EXTENSION = 3079;
    public static final int POLICY = 3256;
    public static final int EXTENDED_STATISTICS = 3381;
    public static final int COLLATION = 3456;
    public static final int EVENT_TRIGGER = 3466;
    public static final int TRANSFORM = 3576;
    public static final int TEXT_SEARCH_DICTIONARY = 3600;
    public static final int TEXT_SEARCH_PARSER = 3601;
    public static final int TEXT_SEARCH_CONFIGURATION = 3602;
    public static final int TEXT_SEARCH_TEMPLATE = 3764;
    public static final int SUBSCRIPTION = 6100;
    public static final int PUBLICATION = 6104;
    public static final int PUBLISHED_TABLE = 6106;
    public static final int PUBLISHED_SCHEMA = 6237;

    private ClassOid() {}

    /// The table with a row for each object; null when there is no such class. Of large objects it is not the one
    /// that gives the class its OID.
    public static SystemTable table(int classOid) {
        return classOid == LARGE_OBJECT ? SystemTables.table("pg_largeobject_metadata") : SystemTables.find(classOid);
    }
}

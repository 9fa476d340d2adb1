package io.pglitedb.catalog.def;

import java.util.List;

/// What planning and execution may ask of the catalog, all of one moment: an answer does not change while the view
/// lives. A lookup that finds nothing gives null, 0 or an empty list, as its type allows; the caller words the error.
public interface CatalogView {
    String databaseName();

    /// OIDs of the schemas that an unqualified name is looked for in, in order; pg_catalog first unless the setting
    /// places it.
    List<Integer> searchPath();

    /// OID, 0 when there is none.
    int namespace(String name);

    String namespaceName(int oid);

    TypeDef type(int oid);

    TypeDef type(int namespace, String name);

    /// A type as SQL spells it, schema-qualified when the search path does not find it.
    ///
    /// @param typmod -1 for none
    String formatType(int oid, int typmod);

    FunctionDef function(int oid);

    /// All functions of that name in every schema.
    List<FunctionDef> functions(String name);

    OperatorDef operator(int oid);

    /// All operators of that name in every schema.
    List<OperatorDef> operators(String name);

    CastDef cast(int source, int target);

    AggregateDef aggregate(int function);

    RangeDef range(int type);

    RangeDef rangeOfMultirange(int multirangeType);

    CollationDef collation(int oid);

    /// OID, 0 when there is none.
    int collation(int namespace, String name);

    TableDef table(int oid);

    TableDef table(int namespace, String name);

    /// Whether rows of one table are rows of the other by inheritance.
    boolean inheritsFrom(int child, int parent);

    OperatorClassDef operatorClass(int oid);

    OperatorClassDef operatorClass(int method, int namespace, String name);

    /// OID of an access method's default class for exactly that type, 0 when there is none. Binary coercible types are
    /// the caller's to try.
    int defaultOperatorClass(int method, int type);

    OperatorFamilyDef operatorFamily(int oid);

    /// The `pg_amop` rows of an operator in all families.
    List<OperatorFamilyDef.Member> familiesOf(int operator);

    LanguageDef language(String name);

    /// All indexes of a table, in order of their OIDs.
    List<IndexDef> indexes(int table);

    IndexDef index(int oid);

    /// Constraints of a table, in order of their OIDs.
    List<ConstraintDef> constraints(int table);
}

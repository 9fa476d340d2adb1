package io.pglitedb.catalog.def;

import io.pglitedb.types.ValueType;
import java.util.List;
import java.util.Optional;

/// What planning and execution may ask of the catalog. A lookup that finds nothing gives null, 0 or an empty
/// list, as
/// its type allows; the caller words the error.
///
/// As PostgreSQL's catalog caches, a view is of the newest committed state at the time it was taken, plus the
/// transaction's own writes up to then. What was asked once keeps its answer while the view lives; what is asked
/// for the
/// first time after others committed DDL may answer for the newer state. So: take the view, find the relation,
/// lock it,
/// and when `version()` of a fresh view differs then, look again.
public interface CatalogView {
    /// Two views with equal versions answer alike, for the life of the process: nothing in this database's and
    /// the
    /// shared catalogs differs. Views with a transaction's own writes have a version of their own each.
    long version();

    int databaseOid();

    String databaseName();

    /// OIDs of the schemas that an unqualified name is looked for in, in order; the temporary schema and
    /// pg_catalog
    /// first unless the setting places them.
    List<Integer> searchPath();

    /// OID of the schema in which an unqualified object is made; 0 when there is none: "no schema has been
    /// selected to
    /// create in", or the session's temporary schema is yet to be made.
    int creationNamespace();

    /// The same view for other unqualified names.
    CatalogView withSearchPath(SearchPath path);

    /// Whether the role that the search path is made for may look into the schema.
    boolean mayUse(int namespace);

    /// OID, 0 when there is none; pg_temp is the session's schema for temporary objects.
    int namespace(String name);

    String namespaceName(int oid);

    NamespaceDef namespaceDef(int oid);

    RoleDef role(int oid);

    RoleDef role(String name);

    /// The roles that a role is a direct member of.
    List<RoleDef.Membership> memberships(int member);

    DatabaseDef database(int oid);

    DatabaseDef database(String name);

    List<DatabaseDef> databases();

    TablespaceDef tablespace(int oid);

    TablespaceDef tablespace(String name);

    /// `name=value` settings of ALTER ROLE … IN DATABASE … SET; 0 for every database or role.
    List<String> settings(int database, int role);

    TypeDef type(int oid);

    TypeDef type(int namespace, String name);

    /// The type as code, user-defined ones too, a domain as the type it is based on; null when there is no such
    /// type, 0A000 when there is no code for it.
    ValueType valueType(int oid);

    /// A type as messages name it, schema-qualified when the search path does not find it.
    String formatType(int oid);

    /// A column's type as SQL spells it.
    ///
    /// @param typmod -1 for none
    String formatType(int oid, int typmod);

    /// Labels of an enum type in their order.
    List<EnumLabelDef> enumLabels(int type);

    /// Constraints of a domain itself, not of the domain it is based on, in order of their OIDs.
    List<ConstraintDef> domainConstraints(int type);

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

    /// Any relation: index, view, sequence and composite type too.
    TableDef table(int oid);

    TableDef table(int namespace, String name);

    /// Whether rows of one table are rows of the other by inheritance.
    boolean inheritsFrom(int child, int parent);

    /// OIDs of the tables that inherit directly, partitions too, in order of their OIDs.
    List<Integer> children(int table);

    /// OIDs of the tables that it inherits from directly, in order of declaration.
    List<Integer> parents(int table);

    /// Null unless the table is partitioned.
    PartitionKeyDef partitionKey(int table);

    /// Name of the foreign-data wrapper of a foreign table; null for other relations.
    String foreignWrapper(int table);

    /// Null unless the relation is a sequence.
    SequenceDef sequence(int relation);

    /// OID of the sequence that an identity column draws from; 0 when there is none.
    int identitySequence(int table, int column);

    RuleDef rule(int oid);

    /// All rewrite rules of a relation by name, a view's `_RETURN` too.
    List<RuleDef> rules(int relation);

    /// Node tree text of a view's or materialized view's query.
    default Optional<String> viewQuery(int relation) {
        return rules(relation).stream()
                .filter(rule -> rule.name().equals(RuleDef.VIEW))
                .map(RuleDef::action)
                .findFirst();
    }

    /// In order of their names, as they fire.
    List<TriggerDef> triggers(int table);

    /// Whether changes of any table may be published.
    boolean hasPublications();

    /// Row security policies in order of their names.
    List<PolicyDef> policies(int table);

    /// As ANALYZE left it.
    List<StatisticDef> statistics(int table);

    /// COMMENT ON an object.
    ///
    /// @param classOid of the catalog table that holds the object's row
    /// @param subId number of the column, else 0
    Optional<String> comment(int classOid, int oid, int subId);

    TextSearchDef textSearchConfiguration(int oid);

    TextSearchDef textSearchConfiguration(int namespace, String name);

    TextSearchDef textSearchDictionary(int oid);

    TextSearchDef textSearchDictionary(int namespace, String name);

    AccessMethodDef accessMethod(int oid);

    AccessMethodDef accessMethod(String name);

    OperatorClassDef operatorClass(int oid);

    OperatorClassDef operatorClass(int method, int namespace, String name);

    /// OID of an access method's default class for exactly that type, 0 when there is none. Binary coercible
    /// types are
    /// the caller's to try.
    int defaultOperatorClass(int method, int type);

    OperatorFamilyDef operatorFamily(int oid);

    /// The `pg_amop` rows of an operator in all families.
    List<OperatorFamilyDef.Member> familiesOf(int operator);

    LanguageDef language(int oid);

    LanguageDef language(String name);

    /// All indexes of a table, in order of their OIDs.
    List<IndexDef> indexes(int table);

    IndexDef index(int oid);

    ConstraintDef constraint(int oid);

    /// Constraints of a table, in order of their OIDs.
    List<ConstraintDef> constraints(int table);

    /// OIDs of the constraints that are part of it: those of partitions, in order of their OIDs.
    List<Integer> constraintParts(int constraint);

    /// Foreign keys of any table that refer to this one, in order of their OIDs.
    List<ConstraintDef> referencingConstraints(int table);
}

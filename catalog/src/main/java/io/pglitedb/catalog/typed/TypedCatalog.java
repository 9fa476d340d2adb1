package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.AccessMethodDef;
import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.EnumLabelDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.PolicyDef;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.StatisticDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TablespaceDef;
import io.pglitedb.catalog.def.TextSearchDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.naming.TypeNames;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.ValueType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The catalog's typed face over any source of rows: every question is one lookup. Immutable, thread-safe.
public final class TypedCatalog implements CatalogView {
    private final CatalogSource source;
    private final int database;
    private final SearchPath path;
    private volatile ResolvedPath resolvedPath;
    private final TypeNames names = new TypeNames(this);

    public TypedCatalog(CatalogSource source, int database, SearchPath path) {
        this.source = source;
        this.database = database;
        this.path = path;
    }

    @Override
    public long version() {
        return source.version();
    }

    @Override
    public int databaseOid() {
        return database;
    }

    @Override
    public String databaseName() {
        return source.find(RoleLookups.DATABASE, database).name();
    }

    @Override
    public List<Integer> searchPath() {
        return resolvedPath().schemas();
    }

    @Override
    public int creationNamespace() {
        return resolvedPath().creation();
    }

    private ResolvedPath resolvedPath() {
        ResolvedPath known = resolvedPath;
        if (known == null) {
            known = ResolvedPath.of(this, path);
            resolvedPath = known;
        }
        return known;
    }

    @Override
    public CatalogView withSearchPath(SearchPath other) {
        return other.equals(path) ? this : new TypedCatalog(source, database, other);
    }

    @Override
    public boolean mayUse(int namespace) {
        return ResolvedPath.mayUse(new AccessControl(this), this, path, namespace);
    }

    @Override
    public int namespace(String name) {
        if (name.equals(SearchPath.TEMPORARY)) {
            return path.temporarySchema();
        }
        NamespaceDef found = source.find(NamespaceLookups.BY_NAME, name);
        return found == null ? 0 : found.oid();
    }

    @Override
    public String namespaceName(int oid) {
        NamespaceDef found = namespaceDef(oid);
        return found == null ? null : found.name();
    }

    @Override
    public NamespaceDef namespaceDef(int oid) {
        return source.find(NamespaceLookups.BY_OID, oid);
    }

    @Override
    public RoleDef role(int oid) {
        return source.find(RoleLookups.ROLE, oid);
    }

    @Override
    public RoleDef role(String name) {
        return source.find(RoleLookups.ROLE_BY_NAME, name);
    }

    @Override
    public List<RoleDef.Membership> memberships(int member) {
        return source.find(RoleLookups.MEMBERSHIPS, member);
    }

    @Override
    public DatabaseDef database(int oid) {
        return source.find(RoleLookups.DATABASE, oid);
    }

    @Override
    public DatabaseDef database(String name) {
        return source.find(RoleLookups.DATABASE_BY_NAME, name);
    }

    @Override
    public List<DatabaseDef> databases() {
        return source.find(RoleLookups.ALL_DATABASES, true);
    }

    @Override
    public TablespaceDef tablespace(int oid) {
        return source.find(RoleLookups.TABLESPACE, oid);
    }

    @Override
    public TablespaceDef tablespace(String name) {
        return source.find(RoleLookups.TABLESPACE_BY_NAME, name);
    }

    @Override
    public List<String> settings(int databaseOid, int role) {
        return source.find(RoleLookups.SETTINGS, new RoleLookups.SettingKey(databaseOid, role));
    }

    @Override
    public String foreignWrapper(int table) {
        return source.find(ForeignLookups.WRAPPER_NAME, table);
    }

    @Override
    public TypeDef type(int oid) {
        return source.find(TypeLookups.BY_OID, oid);
    }

    @Override
    public TypeDef type(int namespace, String name) {
        return source.find(TypeLookups.BY_NAME, new QualifiedName(namespace, name));
    }

    @Override
    public ValueType valueType(int oid) {
        ValueType builtin = BuiltinTypes.find(oid);
        return builtin != null ? builtin : source.find(ValueTypeLookups.BY_OID, oid);
    }

    @Override
    public String formatType(int oid) {
        return names.format(oid);
    }

    @Override
    public String formatType(int oid, int typmod) {
        return names.format(oid, typmod);
    }

    @Override
    public List<EnumLabelDef> enumLabels(int type) {
        return source.find(TypeLookups.ENUM_LABELS, type);
    }

    @Override
    public List<ConstraintDef> domainConstraints(int type) {
        return source.find(ConstraintLookups.DOMAIN, type);
    }

    @Override
    public FunctionDef function(int oid) {
        return source.find(FunctionLookups.BY_OID, oid);
    }

    @Override
    public List<FunctionDef> functions(String name) {
        return source.find(FunctionLookups.BY_NAME, name);
    }

    @Override
    public OperatorDef operator(int oid) {
        return source.find(OperatorLookups.BY_OID, oid);
    }

    @Override
    public List<OperatorDef> operators(String name) {
        return source.find(OperatorLookups.BY_NAME, name);
    }

    @Override
    public CastDef cast(int from, int to) {
        return source.find(TypeLookups.CAST, new TypeLookups.CastKey(from, to));
    }

    @Override
    public AggregateDef aggregate(int function) {
        return source.find(FunctionLookups.AGGREGATE, function);
    }

    @Override
    public RangeDef range(int type) {
        return source.find(TypeLookups.RANGE, type);
    }

    @Override
    public RangeDef rangeOfMultirange(int multirangeType) {
        return source.find(TypeLookups.MULTIRANGE, multirangeType);
    }

    @Override
    public CollationDef collation(int oid) {
        return source.find(TypeLookups.COLLATION, oid);
    }

    @Override
    public int collation(int namespace, String name) {
        CollationDef found = source.find(TypeLookups.COLLATION_BY_NAME, new QualifiedName(namespace, name));
        return found == null ? 0 : found.oid();
    }

    @Override
    public TableDef table(int oid) {
        return source.find(TableLookups.BY_OID, oid);
    }

    @Override
    public TableDef table(int namespace, String name) {
        Integer oid = source.find(TableLookups.BY_NAME, new QualifiedName(namespace, name));
        return oid == null ? null : table(oid);
    }

    @Override
    public boolean inheritsFrom(int child, int parent) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> ancestors = new ArrayDeque<>(parents(child));
        while (!ancestors.isEmpty()) {
            int ancestor = ancestors.pop();
            if (ancestor == parent) {
                return true;
            }
            if (seen.add(ancestor)) {
                ancestors.addAll(parents(ancestor));
            }
        }
        return false;
    }

    @Override
    public List<Integer> children(int table) {
        return source.find(InheritanceLookups.CHILDREN, table);
    }

    @Override
    public List<Integer> parents(int table) {
        return source.find(InheritanceLookups.PARENTS, table);
    }

    @Override
    public PartitionKeyDef partitionKey(int table) {
        return source.find(InheritanceLookups.PARTITION_KEY, table);
    }

    @Override
    public SequenceDef sequence(int relation) {
        return source.find(TableLookups.SEQUENCE, relation);
    }

    @Override
    public int identitySequence(int table, int column) {
        Integer sequence = source.find(TableLookups.IDENTITY_SEQUENCE, new TableLookups.ColumnKey(table, column));
        return sequence == null ? 0 : sequence;
    }

    @Override
    public RuleDef rule(int oid) {
        return source.find(AttachmentLookups.RULE_BY_OID, oid);
    }

    @Override
    public List<RuleDef> rules(int relation) {
        return source.find(AttachmentLookups.RULES, relation);
    }

    @Override
    public List<TriggerDef> triggers(int table) {
        return source.find(AttachmentLookups.TRIGGERS, table);
    }

    @Override
    public boolean hasPublications() {
        return source.find(AttachmentLookups.PUBLICATIONS, true);
    }

    @Override
    public List<PolicyDef> policies(int table) {
        return source.find(AttachmentLookups.POLICIES, table);
    }

    @Override
    public List<StatisticDef> statistics(int table) {
        return source.find(AttachmentLookups.STATISTICS, table);
    }

    @Override
    public Optional<String> comment(int classOid, int oid, int subId) {
        return Optional.ofNullable(
                source.find(AttachmentLookups.COMMENT, new AttachmentLookups.CommentKey(classOid, oid, subId)));
    }

    @Override
    public TextSearchDef textSearchConfiguration(int oid) {
        return source.find(TextSearchLookups.CONFIGURATION, oid);
    }

    @Override
    public TextSearchDef textSearchConfiguration(int namespace, String name) {
        return source.find(TextSearchLookups.CONFIGURATION_BY_NAME, new QualifiedName(namespace, name));
    }

    @Override
    public TextSearchDef textSearchDictionary(int oid) {
        return source.find(TextSearchLookups.DICTIONARY, oid);
    }

    @Override
    public TextSearchDef textSearchDictionary(int namespace, String name) {
        return source.find(TextSearchLookups.DICTIONARY_BY_NAME, new QualifiedName(namespace, name));
    }

    @Override
    public AccessMethodDef accessMethod(int oid) {
        return source.find(OperatorLookups.METHOD, oid);
    }

    @Override
    public AccessMethodDef accessMethod(String name) {
        return source.find(OperatorLookups.METHOD_BY_NAME, name);
    }

    @Override
    public OperatorClassDef operatorClass(int oid) {
        return source.find(OperatorLookups.CLASS, oid);
    }

    @Override
    public OperatorClassDef operatorClass(int method, int namespace, String name) {
        return source.find(OperatorLookups.CLASS_BY_NAME, new OperatorLookups.ClassName(method, namespace, name));
    }

    @Override
    public int defaultOperatorClass(int method, int type) {
        OperatorClassDef found = source.find(OperatorLookups.DEFAULT_CLASS, new OperatorLookups.ClassOf(method, type));
        return found == null ? 0 : found.oid();
    }

    @Override
    public OperatorFamilyDef operatorFamily(int oid) {
        return source.find(OperatorLookups.FAMILY, oid);
    }

    @Override
    public List<OperatorFamilyDef.Member> familiesOf(int operator) {
        return source.find(OperatorLookups.FAMILIES_OF, operator);
    }

    @Override
    public LanguageDef language(int oid) {
        return source.find(FunctionLookups.LANGUAGE, oid);
    }

    @Override
    public LanguageDef language(String name) {
        return source.find(FunctionLookups.LANGUAGE_BY_NAME, name);
    }

    @Override
    public List<IndexDef> indexes(int table) {
        return source.find(TableLookups.INDEXES_OF, table);
    }

    @Override
    public IndexDef index(int oid) {
        return source.find(TableLookups.INDEX_BY_OID, oid);
    }

    @Override
    public ConstraintDef constraint(int oid) {
        return source.find(ConstraintLookups.BY_OID, oid);
    }

    @Override
    public List<ConstraintDef> constraints(int table) {
        return source.find(ConstraintLookups.TABLE, table);
    }

    @Override
    public List<Integer> constraintParts(int constraint) {
        return source.find(ConstraintLookups.PARTS, constraint);
    }

    @Override
    public List<ConstraintDef> referencingConstraints(int table) {
        return source.find(ConstraintLookups.REFERENCING, table);
    }
}

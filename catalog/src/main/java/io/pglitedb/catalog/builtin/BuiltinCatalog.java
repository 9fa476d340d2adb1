package io.pglitedb.catalog.builtin;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.naming.TypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The types, functions, operators and casts that every database has, with pg_catalog's tables (not its views):
/// enough to analyze without storage.
/// Read once in a process, on first use. Immutable.
public final class BuiltinCatalog implements CatalogView {
    private static final int PG_CATALOG = 11;
    private static final int PUBLIC = 2200;

    private record NameKey(int namespace, String name) {}

    private record CastKey(int source, int target) {}

    private static final class Holder {
        static final BuiltinCatalog INSTANCE = new BuiltinCatalog();
    }

    private final Map<Integer, TypeDef> types;
    private final Map<NameKey, TypeDef> typesByName;
    private final Map<Integer, FunctionDef> functions;
    private final Map<String, List<FunctionDef>> functionsByName;
    private final Map<Integer, OperatorDef> operators;
    private final Map<String, List<OperatorDef>> operatorsByName;
    private final Map<CastKey, CastDef> casts;
    private final Map<Integer, AggregateDef> aggregates;
    private final Map<Integer, RangeDef> ranges;
    private final Map<Integer, RangeDef> rangesByMultirange;
    private final Map<Integer, CollationDef> collations;
    private final Map<String, Integer> namespaces;
    private final Map<Integer, OperatorClassDef> operatorClasses;
    private final Map<Integer, OperatorFamilyDef> operatorFamilies;
    private final Map<Integer, List<OperatorFamilyDef.Member>> familiesByOperator;
    private final Map<String, LanguageDef> languages;
    private final Map<Integer, TableDef> tables;
    private final Map<NameKey, TableDef> tablesByName;
    private final Map<Integer, IndexDef> indexes;
    private final Map<Integer, List<IndexDef>> indexesByTable;
    private final TypeNames names = new TypeNames(this);

    private BuiltinCatalog() {
        types = index(BuiltinFacts.types(), TypeDef::oid);
        typesByName = index(types.values(), type -> new NameKey(type.namespace(), type.name()));
        functions = index(BuiltinFacts.functions(), FunctionDef::oid);
        functionsByName = functions.values().stream().collect(Collectors.groupingBy(FunctionDef::name));
        operators = index(BuiltinFacts.operators(), OperatorDef::oid);
        operatorsByName = operators.values().stream().collect(Collectors.groupingBy(OperatorDef::name));
        casts = index(BuiltinFacts.casts(), cast -> new CastKey(cast.source(), cast.target()));
        aggregates = index(BuiltinFacts.aggregates(), AggregateDef::function);
        ranges = index(BuiltinFacts.ranges(), RangeDef::type);
        rangesByMultirange = index(ranges.values(), RangeDef::multirangeType);
        collations = index(BuiltinFacts.collations(), CollationDef::oid);
        namespaces = BuiltinFacts.namespaces();
        operatorClasses = index(BuiltinFacts.operatorClasses(), OperatorClassDef::oid);
        operatorFamilies = index(BuiltinFacts.operatorFamilies(), OperatorFamilyDef::oid);
        familiesByOperator = operatorFamilies.values().stream()
                .flatMap(family -> family.members().stream())
                .collect(Collectors.groupingBy(OperatorFamilyDef.Member::operator));
        languages = index(BuiltinFacts.languages(), LanguageDef::name);
        tables = index(BuiltinFacts.tables(), TableDef::oid);
        tablesByName = index(tables.values(), table -> new NameKey(table.namespace(), table.name()));
        List<IndexDef> allIndexes = BuiltinFacts.indexes();
        indexes = index(allIndexes, IndexDef::oid);
        indexesByTable = allIndexes.stream().collect(Collectors.groupingBy(IndexDef::table));
    }

    public static BuiltinCatalog instance() {
        return Holder.INSTANCE;
    }

    private static <K, V> Map<K, V> index(Iterable<V> rows, Function<V, K> key) {
        Map<K, V> map = new HashMap<>();
        for (V row : rows) {
            map.put(key.apply(row), row);
        }
        return map;
    }

    @Override
    public String databaseName() {
        return "postgres";
    }

    @Override
    public List<Integer> searchPath() {
        return List.of(PG_CATALOG, PUBLIC);
    }

    @Override
    public int namespace(String name) {
        return namespaces.getOrDefault(name, 0);
    }

    @Override
    public String namespaceName(int oid) {
        for (Map.Entry<String, Integer> namespace : namespaces.entrySet()) {
            if (namespace.getValue() == oid) {
                return namespace.getKey();
            }
        }
        return null;
    }

    @Override
    public TypeDef type(int oid) {
        return types.get(oid);
    }

    @Override
    public TypeDef type(int namespace, String name) {
        return typesByName.get(new NameKey(namespace, name));
    }

    @Override
    public String formatType(int oid, int typmod) {
        return names.format(oid, typmod);
    }

    @Override
    public FunctionDef function(int oid) {
        return functions.get(oid);
    }

    @Override
    public List<FunctionDef> functions(String name) {
        return functionsByName.getOrDefault(name, List.of());
    }

    @Override
    public OperatorDef operator(int oid) {
        return operators.get(oid);
    }

    @Override
    public List<OperatorDef> operators(String name) {
        return operatorsByName.getOrDefault(name, List.of());
    }

    @Override
    public CastDef cast(int source, int target) {
        return casts.get(new CastKey(source, target));
    }

    @Override
    public AggregateDef aggregate(int function) {
        return aggregates.get(function);
    }

    @Override
    public RangeDef range(int type) {
        return ranges.get(type);
    }

    @Override
    public RangeDef rangeOfMultirange(int multirangeType) {
        return rangesByMultirange.get(multirangeType);
    }

    @Override
    public CollationDef collation(int oid) {
        return collations.get(oid);
    }

    @Override
    public int collation(int namespace, String name) {
        for (CollationDef collation : collations.values()) {
            if (collation.namespace() == namespace && collation.name().equals(name)) {
                return collation.oid();
            }
        }
        return 0;
    }

    @Override
    public TableDef table(int oid) {
        return tables.get(oid);
    }

    @Override
    public TableDef table(int namespace, String name) {
        return tablesByName.get(new NameKey(namespace, name));
    }

    /// False: none of pg_catalog's tables inherits.
    @Override
    public boolean inheritsFrom(int child, int parent) {
        return false;
    }

    @Override
    public OperatorClassDef operatorClass(int oid) {
        return operatorClasses.get(oid);
    }

    @Override
    public OperatorClassDef operatorClass(int method, int namespace, String name) {
        for (OperatorClassDef candidate : operatorClasses.values()) {
            if (candidate.method() == method
                    && candidate.namespace() == namespace
                    && candidate.name().equals(name)) {
                return candidate;
            }
        }
        return null;
    }

    @Override
    public int defaultOperatorClass(int method, int type) {
        for (OperatorClassDef candidate : operatorClasses.values()) {
            if (candidate.isDefault() && candidate.method() == method && candidate.inputType() == type) {
                return candidate.oid();
            }
        }
        return 0;
    }

    @Override
    public OperatorFamilyDef operatorFamily(int oid) {
        return operatorFamilies.get(oid);
    }

    @Override
    public List<OperatorFamilyDef.Member> familiesOf(int operator) {
        return familiesByOperator.getOrDefault(operator, List.of());
    }

    @Override
    public LanguageDef language(String name) {
        return languages.get(name);
    }

    @Override
    public List<IndexDef> indexes(int table) {
        return indexesByTable.getOrDefault(table, List.of());
    }

    @Override
    public IndexDef index(int oid) {
        return indexes.get(oid);
    }

    /// None: the keys of pg_catalog's tables are enforced by their indexes and described by them here.
    @Override
    public List<ConstraintDef> constraints(int table) {
        return List.of();
    }
}

package io.pglitedb.catalog.builtin;

import io.pglitedb.catalog.builtin.FactTable.Row;
import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.FunctionDef.Argument;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a freshly made PostgreSQL 15 database knows: the rows that bootstrapping writes, and what `BuiltinCatalog`
/// answers from.
public final class BuiltinFacts {
    private static final int BOOTSTRAP_ROLE = 10;
    private static final int PG_CATALOG = 11;
    private static final int BTREE = 403; // access method of all of pg_catalog's indexes

    private BuiltinFacts() {}

    public static List<TypeDef> types() {
        return FactTable.read("type", BuiltinFacts::type);
    }

    public static List<FunctionDef> functions() {
        return FactTable.read("proc", BuiltinFacts::function);
    }

    public static List<OperatorDef> operators() {
        return FactTable.read("operator", BuiltinFacts::operator);
    }

    public static List<CastDef> casts() {
        return FactTable.read(
                "cast",
                row -> new CastDef(
                        row.integer("oid"),
                        row.integer("castsource"),
                        row.integer("casttarget"),
                        row.integer("castfunc"),
                        row.letter("castcontext"),
                        row.letter("castmethod")));
    }

    public static List<AggregateDef> aggregates() {
        return FactTable.read("aggregate", BuiltinFacts::aggregate);
    }

    public static List<RangeDef> ranges() {
        return FactTable.read(
                "range",
                row -> new RangeDef(
                        row.integer("rngtypid"),
                        row.integer("rngsubtype"),
                        row.integer("rngmultitypid"),
                        row.integer("rngcollation"),
                        row.integer("rngsubopc"),
                        row.integer("rngcanonical"),
                        row.integer("rngsubdiff")));
    }

    public static List<CollationDef> collations() {
        return FactTable.read(
                "collation",
                row -> new CollationDef(
                        row.integer("oid"),
                        row.text("collname"),
                        row.integer("collnamespace"),
                        row.letter("collprovider"),
                        row.flag("collisdeterministic"),
                        row.optional("collcollate"),
                        row.optional("collctype"),
                        row.optional("colliculocale")));
    }

    /// OIDs of the schemas by name.
    public static Map<String, Integer> namespaces() {
        return FactTable.read("namespace", row -> Map.entry(row.text("nspname"), row.integer("oid"))).stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static List<OperatorClassDef> operatorClasses() {
        return FactTable.read(
                "opclass",
                row -> new OperatorClassDef(
                        row.integer("oid"),
                        row.integer("opcmethod"),
                        row.text("opcname"),
                        row.integer("opcnamespace"),
                        row.integer("opcfamily"),
                        row.integer("opcintype"),
                        row.flag("opcdefault"),
                        row.integer("opckeytype")));
    }

    public static List<OperatorFamilyDef> operatorFamilies() {
        Map<Integer, List<OperatorFamilyDef.Member>> members = FactTable.read("amop", BuiltinFacts::member).stream()
                .collect(Collectors.groupingBy(OperatorFamilyDef.Member::family));
        Map<Integer, List<OperatorFamilyDef.Support>> supports =
                FactTable.read("amproc", BuiltinFacts::support).stream()
                        .collect(Collectors.groupingBy(OperatorFamilyDef.Support::family));
        return FactTable.read(
                "opfamily",
                row -> new OperatorFamilyDef(
                        row.integer("oid"),
                        row.integer("opfmethod"),
                        row.text("opfname"),
                        row.integer("opfnamespace"),
                        members.getOrDefault(row.integer("oid"), List.of()),
                        supports.getOrDefault(row.integer("oid"), List.of())));
    }

    public static List<LanguageDef> languages() {
        return FactTable.read(
                "language",
                row -> new LanguageDef(
                        row.integer("oid"), row.text("lanname"), row.flag("lanispl"), row.flag("lanpltrusted")));
    }

    /// The tables of pg_catalog itself, without storage: every database places its own. The owner is the first role.
    public static List<TableDef> tables() {
        Map<Integer, List<Map.Entry<Integer, ColumnDef>>> columns =
                FactTable.read("column", row -> Map.entry(row.integer("attrelid"), column(row))).stream()
                        .collect(Collectors.groupingBy(Map.Entry::getKey));
        return FactTable.read(
                "relation",
                row -> new TableDef(
                        row.integer("oid"),
                        row.text("relname"),
                        row.integer("relnamespace"),
                        row.letter("relkind"),
                        'p',
                        BOOTSTRAP_ROLE,
                        row.integer("reltype"),
                        0,
                        columns.get(row.integer("oid")).stream()
                                .map(Map.Entry::getValue)
                                .toList()));
    }

    /// The indexes of pg_catalog's tables, without storage.
    public static List<IndexDef> indexes() {
        return FactTable.read("index", BuiltinFacts::index);
    }

    private static OperatorFamilyDef.Member member(Row row) {
        return new OperatorFamilyDef.Member(
                row.integer("amopfamily"),
                row.integer("amoplefttype"),
                row.integer("amoprighttype"),
                row.integer("amopstrategy"),
                row.letter("amoppurpose"),
                row.integer("amopopr"),
                row.integer("amopmethod"),
                row.integer("amopsortfamily"));
    }

    private static OperatorFamilyDef.Support support(Row row) {
        return new OperatorFamilyDef.Support(
                row.integer("amprocfamily"),
                row.integer("amproclefttype"),
                row.integer("amprocrighttype"),
                row.integer("amprocnum"),
                row.integer("amproc"));
    }

    private static ColumnDef column(Row row) {
        return new ColumnDef(
                row.integer("attnum"),
                row.text("attname"),
                row.integer("atttypid"),
                row.signed("atttypmod"),
                row.integer("attcollation"),
                row.flag("attnotnull"),
                Optional.empty(),
                ' ',
                ' ',
                false);
    }

    private static IndexDef index(Row row) {
        List<Integer> columns = oids(row.list("indkey"));
        List<Integer> classes = oids(row.list("indclass"));
        List<Integer> collations = oids(row.list("indcollation"));
        List<Integer> options = oids(row.list("indoption"));
        List<IndexDef.Key> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean descending = (options.get(i) & 1) != 0;
            boolean nullsFirst = (options.get(i) & 2) != 0;
            keys.add(new IndexDef.Key(
                    columns.get(i), Optional.empty(), classes.get(i), collations.get(i), descending, nullsFirst));
        }
        return new IndexDef(
                row.integer("indexrelid"),
                row.text("relname"),
                PG_CATALOG,
                row.integer("indrelid"),
                BTREE,
                0,
                row.flag("indisunique"),
                row.flag("indisprimary"),
                false,
                true,
                keys,
                List.of(),
                Optional.empty());
    }

    private static TypeDef type(Row row) {
        return new TypeDef(
                row.integer("oid"),
                row.text("typname"),
                row.integer("typnamespace"),
                row.signed("typlen"),
                row.flag("typbyval"),
                row.letter("typtype"),
                row.letter("typcategory"),
                row.flag("typispreferred"),
                row.flag("typisdefined"),
                row.letter("typdelim"),
                row.integer("typrelid"),
                row.integer("typelem"),
                row.integer("typarray"),
                row.text("typsubscript"),
                row.integer("typinput"),
                row.integer("typoutput"),
                row.integer("typreceive"),
                row.integer("typsend"),
                row.integer("typmodin"),
                row.integer("typmodout"),
                row.letter("typalign"),
                row.letter("typstorage"),
                row.flag("typnotnull"),
                row.integer("typbasetype"),
                row.signed("typtypmod"),
                row.signed("typndims"),
                row.integer("typcollation"));
    }

    private static FunctionDef function(Row row) {
        List<Integer> inputs = oids(row.list("proargtypes"));
        List<Integer> all = oids(row.list("proallargtypes"));
        List<String> modes = row.list("proargmodes");
        List<String> names = row.list("proargnames");
        List<Argument> arguments = new ArrayList<>();
        List<String> inputNames = new ArrayList<>();
        for (int i = 0; i < Math.max(all.size(), inputs.size()); i++) {
            String name = i < names.size() ? names.get(i) : "";
            char mode = all.isEmpty() ? 'i' : modes.get(i).charAt(0);
            if (!all.isEmpty()) {
                arguments.add(new Argument(mode, name, all.get(i)));
            }
            if (mode == 'i' || mode == 'b' || mode == 'v') {
                inputNames.add(name);
            }
        }
        return new FunctionDef(
                row.integer("oid"),
                row.text("proname"),
                row.integer("pronamespace"),
                row.integer("prolang"),
                row.number("procost"),
                row.number("prorows"),
                row.integer("provariadic"),
                row.letter("prokind"),
                row.flag("prosecdef"),
                row.flag("proleakproof"),
                row.flag("proisstrict"),
                row.flag("proretset"),
                row.letter("provolatile"),
                row.letter("proparallel"),
                row.integer("prorettype"),
                inputs,
                inputNames,
                arguments,
                row.list("argdefaults"),
                row.optional("prosrc").orElse(""));
    }

    private static List<Integer> oids(List<String> texts) {
        return texts.stream().map(Integer::parseUnsignedInt).toList();
    }

    private static OperatorDef operator(Row row) {
        return new OperatorDef(
                row.integer("oid"),
                row.text("oprname"),
                row.integer("oprnamespace"),
                row.flag("oprcanmerge"),
                row.flag("oprcanhash"),
                row.integer("oprleft"),
                row.integer("oprright"),
                row.integer("oprresult"),
                row.integer("oprcom"),
                row.integer("oprnegate"),
                row.integer("oprcode"),
                row.integer("oprrest"),
                row.integer("oprjoin"));
    }

    private static AggregateDef aggregate(Row row) {
        return new AggregateDef(
                row.integer("aggfnoid"),
                row.letter("aggkind"),
                row.signed("aggnumdirectargs"),
                row.integer("aggtransfn"),
                row.integer("aggfinalfn"),
                row.integer("aggcombinefn"),
                row.integer("aggmtransfn"),
                row.integer("aggminvtransfn"),
                row.integer("aggmfinalfn"),
                row.flag("aggfinalextra"),
                row.flag("aggmfinalextra"),
                row.letter("aggfinalmodify"),
                row.letter("aggmfinalmodify"),
                row.integer("aggsortop"),
                row.integer("aggtranstype"),
                row.integer("aggmtranstype"),
                row.optional("agginitval"),
                row.optional("aggminitval"));
    }
}

package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.AccessMethodDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.Comparator;
import java.util.List;

/// Operators, their classes and families, access methods.
final class OperatorLookups {
    private static final SystemIndex OID = SystemTables.index("pg_operator_oid_index");
    private static final SystemIndex NAME = SystemTables.index("pg_operator_oprname_l_r_n_index");
    private static final SystemIndex CLASS_OID = SystemTables.index("pg_opclass_oid_index");
    private static final SystemIndex CLASS_NAME = SystemTables.index("pg_opclass_am_name_nsp_index");
    private static final SystemIndex FAMILY_OID = SystemTables.index("pg_opfamily_oid_index");
    private static final SystemIndex MEMBERS = SystemTables.index("pg_amop_fam_strat_index");
    private static final SystemIndex MEMBERSHIPS = SystemTables.index("pg_amop_opr_fam_index");
    private static final SystemIndex SUPPORTS = SystemTables.index("pg_amproc_fam_proc_index");
    private static final SystemIndex METHOD_OID = SystemTables.index("pg_am_oid_index");
    private static final SystemIndex METHOD_NAME = SystemTables.index("pg_am_name_index");

    record ClassName(int method, int namespace, String name) {}

    record ClassOf(int method, int type) {}

    static final Lookup<Integer, OperatorDef> BY_OID =
            Lookup.of((reader, oid) -> operator(reader.row(OID, oid)), "pg_operator");
    static final Lookup<String, List<OperatorDef>> BY_NAME = Lookup.of(
            (reader, name) -> reader.rows(NAME, name).stream()
                    .map(OperatorLookups::operator)
                    .sorted(Comparator.comparingLong(operator -> Integer.toUnsignedLong(operator.oid())))
                    .toList(),
            "pg_operator");
    static final Lookup<Integer, OperatorClassDef> CLASS =
            Lookup.of((reader, oid) -> operatorClass(reader.row(CLASS_OID, oid)), "pg_opclass");
    static final Lookup<ClassName, OperatorClassDef> CLASS_BY_NAME = Lookup.of(
            (reader, key) -> operatorClass(reader.row(CLASS_NAME, key.method, key.name, key.namespace)), "pg_opclass");
    static final Lookup<ClassOf, OperatorClassDef> DEFAULT_CLASS = Lookup.of(
            (reader, key) -> reader.rows(CLASS_NAME, key.method).stream()
                    .filter(row -> row.flag("opcdefault") && row.oid("opcintype") == key.type)
                    .map(OperatorLookups::operatorClass)
                    .findFirst()
                    .orElse(null),
            "pg_opclass");
    static final Lookup<Integer, OperatorFamilyDef> FAMILY = Lookup.of(
            (reader, oid) -> family(reader, reader.row(FAMILY_OID, oid)), "pg_opfamily", "pg_amop", "pg_amproc");
    static final Lookup<Integer, List<OperatorFamilyDef.Member>> FAMILIES_OF = Lookup.of(
            (reader, operator) -> reader.rows(MEMBERSHIPS, operator).stream()
                    .map(OperatorLookups::member)
                    .toList(),
            "pg_amop");
    static final Lookup<Integer, AccessMethodDef> METHOD =
            Lookup.of((reader, oid) -> method(reader.row(METHOD_OID, oid)), "pg_am");
    static final Lookup<String, AccessMethodDef> METHOD_BY_NAME =
            Lookup.of((reader, name) -> method(reader.row(METHOD_NAME, name)), "pg_am");

    private OperatorLookups() {}

    private static OperatorDef operator(SystemRow row) {
        return row == null
                ? null
                : new OperatorDef(
                        row.oid("oid"),
                        row.text("oprname"),
                        row.oid("oprnamespace"),
                        row.oid("oprowner"),
                        row.flag("oprcanmerge"),
                        row.flag("oprcanhash"),
                        row.oid("oprleft"),
                        row.oid("oprright"),
                        row.oid("oprresult"),
                        row.oid("oprcom"),
                        row.oid("oprnegate"),
                        row.oid("oprcode"),
                        row.oid("oprrest"),
                        row.oid("oprjoin"));
    }

    private static OperatorClassDef operatorClass(SystemRow row) {
        return row == null
                ? null
                : new OperatorClassDef(
                        row.oid("oid"),
                        row.oid("opcmethod"),
                        row.text("opcname"),
                        row.oid("opcnamespace"),
                        row.oid("opcowner"),
                        row.oid("opcfamily"),
                        row.oid("opcintype"),
                        row.flag("opcdefault"),
                        row.oid("opckeytype"));
    }

    private static OperatorFamilyDef family(CatalogReader reader, SystemRow row) {
        if (row == null) {
            return null;
        }
        int oid = row.oid("oid");
        return new OperatorFamilyDef(
                oid,
                row.oid("opfmethod"),
                row.text("opfname"),
                row.oid("opfnamespace"),
                row.oid("opfowner"),
                reader.rows(MEMBERS, oid).stream().map(OperatorLookups::member).toList(),
                reader.rows(SUPPORTS, oid).stream()
                        .map(OperatorLookups::support)
                        .toList());
    }

    private static OperatorFamilyDef.Member member(SystemRow row) {
        return new OperatorFamilyDef.Member(
                row.oid("amopfamily"),
                row.oid("amoplefttype"),
                row.oid("amoprighttype"),
                row.integer("amopstrategy"),
                row.letter("amoppurpose"),
                row.oid("amopopr"),
                row.oid("amopmethod"),
                row.oid("amopsortfamily"));
    }

    private static OperatorFamilyDef.Support support(SystemRow row) {
        return new OperatorFamilyDef.Support(
                row.oid("amprocfamily"),
                row.oid("amproclefttype"),
                row.oid("amprocrighttype"),
                row.integer("amprocnum"),
                row.oid("amproc"));
    }

    private static AccessMethodDef method(SystemRow row) {
        return row == null
                ? null
                : new AccessMethodDef(row.oid("oid"), row.text("amname"), row.oid("amhandler"), row.letter("amtype"));
    }
}

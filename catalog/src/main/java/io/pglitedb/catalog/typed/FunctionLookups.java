package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.FunctionDef.Argument;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Functions, aggregates and languages.
final class FunctionLookups {
    private static final SystemIndex OID = SystemTables.index("pg_proc_oid_index");
    private static final SystemIndex NAME = SystemTables.index("pg_proc_proname_args_nsp_index");
    private static final SystemIndex AGGREGATES = SystemTables.index("pg_aggregate_fnoid_index");
    private static final SystemIndex LANGUAGE_OID = SystemTables.index("pg_language_oid_index");
    private static final SystemIndex LANGUAGE_NAME = SystemTables.index("pg_language_name_index");

    static final Lookup<Integer, FunctionDef> BY_OID =
            Lookup.of((reader, oid) -> function(reader.row(OID, oid)), "pg_proc");
    static final Lookup<String, List<FunctionDef>> BY_NAME = Lookup.of(
            (reader, name) -> reader.rows(NAME, name).stream()
                    .map(FunctionLookups::function)
                    .sorted(Comparator.comparingLong(function -> Integer.toUnsignedLong(function.oid())))
                    .toList(),
            "pg_proc");
    static final Lookup<Integer, AggregateDef> AGGREGATE =
            Lookup.of((reader, oid) -> aggregate(reader.row(AGGREGATES, oid)), "pg_aggregate");
    static final Lookup<Integer, LanguageDef> LANGUAGE =
            Lookup.of((reader, oid) -> language(reader.row(LANGUAGE_OID, oid)), "pg_language");
    static final Lookup<String, LanguageDef> LANGUAGE_BY_NAME =
            Lookup.of((reader, name) -> language(reader.row(LANGUAGE_NAME, name)), "pg_language");

    private FunctionLookups() {}

    private static FunctionDef function(SystemRow row) {
        if (row == null) {
            return null;
        }
        List<Integer> inputs = row.integers("proargtypes");
        List<Integer> all = row.integers("proallargtypes");
        List<String> modes = row.texts("proargmodes");
        List<String> names = row.texts("proargnames");
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
                row.oid("oid"),
                row.text("proname"),
                row.oid("pronamespace"),
                row.oid("proowner"),
                row.oid("prolang"),
                row.number("procost"),
                row.number("prorows"),
                row.oid("provariadic"),
                row.oid("prosupport"),
                row.letter("prokind"),
                row.flag("prosecdef"),
                row.flag("proleakproof"),
                row.flag("proisstrict"),
                row.flag("proretset"),
                row.letter("provolatile"),
                row.letter("proparallel"),
                row.oid("prorettype"),
                inputs,
                inputNames,
                arguments,
                row.optional("proargdefaults").map(ExpressionList::split).orElse(List.of()),
                row.text("prosrc"),
                row.optional("probin"),
                row.optional("prosqlbody"),
                row.texts("proconfig"),
                row.array("proacl"));
    }

    private static AggregateDef aggregate(SystemRow row) {
        return row == null
                ? null
                : new AggregateDef(
                        row.oid("aggfnoid"),
                        row.letter("aggkind"),
                        row.integer("aggnumdirectargs"),
                        row.oid("aggtransfn"),
                        row.oid("aggfinalfn"),
                        row.oid("aggcombinefn"),
                        row.oid("aggserialfn"),
                        row.oid("aggdeserialfn"),
                        row.oid("aggmtransfn"),
                        row.oid("aggminvtransfn"),
                        row.oid("aggmfinalfn"),
                        row.flag("aggfinalextra"),
                        row.flag("aggmfinalextra"),
                        row.letter("aggfinalmodify"),
                        row.letter("aggmfinalmodify"),
                        row.oid("aggsortop"),
                        row.oid("aggtranstype"),
                        row.integer("aggtransspace"),
                        row.oid("aggmtranstype"),
                        row.integer("aggmtransspace"),
                        row.optional("agginitval"),
                        row.optional("aggminitval"));
    }

    private static LanguageDef language(SystemRow row) {
        return row == null
                ? null
                : new LanguageDef(
                        row.oid("oid"),
                        row.text("lanname"),
                        row.oid("lanowner"),
                        row.flag("lanispl"),
                        row.flag("lanpltrusted"),
                        row.oid("lanplcallfoid"),
                        row.oid("laninline"),
                        row.oid("lanvalidator"),
                        row.array("lanacl"));
    }
}

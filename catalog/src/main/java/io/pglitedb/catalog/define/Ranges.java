package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.Oids;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes range types: with the multirange type, both array types, the constructor functions and the cast between
/// them. Source: PostgreSQL 15, `DefineRange`.
public final class Ranges {
    private static final SystemTable TABLE = SystemTables.table("pg_range");
    private static final int INTERNAL_LANGUAGE = 12;

    private final CatalogWriter writer;
    private final Types types;
    private final Dependencies dependencies;

    public Ranges(CatalogWriter writer) {
        this.writer = writer;
        this.types = new Types(writer);
        this.dependencies = new Dependencies(writer);
    }

    /// OID of the range type.
    public int create(NewRange range) {
        types.makeRoom(range.name(), range.namespace(), false);
        types.makeRoom(range.multirangeName(), range.namespace(), false);
        TypeDef subtype = writer.view().type(range.subtype());
        char align = subtype.align() == 'd' ? 'd' : 'i';
        int arrayOid = writer.newOid(Types.TABLE);
        int multirangeOid = writer.newOid(Types.TABLE);
        int multirangeArrayOid = writer.newOid(Types.TABLE);
        int oid = writer.newOid(Types.TABLE);
        insertType(oid, range.name(), range, 'r', align, arrayOid, "range");
        insertType(multirangeOid, range.multirangeName(), range, 'm', align, multirangeArrayOid, "multirange");
        insertRange(oid, multirangeOid, range);
        dependencies.record(ObjectAddress.type(multirangeOid), ObjectAddress.type(oid), DependencyType.INTERNAL);
        types.createArray(arrayOid, oid, range.name(), range.namespace(), range.owner(), align, ',', 0);
        types.createArray(
                multirangeArrayOid,
                multirangeOid,
                range.multirangeName(),
                range.namespace(),
                range.owner(),
                align,
                ',',
                0);
        createConstructors(range, oid, arrayOid, multirangeOid);
        return oid;
    }

    private void insertType(
            int oid, String name, NewRange range, char kind, char align, int arrayOid, String functions) {
        writer.insert(
                Types.TABLE,
                Types.base(oid, name, range.namespace(), range.owner())
                        .set("typlen", -1)
                        .set("typbyval", false)
                        .set("typtype", kind)
                        .set("typcategory", 'R')
                        .set("typarray", arrayOid)
                        .set("typinput", function(functions + "_in"))
                        .set("typoutput", function(functions + "_out"))
                        .set("typreceive", function(functions + "_recv"))
                        .set("typsend", function(functions + "_send"))
                        .set("typanalyze", function(functions + "_typanalyze"))
                        .set("typalign", align)
                        .set("typstorage", 'x'));
        types.dependOnSchema(oid, range.namespace(), range.owner());
    }

    private int function(String name) {
        return writer.view().functions(name).getFirst().oid();
    }

    private void insertRange(int oid, int multirangeOid, NewRange range) {
        writer.insert(
                TABLE,
                new RowValues()
                        .set("rngtypid", oid)
                        .set("rngsubtype", range.subtype())
                        .set("rngmultitypid", multirangeOid)
                        .set("rngcollation", range.collation())
                        .set("rngsubopc", range.operatorClass())
                        .set("rngcanonical", range.canonical())
                        .set("rngsubdiff", range.difference()));
        dependencies.recordAll(
                ObjectAddress.type(oid),
                List.of(
                        ObjectAddress.type(range.subtype()),
                        ObjectAddress.operatorClass(range.operatorClass()),
                        ObjectAddress.collation(range.collation()),
                        ObjectAddress.function(range.canonical()),
                        ObjectAddress.function(range.difference())),
                DependencyType.NORMAL);
    }

    private void createConstructors(NewRange range, int oid, int arrayOid, int multirangeOid) {
        int subtype = range.subtype();
        create(range, range.name(), oid, "range_constructor2", false, List.of(subtype, subtype), 0);
        create(range, range.name(), oid, "range_constructor3", false, List.of(subtype, subtype, Oids.TEXT), 0);
        String name = range.multirangeName();
        create(range, name, multirangeOid, "multirange_constructor0", true, List.of(), 0);
        int single = create(range, name, multirangeOid, "multirange_constructor1", true, List.of(oid), 0);
        create(range, name, multirangeOid, "multirange_constructor2", true, List.of(arrayOid), oid);
        new Casts(writer).create(oid, multirangeOid, single, 'e', 'f', DependencyType.INTERNAL);
    }

    /// A function that goes with the type that it makes.
    private int create(
            NewRange range,
            String name,
            int result,
            String implementation,
            boolean strict,
            List<Integer> arguments,
            int variadicElement) {
        List<FunctionDef.Argument> all =
                variadicElement == 0 ? List.of() : List.of(new FunctionDef.Argument('v', "", arguments.getFirst()));
        FunctionDef definition = new FunctionDef(
                0,
                name,
                range.namespace(),
                range.owner(),
                INTERNAL_LANGUAGE,
                1,
                0,
                variadicElement,
                0,
                'f',
                false,
                false,
                strict,
                false,
                'i',
                's',
                result,
                arguments,
                arguments.stream().map(_ -> "").toList(),
                all,
                List.of(),
                implementation,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        int oid = new Functions(writer).create(definition, Set.of(), false);
        dependencies.record(
                ObjectAddress.of(ClassOid.FUNCTION, oid), ObjectAddress.type(result), DependencyType.INTERNAL);
        return oid;
    }
}

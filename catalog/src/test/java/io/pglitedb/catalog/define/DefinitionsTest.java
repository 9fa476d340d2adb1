package io.pglitedb.catalog.define;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.access.Acl;
import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.EnumLabelDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.drop.Drop;
import io.pglitedb.catalog.store.CatalogStore;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.catalog.system.CatalogSanity;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.Oids;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.range.MultirangeValueType;
import io.pglitedb.types.range.RangeValueType;
import io.pglitedb.types.value.PgArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Types, functions, operators and the like; dependencies as PostgreSQL 15 records them.
class DefinitionsTest {
    private static final int OWNER = 10;

    @TempDir
    Path directory;

    private RowStore rows;
    private DatabaseCatalog database;
    private Transaction transaction;
    private CatalogWriter writer;
    private int schema;

    @BeforeEach
    void open() {
        rows = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
        database = CatalogStore.open(rows).database("postgres");
        transaction = rows.begin(TransactionOptions.readCommitted(new LockSession(1)));
        writer = database.writer(transaction);
        schema = Namespaces.create(writer, "s", OWNER);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), CatalogSanity.dangling(writer));
        transaction.close();
        rows.close();
    }

    private String links() {
        ObjectDescriptions descriptions = new ObjectDescriptions(writer, writer.view());
        List<String> links = new ArrayList<>();
        for (SystemRow row : writer.scan(SystemTables.table("pg_depend"))) {
            if (row.oid("objid") >= 16384) {
                links.add("%s -> %s %s\n"
                        .formatted(
                                descriptions.describe(ObjectAddress.of(row.oid("classid"), row.oid("objid"))),
                                descriptions.describe(ObjectAddress.of(row.oid("refclassid"), row.oid("refobjid"))),
                                row.letter("deptype")));
            }
        }
        links.sort(null);
        return String.join("", links);
    }

    private FunctionDef function(String name, char kind, int result, List<Integer> arguments, String body) {
        return new FunctionDef(
                0,
                name,
                schema,
                OWNER,
                14,
                100,
                0,
                0,
                0,
                kind,
                false,
                false,
                false,
                false,
                'v',
                'u',
                result,
                arguments,
                arguments.stream().map(_ -> "").toList(),
                List.of(),
                List.of(),
                body,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Test
    void rangesComeWithAllThatGoesWithThem() {
        int range = new Ranges(writer)
                .create(new NewRange("fr", "fr_multirange", schema, OWNER, Oids.FLOAT8, 0, 3123, 0, 219));
        assertEquals("""
                cast from s.fr to s.fr_multirange -> function s.fr_multirange(s.fr) i
                cast from s.fr to s.fr_multirange -> type s.fr i
                cast from s.fr to s.fr_multirange -> type s.fr_multirange i
                function s.fr(double precision,double precision) -> schema s n
                function s.fr(double precision,double precision) -> type s.fr i
                function s.fr(double precision,double precision) -> type s.fr n
                function s.fr(double precision,double precision,text) -> schema s n
                function s.fr(double precision,double precision,text) -> type s.fr i
                function s.fr(double precision,double precision,text) -> type s.fr n
                function s.fr_multirange() -> schema s n
                function s.fr_multirange() -> type s.fr_multirange i
                function s.fr_multirange() -> type s.fr_multirange n
                function s.fr_multirange(s.fr) -> schema s n
                function s.fr_multirange(s.fr) -> type s.fr n
                function s.fr_multirange(s.fr) -> type s.fr_multirange i
                function s.fr_multirange(s.fr) -> type s.fr_multirange n
                function s.fr_multirange(s.fr[]) -> schema s n
                function s.fr_multirange(s.fr[]) -> type s.fr[] n
                function s.fr_multirange(s.fr[]) -> type s.fr_multirange i
                function s.fr_multirange(s.fr[]) -> type s.fr_multirange n
                type s.fr -> schema s n
                type s.fr[] -> type s.fr i
                type s.fr_multirange -> schema s n
                type s.fr_multirange -> type s.fr i
                type s.fr_multirange[] -> type s.fr_multirange i
                """, links());
        CatalogView view = writer.view();
        assertInstanceOf(RangeValueType.class, view.valueType(range));
        assertInstanceOf(
                MultirangeValueType.class, view.valueType(view.range(range).multirangeType()));
        new Drop(writer, view, _ -> {}).run(List.of(ObjectAddress.type(range)), false);
        assertEquals("", links());
        assertNull(writer.view().range(range));
    }

    @Test
    void operatorsCastsAndAggregatesDependOnTheirFunctions() {
        int type = new Types(writer).createEnum("en", schema, OWNER, List.of("a", "b"));
        int function = new Functions(writer)
                .create(function("f", 'f', Oids.INT4, List.of(Oids.INT4, type), "select 1"), Set.of(), false);
        int other = operator("@@#", function, Oids.INT4, type, 0, 0);
        int operator = operator("#@@", function, Oids.INT4, type, 0, other);
        assertEquals(operator, writer.view().operator(other).negator());
        int cast =
                new Functions(writer).create(function("c", 'f', Oids.INT4, List.of(type), "select 1"), Set.of(), false);
        new Casts(writer).create(type, Oids.INT4, cast, 'a', 'f', DependencyType.NORMAL);
        int aggregate = new Aggregates(writer)
                .create(
                        function("ag", 'a', Oids.INT4, List.of(type), "aggregate_dummy"),
                        new AggregateDef(
                                0,
                                'n',
                                0,
                                function,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                false,
                                false,
                                'r',
                                'r',
                                0,
                                Oids.INT4,
                                0,
                                0,
                                0,
                                Optional.of("0"),
                                Optional.empty()),
                        false);
        assertEquals(function, writer.view().aggregate(aggregate).transition());
        String links = links();
        assertTrue(links.contains("operator s.#@@(integer,s.en) -> function s.f(integer,s.en) n\n"), links);
        assertTrue(links.contains("cast from s.en to integer -> function s.c(s.en) n\n"), links);
        assertTrue(links.contains("function s.ag(s.en) -> function s.f(integer,s.en) n\n"), links);
        PgException refused = assertThrows(
                PgException.class,
                () -> new Drop(writer, writer.view(), _ -> {}).run(List.of(ObjectAddress.function(function)), false));
        assertEquals("""
                operator s.@@#(integer,s.en) depends on function s.f(integer,s.en)
                operator s.#@@(integer,s.en) depends on function s.f(integer,s.en)
                function s.ag(s.en) depends on function s.f(integer,s.en)""", refused.report().detail());
        new Drop(writer, writer.view(), _ -> {}).run(List.of(ObjectAddress.of(ClassOid.OPERATOR, operator)), false);
        assertEquals(0, writer.view().operator(other).negator());
    }

    private int operator(String name, int function, int left, int right, int commutator, int negator) {
        return new Operators(writer)
                .create(new OperatorDef(
                        0,
                        name,
                        schema,
                        OWNER,
                        false,
                        false,
                        left,
                        right,
                        Oids.INT4,
                        commutator,
                        negator,
                        function,
                        0,
                        0));
    }

    @Test
    void functionsAreReplacedWhenWhatTheyReturnStays() {
        Functions functions = new Functions(writer);
        int oid = functions.create(function("f", 'f', Oids.INT4, List.of(Oids.INT4), "select 1"), Set.of(), false);
        assertEquals(
                "function \"f\" already exists with same argument types",
                assertThrows(
                                PgException.class,
                                () -> functions.create(
                                        function("f", 'f', Oids.INT4, List.of(Oids.INT4), "select 2"), Set.of(), false))
                        .getMessage());
        assertEquals(
                oid, functions.create(function("f", 'f', Oids.INT4, List.of(Oids.INT4), "select 2"), Set.of(), true));
        assertEquals("select 2", writer.view().function(oid).prosrc());
        PgException refused = assertThrows(
                PgException.class,
                () -> functions.create(function("f", 'f', Oids.INT8, List.of(Oids.INT4), "select 2"), Set.of(), true));
        assertEquals("cannot change return type of existing function", refused.getMessage());
        assertEquals("Use DROP FUNCTION f(integer) first.", refused.report().hint());
    }

    @Test
    void labelsAreAddedAndRenamed() {
        Types types = new Types(writer);
        int type = types.createEnum("en", schema, OWNER, List.of("a", "c"));
        assertTrue(types.addLabel(type, "b", Optional.of("c"), false, false));
        assertTrue(types.addLabel(type, "d", Optional.empty(), false, false));
        types.renameLabel(type, "a", "A");
        assertEquals(
                List.of("A", "b", "c", "d"),
                writer.view().enumLabels(type).stream().map(EnumLabelDef::label).toList());
        assertEquals(
                "enum label \"b\" already exists",
                assertThrows(PgException.class, () -> types.addLabel(type, "b", Optional.empty(), false, false))
                        .getMessage());
        assertEquals(
                "\"x\" is not an existing enum label",
                assertThrows(PgException.class, () -> types.addLabel(type, "e", Optional.of("x"), true, false))
                        .getMessage());
    }

    @Test
    void arrayTypesMakeRoomForOthers() {
        Types types = new Types(writer);
        int first = types.createEnum("en", schema, OWNER, List.of("a"));
        types.createEnum("_en", schema, OWNER, List.of("a"));
        CatalogView view = writer.view();
        assertEquals("__en", view.type(view.type(first).arrayType()).name());
        assertEquals(
                "type \"en\" already exists",
                assertThrows(PgException.class, () -> types.createEnum("en", schema, OWNER, List.of()))
                        .getMessage());
        PgException refused = assertThrows(
                PgException.class,
                () -> new Relations(writer).create(NewRelation.table("en", schema, OWNER, List.of())));
        assertEquals("type \"en\" already exists", refused.getMessage());
        types.rename(first, "other");
        assertEquals("_other", writer.view().type(view.type(first).arrayType()).name());
    }

    @Test
    void collationsAndDefaultPrivileges() {
        Collations collations = new Collations(writer);
        CollationDef definition = new CollationDef(
                0,
                "coll",
                schema,
                OWNER,
                CollationDef.UTF8,
                'c',
                true,
                Optional.of("C"),
                Optional.of("C"),
                Optional.empty());
        int oid = collations.create(definition);
        assertEquals(oid, writer.view().collation(schema, "coll"));
        assertThrows(PgException.class, () -> collations.create(definition));

        Acl granted = new Acl(PgArray.empty(Oids.ACLITEM), OWNER);
        granted.grant(3373, OWNER, Privilege.SELECT.bit(), 0);
        writer.insert(
                SystemTables.table("pg_default_acl"),
                new RowValues()
                        .set("oid", 90_000)
                        .set("defaclrole", OWNER)
                        .set("defaclnamespace", schema)
                        .set("defaclobjtype", 'r')
                        .set("defaclacl", granted.toArray()));
        int table = new Relations(writer)
                .create(NewRelation.table("t", schema, OWNER, List.of(NewColumn.of("a", Oids.INT4, -1, 0))));
        Acl acl = new Acl(writer.view().table(table).acl().orElseThrow(), OWNER);
        assertEquals(Set.of(3373), acl.roles());
    }

    @Test
    void generatedNamesFit() {
        assertEquals("t_a_key", GeneratedNames.choose("t", "a", "key", _ -> false));
        assertEquals("t_pkey1", GeneratedNames.choose("t", "", "pkey", name -> name.equals("t_pkey")));
        String name = GeneratedNames.choose("a".repeat(60), "b".repeat(60), "key", _ -> false);
        assertEquals("a".repeat(29) + "_" + "b".repeat(29) + "_key", name);
    }

    @Test
    void columnsAreChecked() {
        assertEquals(
                "column name \"a\" specified more than once",
                refusedTable(NewColumn.of("a", Oids.INT4, -1, 0), NewColumn.of("a", Oids.INT4, -1, 0)));
        assertEquals(
                "column name \"ctid\" conflicts with a system column name",
                refusedTable(NewColumn.of("ctid", Oids.INT4, -1, 0)));
        assertEquals("column \"a\" has pseudo-type record", refusedTable(NewColumn.of("a", Oids.RECORD, -1, 0)));
        assertEquals(
                "no collation was derived for column \"a\" with collatable type text",
                refusedTable(NewColumn.of("a", Oids.TEXT, -1, 0)));
        assertEquals(
                "relation \"pg_class\" already exists",
                assertThrows(
                                PgException.class,
                                () -> new Relations(writer).create(NewRelation.table("pg_class", 11, OWNER, List.of())))
                        .getMessage());
    }

    private String refusedTable(NewColumn... columns) {
        return assertThrows(
                        PgException.class,
                        () -> new Relations(writer).create(NewRelation.table("t", schema, OWNER, List.of(columns))))
                .getMessage();
    }
}

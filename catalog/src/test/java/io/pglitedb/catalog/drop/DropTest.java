package io.pglitedb.catalog.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Comments;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.Namespaces;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.catalog.define.NewIndex;
import io.pglitedb.catalog.define.NewRelation;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.catalog.define.Rules;
import io.pglitedb.catalog.define.Sequences;
import io.pglitedb.catalog.define.Triggers;
import io.pglitedb.catalog.define.Types;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.depend.ObjectIdentities;
import io.pglitedb.catalog.depend.ObjectIdentity;
import io.pglitedb.catalog.store.CatalogStore;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.catalog.system.CatalogSanity;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.record.CompositeValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A schema with one of everything, made by hand as the commands will; answers are PostgreSQL 15's for
/// ```
/// create schema s1;
/// create table s1.p (id serial primary key, a text default 'x' not null, c int check (c > 0));
/// create table s1.f (x int references s1.p on delete cascade, y int default nextval('s1.p_id_seq'));
/// create view s1.v as select id, a from s1.p;
/// create type s1.en as enum ('a', 'b');
/// create type s1.co as (a int, b s1.en);
/// create index ix on s1.p (lower(a));
/// create table s1.ch () inherits (s1.p);
/// ```
class DropTest {
    private static final int OWNER = 10;

    @TempDir
    Path directory;

    private RowStore rows;
    private DatabaseCatalog database;
    private Transaction transaction;
    private CatalogWriter writer;
    private final List<Report> notices = new ArrayList<>();

    private int schema;
    private int sequence;
    private int parent;
    private int foreign;
    private int view;
    private int enumType;
    private int composite;
    private int index;
    private int keyIndex;
    private int child;

    @BeforeEach
    void open() {
        rows = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
        database = CatalogStore.open(rows).database("postgres");
        begin();
        createAll();
    }

    @AfterEach
    void close() {
        transaction.close();
        rows.close();
    }

    private void begin() {
        transaction = rows.begin(TransactionOptions.readCommitted(new LockSession(1)));
        writer = database.writer(transaction);
    }

    private static Expression expression(ObjectAddress... references) {
        return new Expression("1 {Tree}", Set.of(references));
    }

    private void createAll() {
        Relations relations = new Relations(writer);
        Columns columns = new Columns(writer);
        Constraints constraints = new Constraints(writer);
        Indexes indexes = new Indexes(writer);
        Sequences sequences = new Sequences(writer);
        schema = Namespaces.create(writer, "s1", OWNER);

        sequence = sequences.create(
                "p_id_seq", schema, 'p', OWNER, new SequenceDef(0, 23, 1, 1, Integer.MAX_VALUE, 1, 1, false));
        List<NewColumn> parentColumns = List.of(
                NewColumn.of("id", 23, -1, 0).withNotNull(),
                NewColumn.of("a", 25, -1, 100).withNotNull(),
                NewColumn.of("c", 23, -1, 0));
        parent = relations.create(NewRelation.table("p", schema, OWNER, parentColumns));
        columns.setDefault(parent, 1, expression(ObjectAddress.relation(sequence)));
        columns.setDefault(parent, 2, expression());
        constraints.create(NewConstraint.check(
                "p_c_check",
                schema,
                parent,
                List.of(3),
                expression(ObjectAddress.column(parent, 3)),
                true,
                false,
                true,
                0));
        sequences.own(sequence, parent, 1, false);
        keyIndex = indexes.create(index("p_pkey", parent, 1, "id", 23, 1978, true, Optional.empty(), true));
        int key = constraints.create(NewConstraint.key(
                'p', "p_pkey", schema, parent, keyIndex, List.of(1), List.of(), false, false, List.of()));
        indexes.own(key, keyIndex);

        foreign = relations.create(NewRelation.table(
                "f", schema, OWNER, List.of(NewColumn.of("x", 23, -1, 0), NewColumn.of("y", 23, -1, 0))));
        columns.setDefault(foreign, 2, expression(ObjectAddress.relation(sequence)));
        NewConstraint foreignKey = NewConstraint.foreignKey(
                "f_x_fkey",
                schema,
                foreign,
                List.of(1),
                keyIndex,
                new NewConstraint.Reference(
                        parent, List.of(1), List.of(96), List.of(96), List.of(96), 'a', 'c', 's', List.of()),
                false,
                false,
                true);
        new Triggers(writer).createForeignKey(constraints.create(foreignKey), foreignKey);

        view = relations.create(new NewRelation(
                "v",
                schema,
                'v',
                'p',
                OWNER,
                0,
                0,
                List.of(NewColumn.of("id", 23, -1, 0), NewColumn.of("a", 25, -1, 100)),
                List.of(),
                true));
        new Rules(writer)
                .defineView(view, expression(ObjectAddress.column(parent, 1), ObjectAddress.column(parent, 2)));

        enumType = new Types(writer).createEnum("en", schema, OWNER, List.of("a", "b"));
        composite = relations.create(new NewRelation(
                "co",
                schema,
                'c',
                'p',
                OWNER,
                0,
                0,
                List.of(NewColumn.of("a", 23, -1, 0), NewColumn.of("b", enumType, -1, 0)),
                List.of(),
                true));
        index = indexes.create(index(
                "ix",
                parent,
                0,
                "lower",
                25,
                3126,
                false,
                Optional.of(expression(ObjectAddress.column(parent, 2))),
                false));

        child = relations.create(NewRelation.table("ch", schema, OWNER, parentColumns));
        relations.inherit(child, parent, false);
    }

    private static NewIndex index(
            String name,
            int table,
            int column,
            String columnName,
            int type,
            int operatorClass,
            boolean primary,
            Optional<Expression> expressions,
            boolean forConstraint) {
        return new NewIndex(
                name,
                table,
                403,
                List.of(new NewIndex.Column(
                        column, columnName, type, -1, type == 25 ? 100 : 0, operatorClass, false, false)),
                1,
                primary,
                primary,
                false,
                false,
                true,
                true,
                expressions,
                Optional.empty(),
                List.of(),
                forConstraint);
    }

    private List<String> links() {
        ObjectDescriptions descriptions = new ObjectDescriptions(writer, writer.view());
        List<String> links = new ArrayList<>();
        for (SystemRow row : writer.scan(SystemTables.table("pg_depend"))) {
            if (row.oid("objid") >= 16384) {
                links.add("%s -> %s %s"
                        .formatted(
                                descriptions.describe(new ObjectAddress(
                                        row.oid("classid"), row.oid("objid"), row.integer("objsubid"))),
                                descriptions.describe(new ObjectAddress(
                                        row.oid("refclassid"), row.oid("refobjid"), row.integer("refobjsubid"))),
                                row.letter("deptype")));
            }
        }
        return links.stream()
                .map(line -> line.replaceAll("RI_ConstraintTrigger_(.)_\\d+", "RI_$1"))
                .sorted()
                .toList();
    }

    @Test
    void dependenciesAreThoseOfPostgres() {
        String expected = """
                column b of composite type s1.co -> type s1.en n
                composite type s1.co -> type s1.co i
                constraint f_x_fkey on table s1.f -> column id of table s1.p n
                constraint f_x_fkey on table s1.f -> column x of table s1.f a
                constraint f_x_fkey on table s1.f -> index s1.p_pkey n
                constraint p_c_check on table s1.p -> column c of table s1.p a
                constraint p_c_check on table s1.p -> column c of table s1.p n
                constraint p_pkey on table s1.p -> column id of table s1.p a
                default value for column a of table s1.p -> column a of table s1.p a
                default value for column id of table s1.p -> column id of table s1.p a
                default value for column id of table s1.p -> sequence s1.p_id_seq n
                default value for column y of table s1.f -> column y of table s1.f a
                default value for column y of table s1.f -> sequence s1.p_id_seq n
                index s1.ix -> column a of table s1.p a
                index s1.ix -> table s1.p a
                index s1.p_pkey -> constraint p_pkey on table s1.p i
                rule _RETURN on view s1.v -> column a of table s1.p n
                rule _RETURN on view s1.v -> column id of table s1.p n
                rule _RETURN on view s1.v -> view s1.v i
                sequence s1.p_id_seq -> column id of table s1.p a
                sequence s1.p_id_seq -> schema s1 n
                table s1.ch -> schema s1 n
                table s1.ch -> table s1.p n
                table s1.f -> schema s1 n
                table s1.p -> schema s1 n
                trigger RI_a on table s1.p -> constraint f_x_fkey on table s1.f i
                trigger RI_a on table s1.p -> constraint f_x_fkey on table s1.f i
                trigger RI_c on table s1.f -> constraint f_x_fkey on table s1.f i
                trigger RI_c on table s1.f -> constraint f_x_fkey on table s1.f i
                type s1.ch -> table s1.ch i
                type s1.ch[] -> type s1.ch i
                type s1.co -> schema s1 n
                type s1.co[] -> type s1.co i
                type s1.en -> schema s1 n
                type s1.en[] -> type s1.en i
                type s1.f -> table s1.f i
                type s1.f[] -> type s1.f i
                type s1.p -> table s1.p i
                type s1.p[] -> type s1.p i
                type s1.v -> view s1.v i
                type s1.v[] -> type s1.v i
                view s1.v -> schema s1 n
                """;
        assertEquals(expected, String.join("\n", links()) + "\n");
    }

    private PgException refused(ObjectAddress... objects) {
        return assertThrows(
                PgException.class, () -> new Drop(writer, writer.view(), notices::add).run(List.of(objects), false));
    }

    private void cascade(ObjectAddress... objects) {
        new Drop(writer, writer.view(), notices::add).run(List.of(objects), true);
    }

    @Test
    void restrictTellsWhatDepends() {
        PgException refused = refused(ObjectAddress.relation(parent));
        assertEquals("cannot drop table s1.p because other objects depend on it", refused.getMessage());
        assertEquals("2BP01", refused.state().code());
        assertEquals("""
                default value for column y of table s1.f depends on sequence s1.p_id_seq
                constraint f_x_fkey on table s1.f depends on table s1.p
                view s1.v depends on table s1.p
                table s1.ch depends on table s1.p""", refused.report().detail());
        assertEquals(
                "Use DROP ... CASCADE to drop the dependent objects too.",
                refused.report().hint());
        assertEquals(
                "cannot drop desired object(s) because other objects depend on them",
                refused(ObjectAddress.relation(parent), ObjectAddress.relation(view))
                        .getMessage());
    }

    @Test
    void cascadeTellsWhatItTakesAlong() {
        cascade(ObjectAddress.relation(parent));
        Report notice = notices.getFirst();
        assertEquals("drop cascades to 4 other objects", notice.message());
        assertEquals("""
                drop cascades to default value for column y of table s1.f
                drop cascades to constraint f_x_fkey on table s1.f
                drop cascades to view s1.v
                drop cascades to table s1.ch""", notice.detail());
        CatalogView after = database.view(transaction);
        assertNull(after.table(parent));
        assertNull(after.table(view));
        assertNull(after.table(child));
        assertNull(after.index(index));
        assertNull(after.sequence(sequence));
        assertNull(after.type(schema, "p"));
        assertNull(after.type(schema, "_p"));
        assertEquals(List.of(), after.constraints(foreign));
        assertEquals(Optional.empty(), after.table(foreign).columns().get(1).defaultExpression());
        assertEquals(List.of(), after.triggers(foreign));
    }

    @Test
    void oneCascadeIsOneLine() {
        cascade(ObjectAddress.type(enumType));
        assertEquals(1, notices.size());
        assertEquals(
                "drop cascades to column b of composite type s1.co",
                notices.getFirst().message());
        assertNull(notices.getFirst().detail());
        ColumnDef dropped =
                database.view(transaction).table(composite).columns().get(1);
        assertTrue(dropped.dropped());
        assertEquals("........pg.dropped.2........", dropped.name());
    }

    @Test
    void whatBelongsToAnotherIsNotDroppedByItself() {
        PgException refused = refused(ObjectAddress.relation(keyIndex));
        assertEquals(
                "cannot drop index s1.p_pkey because constraint p_pkey on table s1.p requires it",
                refused.getMessage());
        assertEquals(
                "You can drop constraint p_pkey on table s1.p instead.",
                refused.report().hint());
        int rowType = database.view(transaction).table(parent).rowType();
        assertEquals(
                "cannot drop type s1.p because table s1.p requires it",
                refused(ObjectAddress.type(rowType)).getMessage());
        assertEquals(
                "cannot drop function lower(text) because it is required by the database system",
                refused(ObjectAddress.function(870)).getMessage());
    }

    @Test
    void droppingASchemaLeavesNothing() {
        transaction.commit(Durability.ASYNC);
        begin();
        Map<SystemTable, Integer> before = counts();
        int fresh = Namespaces.create(writer, "s9", OWNER);
        new Types(writer).createEnum("en", fresh, OWNER, List.of("a", "b"));
        int table = new Relations(writer)
                .create(NewRelation.table("t", fresh, OWNER, List.of(NewColumn.of("a", 23, -1, 0))));
        new Comments(writer).set(ObjectAddress.column(table, 1), "commented");
        assertEquals(Optional.of("commented"), database.view(transaction).comment(ClassOid.RELATION, table, 1));
        cascade(ObjectAddress.schema(fresh));
        assertEquals("""
                drop cascades to type s9.en
                drop cascades to table s9.t""", notices.getFirst().detail());
        assertEquals(before, counts());
        cascade(ObjectAddress.schema(schema));
        assertEquals(Optional.empty(), links().stream().findFirst());
    }

    private Map<SystemTable, Integer> counts() {
        Map<SystemTable, Integer> counts = new HashMap<>();
        SystemTables.all().forEach(table -> counts.put(table, writer.scan(table).size()));
        return counts;
    }

    @Test
    void userTypesHaveCode() {
        CatalogView catalog = database.view(transaction);
        assertEquals(
                List.of("a", "b"),
                ((CompositeValueType) catalog.valueType(catalog.table(composite).rowType())).names());
        assertNotNull(catalog.valueType(catalog.type(schema, "_en").oid()));
        assertNotNull(catalog.valueType(enumType));
    }

    @Test
    void theViewShowsWhatWasDefined() {
        CatalogView catalog = database.view(transaction);
        TableDef table = catalog.table(schema, "p");
        assertEquals(parent, table.oid());
        assertEquals(3, table.columns().size());
        assertEquals(Optional.of("1 {Tree}"), table.columns().getFirst().defaultExpression());
        assertTrue(table.traits().hasIndexes()
                && table.traits().hasTriggers()
                && table.traits().hasChildren());
        assertEquals(List.of(child), catalog.children(parent));
        assertTrue(catalog.inheritsFrom(child, parent));
        assertEquals(2, catalog.indexes(parent).size());
        assertEquals(1, catalog.referencingConstraints(parent).size());
        assertEquals(Optional.of("1 {Tree}"), catalog.viewQuery(view));
        assertEquals(1, catalog.sequence(sequence).start());
        assertEquals(new ObjectAddress(1259, parent, 1), new Sequences(writer).owner(sequence));
        assertEquals(List.of(sequence), new Sequences(writer).ownedBy(parent, 1));
        assertEquals(2, catalog.constraints(parent).size());
    }

    @Test
    void objectsHaveIdentitiesWhateverTheSearchPath() {
        ObjectIdentities identities = new ObjectIdentities(writer, writer.view());
        assertEquals(
                new ObjectIdentity("table column", "s1", "p", "s1.p.a", List.of("s1", "p", "a"), List.of()),
                identities.identify(ObjectAddress.column(parent, 2)));
        assertEquals(
                new ObjectIdentity(
                        "operator",
                        "pg_catalog",
                        null,
                        "pg_catalog.-(NONE,bigint)",
                        List.of("pg_catalog", "-"),
                        List.of("NONE", "bigint")),
                identities.identify(ObjectAddress.of(ClassOid.OPERATOR, 484)));
        assertEquals(
                "function 1 (pg_catalog.anyarray, pg_catalog.anyarray) of pg_catalog.array_ops USING btree",
                identities
                        .identify(ObjectAddress.of(ClassOid.SUPPORT_FUNCTION, 10000))
                        .identity());
        assertEquals(
                List.of("btree", "pg_catalog", "integer_ops", "1"),
                identities
                        .identify(ObjectAddress.of(ClassOid.OPERATOR_MEMBER, 10000))
                        .names());
        assertEquals(
                "pg_catalog.avg(bigint)",
                identities.identify(ObjectAddress.function(2100)).identity());
        assertEquals(
                "s1.en[]",
                identities
                        .identify(ObjectAddress.type(
                                writer.view().type(schema, "_en").oid()))
                        .identity());
        assertEquals(
                "(bigint AS smallint)",
                identities.identify(ObjectAddress.of(ClassOid.CAST, 10000)).identity());
        assertNull(identities.identify(ObjectAddress.relation(99)));
    }

    @Test
    void everyReferenceFindsItsRow() {
        assertEquals(List.of(), CatalogSanity.dangling(writer));
        cascade(ObjectAddress.relation(parent), ObjectAddress.type(enumType));
        assertEquals(List.of(), CatalogSanity.dangling(writer));
    }
}

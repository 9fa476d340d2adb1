package io.pglitedb.planner.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.analyzer.TestCatalog;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTreeTest {
    private static final String COMPARISON = "1 {Expr.OperatorCall :operator 521 :function 147 :arguments ("
            + "{Expr.Var :rangeTableIndex 1 :attribute 1 :type 23 :typmod -1} "
            + "{Expr.Const :value [00000005] :type 23 :typmod -1}) :type 16}";

    @Test
    void exampleOfTheStorageFormat() {
        Query query = TestCatalog.analyze("select 1 from t where a > 5", ParameterTypes.none());
        Expr where = query.joinTree().where();
        assertEquals(COMPARISON, NodeTree.write(where, TestCatalog.SESSION));
        assertEquals(where, NodeTree.readExpression(COMPARISON, TestCatalog.SESSION));
    }

    @Test
    void positionsAreDroppedAndFormsAreKept() {
        Query query = TestCatalog.analyze("select  a::text from t", ParameterTypes.none());
        Expr cast = NodeTree.readQuery(NodeTree.write(query, TestCatalog.SESSION), TestCatalog.SESSION)
                .targets()
                .getFirst()
                .expression();
        assertEquals(-1, cast.location());
        assertEquals(Origin.Form.EXPLICIT_CAST, cast.origin().form());
    }

    @Test
    void lists() {
        List<Expr> expressions =
                List.of(new Expr.Collate(new Expr.DomainValue(25, -1, 100, Origin.NONE), 950, Origin.NONE));
        assertEquals(
                expressions,
                NodeTree.readExpressions(NodeTree.write(expressions, TestCatalog.SESSION), TestCatalog.SESSION));
        assertEquals(List.of(), NodeTree.readExpressions("1 ()", TestCatalog.SESSION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2 {Expr.DomainValue :type 25}",
                "1 {Expr.DomainValue :type 25",
                "1 {Expr.DomainValue :type x}",
                "1 {Expr.DomainValue :typ 25}",
                "1 {Expr.DomainValues}",
                "1 {Expr.DomainValue} 1",
                "1 {Expr.Const :value [0] :type 23}",
                "1 {Expr.Collate :argument {RowMark} :collation 950}",
                "1 {RowMark}",
            })
    void damage(String text) {
        PgException error = assertThrows(PgException.class, () -> NodeTree.readExpression(text, TestCatalog.SESSION));
        assertEquals(SqlState.DATA_CORRUPTED, error.state());
    }

    /// Every record class, filled at random, comes back equal.
    @Test
    void everyRecordRoundTrips() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Expr tree = (Expr) value(Expr.class, random, 4);
            String text = NodeTree.write(tree, TestCatalog.SESSION);
            assertEquals(tree, NodeTree.readExpression(text, TestCatalog.SESSION), () -> "seed " + seed + ": " + text);
        }
    }

    private static Object value(Type type, Random random, int depth) {
        return switch (type) {
            case ParameterizedType list -> {
                List<Object> elements = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0 && depth > 0; i--) {
                    elements.add(value(list.getActualTypeArguments()[0], random, depth - 1));
                }
                yield Collections.unmodifiableList(elements);
            }
            case Class<?> plain when plain == int.class || plain == Integer.class -> random.nextInt(-2, 4);
            case Class<?> plain when plain == boolean.class -> random.nextBoolean();
            case Class<?> plain
            when plain == String.class -> List.of("", "a b", "\"\\ }:", "ü").get(random.nextInt(4));
            case Class<?> plain
            when plain == Origin.class ->
                new Origin(7, Origin.Form.values()[random.nextInt(Origin.Form.values().length)]);
            case Class<?> plain
            when plain.isEnum() -> {
                Object[] constants = plain.getEnumConstants();
                yield constants[random.nextInt(constants.length)];
            }
            case Class<?> plain
            when plain == Query.class ->
                depth > 0 && random.nextInt(4) == 0 ? record(plain, random, depth - 1) : new QueryBuilder().build();
            case Class<?> plain
            when plain == Expr.Const.class || plain == Expr.class && depth <= 0 ->
                new Expr.Const(random.nextInt(-2, 3), 23, -1, 0, Origin.NONE);
            case Class<?> plain when plain == JoinTree.class && depth <= 0 -> new JoinTree.Reference(1);
            case Class<?> plain when plain == SetOperationTree.class && depth <= 0 -> new SetOperationTree.Leaf(1);
            case Class<?> plain
            when plain.isSealed() -> {
                Class<?>[] permitted = plain.getPermittedSubclasses();
                yield value(permitted[random.nextInt(permitted.length)], random, depth);
            }
            case Class<?> plain when plain == JoinTree.From.class && depth <= 0 -> JoinTree.From.EMPTY;
            case Class<?> plain -> record(plain, random, depth - 1);
            default -> throw new IllegalStateException(type.toString());
        };
    }

    private static Object record(Class<?> type, Random random, int depth) {
        NodeShape shape = NodeShape.all().stream()
                .filter(candidate -> candidate.record() == type)
                .findFirst()
                .orElseThrow();
        Object[] values = shape.components().stream()
                .map(component -> value(component.type(), random, depth))
                .toArray();
        try {
            return shape.create(values);
        } catch (Throwable e) {
            throw new IllegalStateException(Arrays.toString(values), e);
        }
    }
}

package io.pglitedb.types.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFacts;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every strict function gives for columns what it gives for values: over random values of its argument types, as
/// columns, constants and dictionaries, by its loops and by its column kernel.
class KernelsAgreeTest {
    private static final long SEED = 20_261_124;
    private static final int ROWS = 120;
    private static final SessionContext SESSION = new TestSession();
    private static final int COLLATION = 100;

    /// Values of a type, `;` apart.
    private static final Map<Integer, String> SAMPLES = Map.ofEntries(
            Map.entry(Oids.BOOL, "t;f"),
            Map.entry(Oids.INT2, "0;1;-1;7;300;32767;-32768"),
            Map.entry(Oids.INT4, "0;1;-1;2;5;63;1000;2147483647;-2147483648"),
            Map.entry(Oids.INT8, "0;1;-1;3;12;100000;9223372036854775807;-9223372036854775808"),
            Map.entry(Oids.FLOAT4, "0;1;-1.5;3e10;NaN;Infinity;-Infinity;1e-30"),
            Map.entry(Oids.FLOAT8, "0;-0;1;-1.5;0.25;1e300;NaN;Infinity;-Infinity"),
            Map.entry(Oids.NUMERIC, "0.00;1.00;-1.25;99.99;100.00;-0.01;31.50"),
            Map.entry(Oids.TEXT, ";a;A;abc;%b_;ä€;hello world;123; x "),
            Map.entry(Oids.VARCHAR, ";b;Abc;42"),
            Map.entry(Oids.BPCHAR, "a;a  ;b;"),
            Map.entry(Oids.NAME, "a;pg_class;zz"),
            Map.entry(Oids.BYTEA, "\\x;\\x00;\\x616263"),
            Map.entry(Oids.DATE, "2000-01-01;1992-02-29;infinity;-infinity;0044-03-15 BC"),
            Map.entry(Oids.TIME, "00:00;12:34:56.789;24:00"),
            Map.entry(Oids.TIMESTAMP, "2000-01-01;1999-12-31 23:59:59.999999;infinity;-infinity"),
            Map.entry(Oids.TIMESTAMPTZ, "2000-01-01;1999-12-31 23:59:59.999999+03;infinity"),
            Map.entry(Oids.INTERVAL, "0;1 day;1 mon;-3 hours;1 year 2 mons 3 days 04:05:06"),
            Map.entry(Oids.UUID, "00000000-0000-0000-0000-000000000000;a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
            Map.entry(Oids.OID, "0;1;4294967295"));

    /// Functions that take their time.
    private static final Set<String> SLOW = Set.of("pg_sleep", "numeric_fac");

    @Test
    void columnsAgreeWithValues() throws Exception {
        Random random = new Random(SEED);
        List<String> faults = new ArrayList<>();
        int compared = 0;
        int columnKernels = 0;
        for (FunctionFacts.Fact fact : FunctionFacts.all()) {
            FunctionImplementation function = FunctionRegistry.standard().find(fact.prosrc());
            if (function != null
                    && fact.strict()
                    && !fact.returnsSet()
                    && function.result() != void.class
                    && !fact.arguments().isEmpty()
                    && BuiltinTypes.find(fact.result()) != null
                    && function.arity() == fact.arguments().size()
                    && SAMPLES.keySet().containsAll(fact.arguments())
                    && !SLOW.contains(fact.prosrc())) {
                compared++;
                columnKernels += ColumnFunction.find(fact.prosrc()) == null ? 0 : 1;
                new Comparison(fact, function, random).run(faults);
            }
        }
        assertEquals(List.of(), faults.subList(0, Math.min(40, faults.size())));
        assertTrue(compared > 500, "only " + compared);
        assertTrue(columnKernels > 10, "only " + columnKernels);
    }

    private static final class Comparison {
        private final FunctionFacts.Fact fact;
        private final FunctionImplementation function;
        private final CallContext context;
        private final VectorForm form;
        private final Object[][] rows = new Object[ROWS][];
        private final Object[] expected = new Object[ROWS];
        private final List<ValueType> types = new ArrayList<>();

        Comparison(FunctionFacts.Fact fact, FunctionImplementation function, Random random) {
            this.fact = fact;
            this.function = function;
            this.form = VectorForm.of(BuiltinTypes.get(fact.result()));
            for (int oid : fact.arguments()) {
                types.add(BuiltinTypes.get(oid));
            }
            context = new CallContext(
                    SESSION,
                    fact.arguments().stream().map(SqlType::of).toArray(SqlType[]::new),
                    SqlType.of(fact.result()),
                    COLLATION);
            for (int row = 0; row < ROWS; row++) {
                rows[row] = types.stream().map(type -> sample(type, random)).toArray();
            }
        }

        /// A function that returns an object gets no lengths that would fill the memory.
        private Object sample(ValueType type, Random random) {
            String[] texts = SAMPLES.get(type.oid()).split(";", -1);
            Object value = type.parse(Utf8.of(texts[random.nextInt(texts.length)]), -1, SESSION);
            boolean tooLong = value instanceof Integer number && Math.abs((long) number) > 1000;
            return tooLong && !function.result().isPrimitive() ? 1 : value;
        }

        void run(List<String> faults) {
            List<Integer> answered = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                expected[row] = call(rows[row]);
                if (expected[row] instanceof RuntimeException error) {
                    compareError(row, error, faults);
                } else if (Objects.equals(print(expected[row]), print(call(rows[row])))) { // not volatile
                    answered.add(row);
                }
            }
            if (answered.isEmpty()) {
                return;
            }
            int[] selected = answered.stream().mapToInt(Integer::intValue).toArray();
            Selection selection = new Selection(selected, selected.length);
            int arity = types.size();
            compare(columns(column -> column(column)), selection, faults);
            compare(columns(column -> dictionary(column)), selection, faults);
            compare(
                    columns(column -> column(column)),
                    selected.length == ROWS ? Selection.first(ROWS) : selection,
                    faults);
            for (int constant = 0; constant < arity; constant++) {
                int fixed = constant;
                int row = selected[selected.length / 2];
                // Rows that have the constant anyway.
                int[] same = Arrays.stream(selected)
                        .filter(each -> print(types.get(fixed), rows[each][fixed])
                                .equals(print(types.get(fixed), rows[row][fixed])))
                        .toArray();
                Vector[] vectors = columns(column -> column == fixed
                        ? new ConstantVector(VectorForm.of(types.get(fixed)), rows[row][fixed], ROWS)
                        : column(column));
                compare(vectors, new Selection(same, same.length), faults);
            }
        }

        private Object call(Object[] arguments) {
            try {
                return function.invoke(context, arguments);
            } catch (RuntimeException e) { // also what this session cannot do
                return e;
            }
        }

        private void compareError(int row, RuntimeException expectedError, List<String> faults) {
            try {
                LoopKernels.of(function)
                        .map(context, columns(this::column), new Selection(new int[] {row}, 1), form, null, ROWS);
                faults.add(fact + " does not fail: " + Arrays.toString(rows[row]));
            } catch (RuntimeException e) {
                if (!Objects.equals(e.getMessage(), expectedError.getMessage())) {
                    faults.add(fact + " fails with " + e.getMessage());
                }
            }
        }

        private void compare(Vector[] arguments, Selection selection, List<String> faults) {
            LoopKernels loops = LoopKernels.of(function);
            compare(loops.map(context, arguments, selection, form, null, ROWS), selection, faults);
            if (loops.isPredicate()) {
                compareSelection(loops.select(context, arguments, selection), selection, faults);
            }
            ColumnFunction kernel = ColumnFunction.find(fact.prosrc());
            if (kernel != null && kernel.isPredicate()) {
                Selection told = kernel.select(arguments, selection, null);
                if (told != null) {
                    compareSelection(told, selection, faults);
                }
            } else if (kernel != null) {
                Vector told = kernel.map(arguments, selection, null);
                if (told != null) {
                    compare(told, selection, faults);
                }
            }
        }

        private void compare(Vector values, Selection selection, List<String> faults) {
            for (int index = 0; index < selection.count(); index++) {
                int row = selection.row(index);
                String got = print(values.get(row));
                if (!got.equals(print(expected[row]))) {
                    faults.add(fact + Arrays.toString(rows[row]) + " = " + print(expected[row]) + ", column " + got);
                    return;
                }
            }
        }

        private void compareSelection(Selection told, Selection selection, List<String> faults) {
            int[] wanted = Arrays.stream(selection.rows() == null ? allRows() : selection.rows())
                    .limit(selection.count())
                    .filter(row -> Boolean.TRUE.equals(expected[row]))
                    .toArray();
            int[] got = new int[told.count()];
            Arrays.setAll(got, told::row);
            if (!Arrays.equals(wanted, got)) {
                faults.add(fact + " selects " + Arrays.toString(got) + ", not " + Arrays.toString(wanted));
            }
        }

        private static int[] allRows() {
            int[] all = new int[ROWS];
            Arrays.setAll(all, row -> row);
            return all;
        }

        private interface Columns {
            Vector column(int argument);
        }

        private Vector[] columns(Columns columns) {
            Vector[] vectors = new Vector[types.size()];
            for (int column = 0; column < vectors.length; column++) {
                vectors[column] = columns.column(column);
            }
            return vectors;
        }

        private Vector column(int column) {
            VectorBuilder builder = VectorBuilder.of(VectorForm.of(types.get(column)), ROWS);
            for (Object[] row : rows) {
                builder.append(row[column]);
            }
            return builder.build();
        }

        private Vector dictionary(int column) {
            int[] codes = new int[ROWS];
            Arrays.setAll(codes, row -> ROWS - 1 - row);
            VectorBuilder builder = VectorBuilder.of(VectorForm.of(types.get(column)), ROWS);
            for (int row = ROWS - 1; row >= 0; row--) {
                builder.append(rows[row][column]);
            }
            return new DictionaryVector(codes, builder.build(), null, ROWS);
        }

        private String print(Object value) {
            return print(BuiltinTypes.get(fact.result()), value);
        }

        private static String print(ValueType type, Object value) {
            if (value == null || value instanceof RuntimeException) {
                return "NULL";
            }
            try {
                return type.toUtf8(value, SESSION).toString();
            } catch (RuntimeException e) {
                return value.toString(); // a pseudo-type
            }
        }
    }
}

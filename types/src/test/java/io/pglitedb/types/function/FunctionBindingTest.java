package io.pglitedb.types.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every body has the parameters that some `pg_proc` row of its `prosrc` says: their number, their carriers, and
/// primitives exactly where the function is strict. Facts: resource `pg_proc_facts.tsv`, PostgreSQL 15.
class FunctionBindingTest {
    record Fact(String prosrc, boolean strict, boolean returnsSet, int result, List<Integer> arguments) {}

    @Test
    void bodiesFitTheirCatalogRows() throws Exception {
        Set<String> bound = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (Fact fact : facts()) {
            FunctionImplementation body = FunctionRegistry.standard().find(fact.prosrc());
            if (body != null) {
                bound.add(fact.prosrc());
                fault(fact, body, faults);
            }
        }
        for (FunctionImplementation body : FunctionRegistry.standard().all()) {
            if (!bound.contains(body.prosrc())) {
                faults.add(body.prosrc() + " is no prosrc");
            }
        }
        assertTrue(bound.size() > 500, "only " + bound.size() + " bodies were compared");
        assertEquals(List.of(), faults);
    }

    private static void fault(Fact fact, FunctionImplementation body, List<String> faults) {
        if (body.arity() != fact.arguments().size()) {
            faults.add(fact + " has body " + body.parameters());
            return;
        }
        for (int i = 0; i < body.arity(); i++) {
            Class<?> given = body.parameters().get(i);
            ValueType type = BuiltinTypes.find(fact.arguments().get(i));
            if (type == null || given == Object.class || given == Object[].class) {
                continue;
            }
            Class<?> unboxed = MethodType.methodType(type.carrier()).unwrap().returnType();
            if (given != (fact.strict() ? unboxed : type.carrier())) {
                faults.add(fact + " has body " + body.parameters());
                return;
            }
        }
        ValueType result = BuiltinTypes.find(fact.result());
        if (!fact.returnsSet() && result != null && fact.result() != Oids.VOID && body.result() != Object.class) {
            Class<?> boxed = MethodType.methodType(body.result()).wrap().returnType();
            if (boxed != result.carrier()) {
                faults.add(fact + " returns " + body.result());
            }
        }
    }

    private static List<Fact> facts() throws Exception {
        try (InputStream in = FunctionBindingTest.class.getResourceAsStream("pg_proc_facts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(FunctionBindingTest::fact)
                    .toList();
        }
    }

    private static Fact fact(String line) {
        String[] fields = line.split("\t", -1);
        List<Integer> arguments = new ArrayList<>();
        for (String oid : fields[4].isEmpty() ? new String[0] : fields[4].split(" ")) {
            arguments.add(Integer.parseInt(oid));
        }
        return new Fact(
                fields[0], fields[1].equals("t"), fields[2].equals("t"), Integer.parseInt(fields[3]), arguments);
    }
}

package io.pglitedb.types.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every body has the parameters that some `pg_proc` row of its `prosrc` says: their number, their carriers, and
/// primitives exactly where the function is strict. Facts: resource `pg_proc_facts.tsv`, PostgreSQL 15.
class FunctionBindingTest {
    @Test
    void bodiesFitTheirCatalogRows() throws Exception {
        Set<String> bound = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (FunctionFacts.Fact fact : FunctionFacts.all()) {
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

    private static void fault(FunctionFacts.Fact fact, FunctionImplementation body, List<String> faults) {
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
}

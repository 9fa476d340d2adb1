package io.pglitedb.types.function;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Input, output, receive and send functions as callable functions: `int4in('7')`, `numeric_send(1.5)`. The bodies are
/// those of the `ValueType`; an `internal` argument of a receive function is a `ByteReader`. Families that write such a
/// function themselves keep theirs. Facts: resource `pg_type_io.tsv`.
final class TypeIoFunctions {
    /// Input and receive functions that also take the element type's OID and the type modifier.
    private static final Set<String> WITH_TYPMOD = Set.of(
            "numeric",
            "bpchar",
            "varchar",
            "bit",
            "varbit",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "record");

    private TypeIoFunctions() {}

    static void addTo(Map<String, FunctionImplementation> bodies) {
        for (String line : facts()) {
            String[] fields = line.split("\t", -1);
            ValueType type = BuiltinTypes.find(Integer.parseInt(fields[0]));
            if (type == null) {
                continue;
            }
            boolean typmod = WITH_TYPMOD.contains(fields[1]);
            add(bodies, fields[2], reading("input", Utf8.class, type, typmod));
            add(bodies, fields[3], writing("output", Utf8.class, type));
            add(bodies, fields[4], reading("receive", Object.class, type, typmod));
            add(bodies, fields[5], writing("send", Bytes.class, type));
        }
    }

    private static List<String> facts() {
        try (InputStream in = TypeIoFunctions.class.getResourceAsStream("/io/pglitedb/types/catalog/pg_type_io.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A family may have bound its own. The array functions serve every array type: only the array family can bind
    /// them.
    private static void add(Map<String, FunctionImplementation> bodies, String prosrc, MethodHandle handle) {
        if (!prosrc.equals("-") && !prosrc.startsWith("array_")) {
            bodies.putIfAbsent(prosrc, FunctionImplementation.of(prosrc, handle));
        }
    }

    private static MethodHandle reading(String name, Class<?> source, ValueType type, boolean typmod) {
        MethodHandle body = find(
                name,
                MethodType.methodType(Object.class, ValueType.class, CallContext.class, source, int.class, int.class));
        body = body.bindTo(type);
        if (!typmod) {
            body = MethodHandles.insertArguments(body, 2, 0, -1);
        }
        return body.asType(body.type().changeReturnType(unboxed(type.carrier())));
    }

    private static MethodHandle writing(String name, Class<?> target, ValueType type) {
        MethodHandle body = find(name, MethodType.methodType(target, ValueType.class, CallContext.class, Object.class));
        body = body.bindTo(type);
        return body.asType(body.type().changeParameterType(1, unboxed(type.carrier())));
    }

    private static Class<?> unboxed(Class<?> carrier) {
        return MethodType.methodType(carrier).unwrap().returnType();
    }

    private static MethodHandle find(String name, MethodType type) {
        try {
            return MethodHandles.lookup().findStatic(TypeIoFunctions.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SessionContext session(CallContext call) {
        return call == null ? null : call.session();
    }

    private static Object input(ValueType type, CallContext call, Utf8 text, int element, int typmod) {
        return type.parse(text, typmod, session(call));
    }

    private static Utf8 output(ValueType type, CallContext call, Object value) {
        return type.toUtf8(value, session(call));
    }

    private static Object receive(ValueType type, CallContext call, Object bytes, int element, int typmod) {
        return type.receive((ByteReader) bytes, typmod, session(call));
    }

    private static Bytes send(ValueType type, CallContext call, Object value) {
        ByteWriter out = new ByteWriter(16);
        type.send(value, session(call), out);
        return new Bytes(out.toByteArray());
    }
}

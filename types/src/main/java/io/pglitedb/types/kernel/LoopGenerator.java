package io.pglitedb.types.kernel;

import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Vector;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes the loops of one function over arguments of given kinds as a hidden class. The function's handle is
/// class data, a constant to the JIT.
final class LoopGenerator {
    private static final ClassDesc BASE = desc(LoopKernel.class);
    private static final ClassDesc VECTOR = desc(Vector.class);
    private static final ClassDesc CONSTANT = desc(ConstantVector.class);
    private static final ClassDesc BYTES_VECTOR = desc(BytesVector.class);
    private static final ClassDesc UTF8 = desc(Utf8.class);
    private static final ClassDesc INT_ARRAY = CD_int.arrayType();
    private static final ClassDesc BYTE_ARRAY = CD_byte.arrayType();
    private static final ClassDesc NAME = ClassDesc.of(LoopGenerator.class.getPackageName(), "Loop");
    private static final DynamicConstantDesc<MethodHandle> FUNCTION =
            DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA, ConstantDescs.DEFAULT_NAME, CD_MethodHandle);

    // Parameters of the methods written.
    private static final int CONTEXT = 1;
    private static final int ARGUMENTS = 2;
    private static final int RESULTS = 3;

    /// (CallContext, arguments as loops read them) → result as loops store it
    private final MethodType call;
    private final List<ArgumentSource> sources;

    private LoopGenerator(MethodType call, List<ArgumentSource> sources) {
        this.call = call;
        this.sources = sources;
    }

    static LoopKernel generate(FunctionImplementation function, List<ArgumentSource> sources) {
        MethodType call = MethodType.methodType(callType(function.result()), CallContext.class);
        for (int i = 0; i < sources.size(); i++) {
            call = call.appendParameterTypes(callType(function.parameters().get(i), sources.get(i)));
        }
        byte[] bytes = new LoopGenerator(call, sources).write(function.result() == boolean.class);
        try {
            return (LoopKernel) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, handle(function, call), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle handle(FunctionImplementation function, MethodType call) {
        MethodHandle handle = function.handle();
        if (!function.takesCallContext()) {
            handle = MethodHandles.dropArguments(handle, 0, CallContext.class);
        }
        // A boxed parameter is unboxed first: an int narrows to a short, not to a Short.
        for (int i = 1; i < call.parameterCount(); i++) {
            if (call.parameterType(i).isPrimitive()) {
                Class<?> parameter = handle.type().parameterType(i);
                Class<?> unboxed = MethodType.methodType(parameter).unwrap().returnType();
                handle = handle.asType(handle.type().changeParameterType(i, unboxed));
            }
        }
        return MethodHandles.explicitCastArguments(handle, call);
    }

    /// What a loop passes for a parameter.
    private static Class<?> callType(Class<?> parameter, ArgumentSource source) {
        return switch (source) {
            case INTS -> int.class;
            case LONGS -> long.class;
            case DOUBLES -> double.class;
            case TEXTS -> Utf8.class;
            case CONSTANT -> callType(parameter);
            case OBJECTS -> Object.class;
        };
    }

    static Class<?> callType(Class<?> type) {
        if (type == long.class) {
            return long.class;
        }
        if (type == double.class || type == float.class) {
            return double.class;
        }
        return type.isPrimitive() ? int.class : Object.class;
    }

    private static ClassDesc desc(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    private byte[] write(boolean predicate) {
        return ClassFile.of().build(NAME, type -> {
            type.withSuperclass(BASE);
            type.withMethodBody(
                    "<init>",
                    MethodTypeDesc.of(CD_void),
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(BASE, "<init>", MethodTypeDesc.of(CD_void))
                            .return_());
            type.withMethodBody("mapAll", method(CD_void, CD_Object, false), 0, code -> map(code, false));
            type.withMethodBody("mapSelected", method(CD_void, CD_Object, true), 0, code -> map(code, true));
            if (predicate) {
                type.withMethodBody("selectAll", method(CD_int, INT_ARRAY, false), 0, code -> select(code, false));
                type.withMethodBody("selectSelected", method(CD_int, INT_ARRAY, true), 0, code -> select(code, true));
            }
        });
    }

    /// (context, arguments, results, rows if selected, count)
    private static MethodTypeDesc method(ClassDesc returned, ClassDesc results, boolean selected) {
        List<ClassDesc> parameters = new ArrayList<>(List.of(desc(CallContext.class), VECTOR.arrayType(), results));
        if (selected) {
            parameters.add(INT_ARRAY);
        }
        parameters.add(CD_int);
        return MethodTypeDesc.of(returned, parameters);
    }

    /// results[row] = function(…)
    private void map(CodeBuilder code, boolean selected) {
        TypeKind kind = TypeKind.from(call.returnType());
        List<Argument> arguments = prologue(code);
        code.aload(RESULTS).checkcast(desc(call.returnType()).arrayType()).astore(RESULTS);
        loop(code, selected, row -> {
            code.aload(RESULTS).iload(row);
            callFunction(code, arguments, row);
            code.arrayStore(kind);
        });
        code.return_();
    }

    /// selected[size] = row; size += function(…)
    private void select(CodeBuilder code, boolean selected) {
        List<Argument> arguments = prologue(code);
        int size = code.allocateLocal(TypeKind.INT);
        code.iconst_0().istore(size);
        loop(code, selected, row -> {
            code.aload(RESULTS).iload(size).iload(row).iastore();
            callFunction(code, arguments, row);
            code.iload(size).iadd().istore(size);
        });
        code.iload(size).ireturn();
    }

    /// @param body gets the local that holds the row
    private static void loop(CodeBuilder code, boolean selected, Consumer<Integer> body) {
        int rows = RESULTS + 1;
        int count = selected ? rows + 1 : rows;
        int index = code.allocateLocal(TypeKind.INT);
        int row = selected ? code.allocateLocal(TypeKind.INT) : index;
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(index);
        code.labelBinding(next).iload(index).iload(count).if_icmpge(end);
        if (selected) {
            code.aload(rows).iload(index).iaload().istore(row);
        }
        body.accept(row);
        code.iinc(index, 1).goto_(next).labelBinding(end);
    }

    private void callFunction(CodeBuilder code, List<Argument> arguments, int row) {
        code.ldc(FUNCTION).aload(CONTEXT);
        arguments.forEach(argument -> argument.push(code, row));
        code.invokevirtual(
                CD_MethodHandle, "invokeExact", call.describeConstable().orElseThrow());
    }

    /// Pushes an argument's value in a row.
    private interface Argument {
        void push(CodeBuilder code, int row);
    }

    private List<Argument> prologue(CodeBuilder code) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            code.aload(ARGUMENTS).loadConstant(i).aaload();
            arguments.add(
                    switch (sources.get(i)) {
                        case INTS -> array(code, desc(IntVector.class), CD_int, TypeKind.INT);
                        case LONGS -> array(code, desc(LongVector.class), CD_long, TypeKind.LONG);
                        case DOUBLES -> array(code, desc(DoubleVector.class), CD_double, TypeKind.DOUBLE);
                        case TEXTS -> texts(code);
                        case CONSTANT -> constant(code, call.parameterType(i + 1));
                        case OBJECTS -> objects(code);
                    });
        }
        return arguments;
    }

    private static Argument array(CodeBuilder code, ClassDesc vector, ClassDesc element, TypeKind kind) {
        int values = code.allocateLocal(TypeKind.REFERENCE);
        code.checkcast(vector)
                .invokevirtual(vector, "values", MethodTypeDesc.of(element.arrayType()))
                .astore(values);
        return (loop, row) -> loop.aload(values).iload(row).arrayLoad(kind);
    }

    private static Argument texts(CodeBuilder code) {
        int bytes = code.allocateLocal(TypeKind.REFERENCE);
        int starts = code.allocateLocal(TypeKind.REFERENCE);
        code.checkcast(BYTES_VECTOR)
                .dup()
                .invokevirtual(BYTES_VECTOR, "bytes", MethodTypeDesc.of(BYTE_ARRAY))
                .astore(bytes)
                .invokevirtual(BYTES_VECTOR, "starts", MethodTypeDesc.of(INT_ARRAY))
                .astore(starts);
        return (loop, row) -> loop.new_(UTF8)
                .dup()
                .aload(bytes)
                .aload(starts)
                .iload(row)
                .iaload()
                .aload(starts)
                .iload(row)
                .iconst_1()
                .iadd()
                .iaload()
                .aload(starts)
                .iload(row)
                .iaload()
                .isub()
                .invokespecial(UTF8, "<init>", MethodTypeDesc.of(CD_void, BYTE_ARRAY, CD_int, CD_int));
    }

    private static Argument constant(CodeBuilder code, Class<?> type) {
        code.checkcast(CONSTANT).invokevirtual(CONSTANT, "value", MethodTypeDesc.of(CD_Object));
        if (type.isPrimitive()) {
            code.invokestatic(BASE, type.getName() + "Of", MethodTypeDesc.of(desc(type), CD_Object));
        }
        TypeKind kind = TypeKind.from(type);
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value);
        return (loop, row) -> loop.loadLocal(kind, value);
    }

    private static Argument objects(CodeBuilder code) {
        int vector = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(vector);
        return (loop, row) ->
                loop.aload(vector).iload(row).invokeinterface(VECTOR, "get", MethodTypeDesc.of(CD_Object, CD_int));
    }
}

package io.pglitedb.planner.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A record class of planner.query as [NodeTree] sees it: a name, components, a constructor. The classes that can
/// be reached from [Query] and [PartitionBound] make a closed world; no text names any other.
final class NodeShape {
    /// @param type declared type of the component
    record Component(String name, Type type, MethodHandle accessor) {}

    private static final Map<String, NodeShape> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, NodeShape> BY_CLASS = new HashMap<>();

    static {
        collect(Query.class);
        collect(PartitionBound.class);
    }

    private final Class<?> record;
    private final String name;
    private final List<Component> components = new ArrayList<>();
    private MethodHandle constructor;

    private NodeShape(Class<?> record) {
        this.record = record;
        String binary = record.getName();
        this.name = binary.substring(record.getPackageName().length() + 1).replace('$', '.');
    }

    private static void collect(Type type) {
        if (type instanceof ParameterizedType list) {
            Arrays.stream(list.getActualTypeArguments()).forEach(NodeShape::collect);
        } else if (type instanceof Class<?> found && found.isSealed()) {
            Arrays.stream(found.getPermittedSubclasses()).forEach(NodeShape::collect);
        } else if (type instanceof Class<?> found && found.isRecord() && found != Origin.class) {
            if (!BY_CLASS.containsKey(found)) {
                NodeShape shape = new NodeShape(found);
                BY_CLASS.put(found, shape);
                BY_NAME.put(shape.name, shape);
                shape.bind();
                shape.components.forEach(component -> collect(component.type()));
            }
        }
    }

    private void bind() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            List<Class<?>> types = new ArrayList<>();
            for (RecordComponent component : record.getRecordComponents()) {
                types.add(component.getType());
                MethodHandle accessor = lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                components.add(new Component(component.getName(), component.getGenericType(), accessor));
            }
            constructor = lookup.findConstructor(record, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.size())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot reach into " + name, e);
        }
    }

    /// Null when there is no such record.
    static NodeShape named(String name) {
        return BY_NAME.get(name);
    }

    static NodeShape of(Object node) {
        NodeShape shape = BY_CLASS.get(node.getClass());
        if (shape == null) {
            throw new IllegalArgumentException("no node of a query tree: " + node.getClass());
        }
        return shape;
    }

    static List<NodeShape> all() {
        return List.copyOf(BY_CLASS.values());
    }

    String name() {
        return name;
    }

    Class<?> record() {
        return record;
    }

    List<Component> components() {
        return components;
    }

    /// Index of a component, -1 when there is none.
    int indexOf(String component) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name().equals(component)) {
                return i;
            }
        }
        return -1;
    }

    Object get(Object node, Component component) {
        try {
            return (Object) component.accessor().invokeExact(node);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name + "." + component.name(), e);
        }
    }

    /// @param values one a component
    Object create(Object[] values) throws Throwable {
        return (Object) constructor.invokeExact(values);
    }
}

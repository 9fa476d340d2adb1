package io.pglitedb.planner.ast;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;

/// Walks raw trees whose nodes it does not know: every node is a record, its children are components and elements
/// of lists.
public final class AstChildren {
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private AstChildren() {}

    /// Gives the direct children of a node, which are nodes too, in the order of their components.
    public static void forEach(Record node, Consumer<Record> action) {
        try {
            for (RecordComponent component : COMPONENTS.get(node.getClass())) {
                give(component.getAccessor().invoke(node), action);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read a " + node.getClass(), e);
        }
    }

    private static void give(Object value, Consumer<Record> action) {
        if (value instanceof Record child) {
            action.accept(child);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> give(element, action));
        }
    }
}

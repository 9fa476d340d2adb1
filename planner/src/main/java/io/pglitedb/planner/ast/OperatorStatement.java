package io.pglitedb.planner.ast;

import java.util.List;

/// Statements that define operators, operator classes and operator families.
public sealed interface OperatorStatement extends Statement {
    record CreateOperator(List<String> name, List<DefElem> definition) implements OperatorStatement {}

    /// ALTER OPERATOR … SET (…); a value is null for NONE.
    record AlterOperator(OperatorSignature operator, List<DefElem> options) implements OperatorStatement {}

    /// `family` empty when absent.
    record CreateOperatorClass(
            List<String> name,
            boolean isDefault,
            TypeName type,
            String accessMethod,
            List<String> family,
            List<Item> items)
            implements OperatorStatement {}

    record CreateOperatorFamily(List<String> name, String accessMethod) implements OperatorStatement {}

    record AddToOperatorFamily(List<String> name, String accessMethod, List<Item> items) implements OperatorStatement {}

    record DropFromOperatorFamily(List<String> name, String accessMethod, List<DroppedItem> items)
            implements OperatorStatement {}

    sealed interface Item {}

    /// `orderFamily` of FOR ORDER BY, else empty.
    record OperatorItem(int number, OperatorSignature operator, List<String> orderFamily) implements Item {}

    /// `types` in front of the function, else empty.
    record FunctionItem(int number, List<TypeName> types, RoutineSignature function) implements Item {}

    record StorageItem(TypeName type) implements Item {}

    record DroppedItem(boolean function, int number, List<TypeName> types) {}
}

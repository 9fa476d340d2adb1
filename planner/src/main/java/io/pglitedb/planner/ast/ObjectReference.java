package io.pglitedb.planner.ast;

import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import java.util.List;

/// An object as a statement points at it: its kind and what tells it apart among its kind.
public sealed interface ObjectReference {
    ObjectKind kind();

    /// A name; of one part for kinds that stand in no schema. COLUMN: the relation's name and the column's.
    record Named(ObjectKind kind, List<String> name) implements ObjectReference {}

    /// A relation as ALTER names it, perhaps behind ONLY.
    record Relation(ObjectKind kind, RangeVar relation) implements ObjectReference {}

    /// A constraint, policy, rule or trigger: a name within a relation.
    record OnRelation(ObjectKind kind, String name, List<String> relation) implements ObjectReference {}

    record DomainConstraint(String name, List<String> domain) implements ObjectReference {
        @Override
        public ObjectKind kind() {
            return ObjectKind.CONSTRAINT;
        }
    }

    /// TYPE or DOMAIN
    record OfType(ObjectKind kind, TypeName type) implements ObjectReference {}

    /// FUNCTION, PROCEDURE, ROUTINE or AGGREGATE
    record Routine(ObjectKind kind, RoutineSignature signature) implements ObjectReference {}

    record Operator(OperatorSignature signature) implements ObjectReference {
        @Override
        public ObjectKind kind() {
            return ObjectKind.OPERATOR;
        }
    }

    /// An operator class or family.
    record OperatorGroup(ObjectKind kind, List<String> name, String accessMethod) implements ObjectReference {}

    record Cast(TypeName source, TypeName target) implements ObjectReference {
        @Override
        public ObjectKind kind() {
            return ObjectKind.CAST;
        }
    }

    record Transform(TypeName type, String language) implements ObjectReference {
        @Override
        public ObjectKind kind() {
            return ObjectKind.TRANSFORM;
        }
    }

    /// `number` as written; it is to be an oid.
    record LargeObject(String number) implements ObjectReference {
        @Override
        public ObjectKind kind() {
            return ObjectKind.LARGE_OBJECT;
        }
    }
}

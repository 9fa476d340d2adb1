package io.pglitedb.planner.ast;

import java.util.List;

/// A column or table constraint; `name` null when unnamed.
public sealed interface Constraint {
    String name();

    int location();

    record NotNull(String name, int location) implements Constraint {}

    record Null(String name, int location) implements Constraint {}

    record Default(String name, AstExpr expression, int location) implements Constraint {}

    record Identity(String name, boolean always, List<DefElem> options, int location) implements Constraint {}

    record Generated(String name, AstExpr expression, int location) implements Constraint {}

    record Check(String name, AstExpr expression, boolean noInherit, Attributes attributes, int location)
            implements Constraint {}

    /// PRIMARY KEY or UNIQUE; `columns` empty as a column constraint or with `usingIndex`.
    record Unique(
            String name,
            boolean primary,
            boolean nullsNotDistinct,
            List<String> columns,
            List<String> including,
            List<DefElem> options,
            String tablespace,
            String usingIndex,
            Attributes attributes,
            int location)
            implements Constraint {}

    record Exclusion(
            String name,
            String accessMethod,
            List<ExclusionElement> elements,
            List<String> including,
            List<DefElem> options,
            String tablespace,
            AstExpr where,
            Attributes attributes,
            int location)
            implements Constraint {}

    record ExclusionElement(IndexElement element, List<String> operator) {}

    enum Match {
        FULL,
        PARTIAL,
        SIMPLE
    }

    enum ActionKind {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    /// `columns` only for SET NULL/SET DEFAULT (…) on delete.
    record Action(ActionKind kind, List<String> columns) {}

    /// `columns` empty as a column constraint.
    record ForeignKey(
            String name,
            List<String> columns,
            RangeVar referenced,
            List<String> referencedColumns,
            Match match,
            Action onUpdate,
            Action onDelete,
            Attributes attributes,
            int location)
            implements Constraint {}

    /// DEFERRABLE and INITIALLY written among column constraints as their own elements; they apply to the constraint
    /// before.
    record Attribute(AttributeKind kind, int location) implements Constraint {
        @Override
        public String name() {
            return null;
        }
    }

    enum AttributeKind {
        DEFERRABLE,
        NOT_DEFERRABLE,
        INITIALLY_DEFERRED,
        INITIALLY_IMMEDIATE
    }

    /// Attributes of a table constraint.
    record Attributes(boolean deferrable, boolean initiallyDeferred, boolean notValid, boolean noInherit) {
        public static final Attributes NONE = new Attributes(false, false, false, false);
    }
}

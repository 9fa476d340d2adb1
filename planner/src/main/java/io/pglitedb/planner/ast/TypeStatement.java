package io.pglitedb.planner.ast;

import java.util.List;

/// Statements that define and change types and domains.
public sealed interface TypeStatement extends Statement {
    /// CREATE TYPE … AS (…)
    record CreateCompositeType(List<String> name, List<ColumnDef> attributes) implements TypeStatement {}

    record CreateEnum(List<String> name, List<String> labels) implements TypeStatement {}

    record CreateRange(List<String> name, List<DefElem> definition) implements TypeStatement {}

    record CreateBaseType(List<String> name, List<DefElem> definition) implements TypeStatement {}

    /// CREATE TYPE name: a place for a base type to come.
    record CreateShellType(List<String> name) implements TypeStatement {}

    sealed interface AttributeCommand {}

    record AddAttribute(ColumnDef attribute, boolean cascade) implements AttributeCommand {}

    record DropAttribute(String attribute, boolean ifExists, boolean cascade) implements AttributeCommand {}

    record SetAttributeType(String attribute, TypeName type, List<String> collation, boolean cascade, int location)
            implements AttributeCommand {}

    record AlterCompositeType(List<String> name, List<AttributeCommand> commands) implements TypeStatement {}

    enum LabelPlace {
        LAST,
        BEFORE,
        AFTER
    }

    /// ALTER TYPE … ADD VALUE; `neighbor` null for LAST.
    record AddEnumLabel(List<String> type, String label, boolean ifNotExists, LabelPlace place, String neighbor)
            implements TypeStatement {}

    record RenameEnumLabel(List<String> type, String label, String newLabel) implements TypeStatement {}

    /// ALTER TYPE … SET (…); a value is null for NONE.
    record AlterBaseType(List<String> name, List<DefElem> options) implements TypeStatement {}

    /// `collation` empty when absent.
    record CreateDomain(List<String> name, TypeName type, List<String> collation, List<Constraint> constraints)
            implements TypeStatement {}

    record AlterDomain(List<String> name, DomainCommand command) implements TypeStatement {}

    sealed interface DomainCommand {}

    record SetDomainDefault(AstExpr expression) implements DomainCommand {}

    record DropDomainDefault() implements DomainCommand {}

    record SetDomainNotNull() implements DomainCommand {}

    record DropDomainNotNull() implements DomainCommand {}

    record AddDomainConstraint(Constraint constraint) implements DomainCommand {}

    record DropDomainConstraint(String name, boolean ifExists, boolean cascade) implements DomainCommand {}

    record ValidateDomainConstraint(String name) implements DomainCommand {}
}

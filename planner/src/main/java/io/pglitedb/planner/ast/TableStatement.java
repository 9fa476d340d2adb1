package io.pglitedb.planner.ast;

import java.util.List;

/// Statements that define relations.
public sealed interface TableStatement extends Statement {
    /// An element between the brackets of CREATE TABLE.
    sealed interface TableElement {}

    record Column(ColumnDef definition) implements TableElement {}

    record TableConstraint(Constraint constraint) implements TableElement {}

    /// LIKE source, with its INCLUDING and EXCLUDING in written order.
    record Like(RangeVar source, List<LikeOption> options) implements TableElement {}

    record LikeOption(boolean including, LikeKind kind) {}

    enum LikeKind {
        ALL,
        COMMENTS,
        COMPRESSION,
        CONSTRAINTS,
        DEFAULTS,
        GENERATED,
        IDENTITY,
        INDEXES,
        STATISTICS,
        STORAGE
    }

    /// PARTITION BY; `strategy` is the word as written, which the analysis checks.
    record PartitionSpec(String strategy, List<PartitionElement> elements, int location) {}

    /// `column` or `expression`.
    record PartitionElement(
            String column, AstExpr expression, List<String> collation, List<String> operatorClass, int location) {}

    /// The part of a partitioned table's rows that a partition holds.
    sealed interface PartitionBound {}

    record DefaultBound(int location) implements PartitionBound {}

    record HashBound(int modulus, int remainder, int location) implements PartitionBound {}

    record ListBound(List<AstExpr> values, int location) implements PartitionBound {}

    /// MINVALUE and MAXVALUE arrive as column references of these names.
    record RangeBound(List<AstExpr> from, List<AstExpr> to, int location) implements PartitionBound {}

    /// What a table is made after: nothing, OF a type, or PARTITION OF a table.
    sealed interface TableOrigin {}

    record Free() implements TableOrigin {}

    record OfType(TypeName type) implements TableOrigin {}

    record PartitionOf(RangeVar parent, PartitionBound bound) implements TableOrigin {}

    /// CREATE TABLE; `partitioning`, `accessMethod` and `tablespace` null when absent.
    record CreateTable(
            RangeVar relation,
            boolean ifNotExists,
            TableOrigin origin,
            List<TableElement> elements,
            List<RangeVar> inherits,
            PartitionSpec partitioning,
            String accessMethod,
            List<DefElem> options,
            IntoClause.OnCommit onCommit,
            String tablespace)
            implements TableStatement {}

    /// CREATE TABLE AS; `query` is a SELECT or an EXECUTE.
    record CreateTableAs(IntoClause into, boolean ifNotExists, boolean materializedView, Statement query)
            implements TableStatement {}

    /// `name` null when the system chooses one.
    record CreateIndex(
            String name,
            RangeVar relation,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            String accessMethod,
            List<IndexElement> elements,
            List<IndexElement> including,
            boolean nullsNotDistinct,
            List<DefElem> options,
            String tablespace,
            AstExpr where)
            implements TableStatement {}

    record CreateSequence(RangeVar sequence, boolean ifNotExists, List<DefElem> options) implements TableStatement {}

    enum ViewCheck {
        NONE,
        LOCAL,
        CASCADED
    }

    record CreateView(
            RangeVar view,
            boolean replace,
            List<String> columns,
            List<DefElem> options,
            SelectStmt query,
            ViewCheck check)
            implements TableStatement {}

    record RefreshMaterializedView(RangeVar view, boolean concurrently, boolean withData) implements TableStatement {}
}

package io.pglitedb.planner.query;

import java.util.List;

/// A source of rows. `name` is the alias or the object's name; `aliasWritten` tells whether the text gave one.
public sealed interface RangeTableEntry {
    String name();

    boolean aliasWritten();

    /// Attribute n is element n - 1; dropped columns of tables keep their places.
    List<ColumnInfo> columns();

    /// Whether it may refer to its siblings to the left.
    default boolean lateral() {
        return false;
    }

    /// @param table OID
    /// @param inherit false after ONLY
    /// @param sample TABLESAMPLE, or null
    /// @param security what rows have to satisfy before conditions of the query may look at them, in this order;
    ///     the rewriter's
    /// @param role whose rights on it count, 0 for the role of the query; the rewriter's
    /// @param asked whether the rights on it were asked for elsewhere; the rewriter's
    record Relation(
            String name,
            boolean aliasWritten,
            List<ColumnInfo> columns,
            int table,
            boolean inherit,
            TableSample sample,
            List<Expr> security,
            int role,
            boolean asked)
            implements RangeTableEntry {
        public Relation {
            columns = List.copyOf(columns);
            security = List.copyOf(security);
        }

        public Relation(
                String name,
                boolean aliasWritten,
                List<ColumnInfo> columns,
                int table,
                boolean inherit,
                TableSample sample) {
            this(name, aliasWritten, columns, table, inherit, sample, List.of(), 0, false);
        }

        public Relation withSecurity(List<Expr> conditions) {
            return new Relation(name, aliasWritten, columns, table, inherit, sample, conditions, role, asked);
        }

        public Relation withRole(int newRole) {
            return new Relation(name, aliasWritten, columns, table, inherit, sample, security, newRole, asked);
        }

        public Relation asAsked() {
            return new Relation(name, aliasWritten, columns, table, inherit, sample, security, role, true);
        }
    }

    /// @param method OID of the handler function
    /// @param repeatable the seed, or null
    record TableSample(int method, List<Expr> arguments, Expr repeatable) {}

    /// @param barrier whether conditions of the query around it must not see the rows that it leaves out
    record Subquery(
            String name, boolean aliasWritten, List<ColumnInfo> columns, Query query, boolean lateral, boolean barrier)
            implements RangeTableEntry {
        public Subquery {
            columns = List.copyOf(columns);
        }

        public Subquery(String name, boolean aliasWritten, List<ColumnInfo> columns, Query query, boolean lateral) {
            this(name, aliasWritten, columns, query, lateral, false);
        }
    }

    /// A join's output: the merged columns of USING first, then those of the left side, then those of the right
    /// side.
    ///
    /// @param mergedCount number of USING columns
    /// @param aliasVariables what each column stands for: a Var of one side, or COALESCE of both (full join)
    /// @param usingAlias name of `USING (…) AS name`, or null
    record Join(
            String name,
            boolean aliasWritten,
            List<ColumnInfo> columns,
            JoinKind kind,
            int mergedCount,
            List<Expr> aliasVariables,
            String usingAlias)
            implements RangeTableEntry {
        public Join {
            columns = List.copyOf(columns);
            aliasVariables = List.copyOf(aliasVariables);
        }
    }

    /// Functions run side by side; their columns follow one another, then the ordinality column.
    record Functions(
            String name,
            boolean aliasWritten,
            List<ColumnInfo> columns,
            List<RangeFunction> functions,
            boolean ordinality,
            boolean lateral)
            implements RangeTableEntry {
        public Functions {
            columns = List.copyOf(columns);
            functions = List.copyOf(functions);
        }
    }

    /// @param columnCount number of the entry's columns that this function gives
    /// @param columns what a column definition list said, else empty
    record RangeFunction(Expr call, int columnCount, List<ColumnInfo> columns) {}

    record Values(String name, boolean aliasWritten, List<ColumnInfo> columns, List<List<Expr>> rows, boolean lateral)
            implements RangeTableEntry {
        public Values {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// A reference to a WITH query.
    ///
    /// @param cteName its name in the CTE list of the query `levelsUp` levels out
    /// @param selfReference the recursive reference inside the WITH query itself
    record CteReference(
            String name,
            boolean aliasWritten,
            List<ColumnInfo> columns,
            String cteName,
            int levelsUp,
            boolean selfReference)
            implements RangeTableEntry {
        public CteReference {
            columns = List.copyOf(columns);
        }
    }

    /// One row without columns: the planner's FROM for a query that has none.
    record Result(String name) implements RangeTableEntry {
        @Override
        public boolean aliasWritten() {
            return false;
        }

        @Override
        public List<ColumnInfo> columns() {
            return List.of();
        }
    }
}

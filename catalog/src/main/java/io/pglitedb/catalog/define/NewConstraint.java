package io.pglitedb.catalog.define;

import java.util.List;
import java.util.Optional;

/// A constraint of a table or a domain to be made; an OID of 0 means none. Made by the factories.
///
/// @param kind c check, f foreign key, p primary key, u unique, t constraint trigger, x exclusion
/// @param columns numbers of its key columns
/// @param included numbers of the columns that its index only carries along
/// @param index that enforces it; of the referenced table for a foreign key
/// @param reference null unless it is a foreign key
public record NewConstraint(
        String name,
        int namespace,
        char kind,
        boolean deferrable,
        boolean initiallyDeferred,
        boolean validated,
        int table,
        int domain,
        int index,
        int parent,
        boolean local,
        int parentCount,
        boolean noInherit,
        List<Integer> columns,
        List<Integer> included,
        Reference reference,
        List<Integer> exclusionOperators,
        Optional<Expression> expression) {
    /// What a foreign key refers to and how.
    ///
    /// @param onUpdate a no action, r restrict, c cascade, n set null, d set default
    /// @param match f full, s simple
    /// @param primaryForeign operators primary key = foreign key, one per column
    /// @param deleteSetColumns of ON DELETE SET … (columns); empty for all
    public record Reference(
            int table,
            List<Integer> columns,
            List<Integer> primaryForeign,
            List<Integer> primaryPrimary,
            List<Integer> foreignForeign,
            char onUpdate,
            char onDelete,
            char match,
            List<Integer> deleteSetColumns) {
        public Reference {
            columns = List.copyOf(columns);
            primaryForeign = List.copyOf(primaryForeign);
            primaryPrimary = List.copyOf(primaryPrimary);
            foreignForeign = List.copyOf(foreignForeign);
            deleteSetColumns = List.copyOf(deleteSetColumns);
        }
    }

    public NewConstraint {
        columns = List.copyOf(columns);
        included = List.copyOf(included);
        exclusionOperators = List.copyOf(exclusionOperators);
    }

    /// CHECK of a table.
    ///
    /// @param columns numbers of the columns it mentions
    public static NewConstraint check(
            String name,
            int namespace,
            int table,
            List<Integer> columns,
            Expression expression,
            boolean validated,
            boolean noInherit,
            boolean local,
            int parentCount) {
        return new NewConstraint(
                name,
                namespace,
                'c',
                false,
                false,
                validated,
                table,
                0,
                0,
                0,
                local,
                parentCount,
                noInherit,
                columns,
                List.of(),
                null,
                List.of(),
                Optional.of(expression));
    }

    /// CHECK of a domain.
    public static NewConstraint domainCheck(
            String name, int namespace, int domain, Expression expression, boolean validated) {
        return new NewConstraint(
                name,
                namespace,
                'c',
                false,
                false,
                validated,
                0,
                domain,
                0,
                0,
                true,
                0,
                false,
                List.of(),
                List.of(),
                null,
                List.of(),
                Optional.of(expression));
    }

    /// PRIMARY KEY (p), UNIQUE (u) or EXCLUDE (x) with its index.
    public static NewConstraint key(
            char kind,
            String name,
            int namespace,
            int table,
            int index,
            List<Integer> columns,
            List<Integer> included,
            boolean deferrable,
            boolean initiallyDeferred,
            List<Integer> exclusionOperators) {
        return new NewConstraint(
                name,
                namespace,
                kind,
                deferrable,
                initiallyDeferred,
                true,
                table,
                0,
                index,
                0,
                true,
                0,
                true,
                columns,
                included,
                null,
                exclusionOperators,
                Optional.empty());
    }

    /// FOREIGN KEY.
    public static NewConstraint foreignKey(
            String name,
            int namespace,
            int table,
            List<Integer> columns,
            int referencedIndex,
            Reference reference,
            boolean deferrable,
            boolean initiallyDeferred,
            boolean validated) {
        return new NewConstraint(
                name,
                namespace,
                'f',
                deferrable,
                initiallyDeferred,
                validated,
                table,
                0,
                referencedIndex,
                0,
                true,
                0,
                true,
                columns,
                List.of(),
                reference,
                List.of(),
                Optional.empty());
    }

    /// The same as part of a partitioned table's constraint.
    public NewConstraint under(int parentConstraint) {
        return new NewConstraint(
                name,
                namespace,
                kind,
                deferrable,
                initiallyDeferred,
                validated,
                table,
                domain,
                index,
                parentConstraint,
                false,
                1,
                noInherit,
                columns,
                included,
                reference,
                exclusionOperators,
                expression);
    }
}

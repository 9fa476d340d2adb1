package io.pglitedb.planner.analyzer;

/// The place an expression stands in. `label` names the construct in errors ("argument of WHERE must be type
/// boolean"); `place` ends sentences as in "aggregate functions are not allowed in index expressions".
enum ExprKind {
    OTHER("expression"),
    JOIN_ON("JOIN/ON", "JOIN conditions"),
    JOIN_USING("JOIN/USING", "JOIN conditions"),
    FROM_SUBSELECT("sub-SELECT in FROM", "FROM clause of their own query level"),
    FROM_FUNCTION("function in FROM", "functions in FROM"),
    WHERE("WHERE"),
    POLICY("POLICY", "policy expressions"),
    HAVING("HAVING"),
    FILTER("FILTER"),
    WINDOW_PARTITION("window PARTITION BY"),
    WINDOW_ORDER("window ORDER BY"),
    WINDOW_RANGE("window RANGE"),
    WINDOW_ROWS("window ROWS"),
    WINDOW_GROUPS("window GROUPS"),
    SELECT_TARGET("SELECT"),
    INSERT_TARGET("INSERT"),
    UPDATE_SOURCE("UPDATE"),
    UPDATE_TARGET("UPDATE"),
    MERGE_WHEN("MERGE WHEN", "MERGE WHEN conditions"),
    GROUP_BY("GROUP BY"),
    ORDER_BY("ORDER BY"),
    DISTINCT_ON("DISTINCT ON"),
    LIMIT("LIMIT"),
    OFFSET("OFFSET"),
    RETURNING("RETURNING"),
    VALUES("VALUES"),
    VALUES_SINGLE("VALUES"),
    CHECK_CONSTRAINT("CHECK", "check constraints"),
    COLUMN_DEFAULT("DEFAULT", "DEFAULT expressions"),
    FUNCTION_DEFAULT("DEFAULT", "DEFAULT expressions"),
    INDEX_EXPRESSION("index expression", "index expressions"),
    INDEX_PREDICATE("index predicate", "index predicates"),
    ALTER_COLUMN_TRANSFORM("USING", "transform expressions"),
    EXECUTE_PARAMETER("EXECUTE", "EXECUTE parameters"),
    TRIGGER_WHEN("WHEN", "trigger WHEN conditions"),
    PARTITION_BOUND("partition bound"),
    PARTITION_EXPRESSION("PARTITION BY", "partition key expressions"),
    CALL_ARGUMENT("CALL", "CALL arguments"),
    COPY_WHERE("WHERE", "COPY FROM WHERE conditions"),
    GENERATED_COLUMN("GENERATED AS", "column generation expressions"),
    CYCLE_MARK("CYCLE");

    private final String label;
    private final String place;

    ExprKind(String label) {
        this(label, label);
    }

    ExprKind(String label, String place) {
        this.label = label;
        this.place = place;
    }

    String label() {
        return label;
    }

    String place() {
        return place;
    }

    boolean isWindowDefinition() {
        return switch (this) {
            case WINDOW_PARTITION, WINDOW_ORDER, WINDOW_RANGE, WINDOW_ROWS, WINDOW_GROUPS -> true;
            default -> false;
        };
    }
}

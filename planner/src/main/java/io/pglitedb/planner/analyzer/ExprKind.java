package io.pglitedb.planner.analyzer;

/// The place an expression stands in. `label` names it in errors: "aggregate functions are not allowed in WHERE".
enum ExprKind {
    OTHER("expression"),
    JOIN_ON("JOIN/ON"),
    JOIN_USING("JOIN/USING"),
    FROM_SUBSELECT("sub-SELECT in FROM"),
    FROM_FUNCTION("function in FROM"),
    WHERE("WHERE"),
    POLICY("POLICY"),
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
    MERGE_WHEN("MERGE WHEN"),
    GROUP_BY("GROUP BY"),
    ORDER_BY("ORDER BY"),
    DISTINCT_ON("DISTINCT ON"),
    LIMIT("LIMIT"),
    OFFSET("OFFSET"),
    RETURNING("RETURNING"),
    VALUES("VALUES"),
    VALUES_SINGLE("VALUES"),
    CHECK_CONSTRAINT("CHECK"),
    COLUMN_DEFAULT("DEFAULT"),
    FUNCTION_DEFAULT("DEFAULT"),
    INDEX_EXPRESSION("index expression"),
    INDEX_PREDICATE("index predicate"),
    ALTER_COLUMN_TRANSFORM("USING"),
    EXECUTE_PARAMETER("EXECUTE"),
    TRIGGER_WHEN("WHEN"),
    PARTITION_BOUND("partition bound"),
    PARTITION_EXPRESSION("PARTITION BY"),
    CALL_ARGUMENT("CALL"),
    COPY_WHERE("WHERE"),
    GENERATED_COLUMN("GENERATED AS"),
    CYCLE_MARK("CYCLE");

    private final String label;

    ExprKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

package io.pglitedb.planner.ast;

import java.util.List;

public record Alias(String name, List<String> columns) {}

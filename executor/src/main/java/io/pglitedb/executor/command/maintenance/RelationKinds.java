package io.pglitedb.executor.command.maintenance;

/// Kinds of relations in words.
final class RelationKinds {
    private RelationKinds() {}

    /// @param kind `relkind`
    static String notSupported(char kind) {
        String plural = switch (kind) {
            case 'r' -> "tables";
            case 'i' -> "indexes";
            case 'S' -> "sequences";
            case 't' -> "TOAST tables";
            case 'v' -> "views";
            case 'm' -> "materialized views";
            case 'c' -> "composite types";
            case 'f' -> "foreign tables";
            case 'p' -> "partitioned tables";
            case 'I' -> "partitioned indexes";
            default -> throw new IllegalArgumentException("relkind " + kind);
        };
        return "This operation is not supported for " + plural + ".";
    }
}

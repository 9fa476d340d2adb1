package io.pglitedb.executor.definition;

/// Kinds of relations in words.
public final class RelationKinds {
    private RelationKinds() {}

    /// The DETAIL of a command that does not take relations of a kind.
    ///
    /// @param kind `relkind`
    public static String notSupported(char kind) {
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

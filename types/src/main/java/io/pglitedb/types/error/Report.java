package io.pglitedb.types.error;

/// What a client is told in an ErrorResponse or NoticeResponse. A field that does not apply is null; a position of 0
/// means none, others count characters of the statement from 1.
public record Report(
        Severity severity,
        SqlState state,
        String message,
        String detail,
        String hint,
        int position,
        int internalPosition,
        String internalQuery,
        String where,
        String schema,
        String table,
        String column,
        String dataType,
        String constraint) {

    public static Report of(Severity severity, SqlState state, String message) {
        return new Report(severity, state, message, null, null, 0, 0, null, null, null, null, null, null, null);
    }

    public static Report notice(String message) {
        return of(Severity.NOTICE, SqlState.SUCCESSFUL_COMPLETION, message);
    }

    public static Report warning(SqlState state, String message) {
        return of(Severity.WARNING, state, message);
    }

    public Report withDetail(String text) {
        return new Report(
                severity,
                state,
                message,
                text,
                hint,
                position,
                internalPosition,
                internalQuery,
                where,
                schema,
                table,
                column,
                dataType,
                constraint);
    }

    public Report withHint(String text) {
        return new Report(
                severity,
                state,
                message,
                detail,
                text,
                position,
                internalPosition,
                internalQuery,
                where,
                schema,
                table,
                column,
                dataType,
                constraint);
    }

    public Report at(int characterPosition) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                characterPosition,
                internalPosition,
                internalQuery,
                where,
                schema,
                table,
                column,
                dataType,
                constraint);
    }

    public Report withInternalQuery(String query, int characterPosition) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                position,
                characterPosition,
                query,
                where,
                schema,
                table,
                column,
                dataType,
                constraint);
    }

    public Report withWhere(String context) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                position,
                internalPosition,
                internalQuery,
                context,
                schema,
                table,
                column,
                dataType,
                constraint);
    }

    public Report withTable(String schemaName, String tableName) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                position,
                internalPosition,
                internalQuery,
                where,
                schemaName,
                tableName,
                column,
                dataType,
                constraint);
    }

    public Report withColumn(String columnName) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                position,
                internalPosition,
                internalQuery,
                where,
                schema,
                table,
                columnName,
                dataType,
                constraint);
    }

    public Report withDataType(String schemaName, String typeName) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                position,
                internalPosition,
                internalQuery,
                where,
                schemaName,
                table,
                column,
                typeName,
                constraint);
    }

    public Report withConstraint(String constraintName) {
        return new Report(
                severity,
                state,
                message,
                detail,
                hint,
                position,
                internalPosition,
                internalQuery,
                where,
                schema,
                table,
                column,
                dataType,
                constraintName);
    }

    public Report withSeverity(Severity other) {
        return new Report(
                other,
                state,
                message,
                detail,
                hint,
                position,
                internalPosition,
                internalQuery,
                where,
                schema,
                table,
                column,
                dataType,
                constraint);
    }
}

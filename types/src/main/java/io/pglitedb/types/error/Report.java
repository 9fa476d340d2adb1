package io.pglitedb.types.error;

/// What a client is told in an ErrorResponse or NoticeResponse. A field that does not apply is null; a position
/// of 0 means none, others count characters of the statement from 1.
///
/// @param ownCode five characters that take the place of the state's code: a user's own; null for none
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
        String constraint,
        String ownCode) {

    public static Report of(Severity severity, SqlState state, String message) {
        return new Report(severity, state, message, null, null, 0, 0, null, null, null, null, null, null, null, null);
    }

    public static Report notice(String message) {
        return of(Severity.NOTICE, SqlState.SUCCESSFUL_COMPLETION, message);
    }

    public static Report warning(SqlState state, String message) {
        return of(Severity.WARNING, state, message);
    }

    /// The SQLSTATE that is sent.
    public String code() {
        return ownCode != null ? ownCode : state.code();
    }

    /// With a code of five characters, which may be one that is not PostgreSQL's.
    public Report withCode(String code) {
        return new Report(
                severity,
                SqlState.ofCode(code, state),
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
                constraint,
                code);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraint,
                ownCode);
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
                constraintName,
                ownCode);
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
                constraint,
                ownCode);
    }
}

package io.pglitedb.types.error;

/// An error that a client may see, in PostgreSQL's words: the statement fails with this report and the session goes on
/// (unless the severity is FATAL). Thrown where the fault is known, encoded by `wire` only. The fluent methods complete
/// the report of an exception that is about to be thrown, or of one that passes by: `throw new PgException(…).at(7)`.
public final class PgException extends RuntimeException {
    private transient Report report;

    public PgException(SqlState state, String message) {
        this(Report.of(Severity.ERROR, state, message));
    }

    public PgException(SqlState state, String message, Throwable cause) {
        super(message, cause);
        this.report = Report.of(Severity.ERROR, state, message);
    }

    public PgException(Report report) {
        super(report.message());
        this.report = report;
    }

    /// 0A000: what is asked for is PostgreSQL's, but not here yet. `what` starts the sentence: "CREATE STATISTICS".
    public static PgException notSupported(String what) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, what + " is not supported yet");
    }

    public static PgException fatal(SqlState state, String message) {
        return new PgException(Report.of(Severity.FATAL, state, message));
    }

    public Report report() {
        return report;
    }

    public SqlState state() {
        return report.state();
    }

    public PgException detail(String text) {
        report = report.withDetail(text);
        return this;
    }

    public PgException hint(String text) {
        report = report.withHint(text);
        return this;
    }

    /// Position in characters from 1; 0 or less leaves the report as it is, and so does a position set earlier.
    public PgException at(int characterPosition) {
        if (characterPosition > 0 && report.position() == 0) {
            report = report.at(characterPosition);
        }
        return this;
    }

    public PgException where(String context) {
        report = report.withWhere(report.where() == null ? context : report.where() + "\n" + context);
        return this;
    }

    public PgException table(String schema, String table) {
        report = report.withTable(schema, table);
        return this;
    }

    public PgException column(String column) {
        report = report.withColumn(column);
        return this;
    }

    public PgException dataType(String schema, String type) {
        report = report.withDataType(schema, type);
        return this;
    }

    public PgException constraint(String constraint) {
        report = report.withConstraint(constraint);
        return this;
    }
}

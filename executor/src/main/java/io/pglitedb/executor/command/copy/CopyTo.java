package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.SessionStatement.Copy;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// COPY … TO.
final class CopyTo {
    private final Copy copy;
    private final CopyOptions options;
    private final CommandCall call;
    private final Backend session;

    CopyTo(Copy copy, CopyOptions options, CommandCall call) {
        this.copy = copy;
        this.options = options;
        this.call = call;
        this.session = call.session();
    }

    /// The number of rows written.
    long run() {
        TableDef table = copy.relation() == null ? null : table();
        Statement query = table == null ? query() : CopyStatements.select(copy.relation(), names(table));
        StatementSource source = StatementSource.of(call.text(), query, List.of());
        ResultShape shape = source.analysis(session).shape();
        if (!shape.returnsRows()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "COPY query must have a RETURNING clause");
        }
        List<String> names =
                shape.columns().stream().map(ResultShape.Column::name).toList();
        RowFormatter formatter = formatter(table, shape, names);
        try (QueryRun run = QueryRun.open(source, new Object[0], session);
                CopyTarget target = target(names.size())) {
            return write(run, formatter, names, target);
        }
    }

    private long write(QueryRun run, RowFormatter formatter, List<String> names, CopyTarget target) {
        ByteWriter out = new ByteWriter(256);
        formatter.begin(names, out);
        send(out, target);
        long rows = 0;
        for (Object[] row = run.next(); row != null; row = run.next()) {
            session.interrupts().check();
            formatter.row(row, out);
            send(out, target);
            rows++;
        }
        formatter.end(out);
        send(out, target);
        target.finish();
        return rows;
    }

    private static void send(ByteWriter out, CopyTarget target) {
        if (out.size() > 0) {
            target.row(out);
            out.clear();
        }
    }

    private CopyTarget target(int columnCount) {
        ColumnFormat format = options.format().binary() ? ColumnFormat.BINARY : ColumnFormat.TEXT;
        CopyTarget target = copy.file() == null
                ? CopyTarget.Client.open(call.sink(), format, columnCount)
                : new CopyTarget.File(CopyFiles.create(copy.file()), copy.file());
        boolean plain = format == ColumnFormat.BINARY || options.encoding().equals(StandardCharsets.UTF_8);
        return plain ? target : new CopyTarget.Encoded(target, options.encoding());
    }

    private RowFormatter formatter(TableDef table, ResultShape shape, List<String> names) {
        ValueType[] types = shape.columns().stream()
                .map(column -> session.context().type(column.type()))
                .toArray(ValueType[]::new);
        return switch (options.format()) {
            case TEXT -> new TextFormatter(options, types, session.context());
            case BINARY -> new BinaryFormatter(types, session.context());
            case PARQUET -> new ParquetFormatter(shape.columns(), types, session.context());
            case CSV -> {
                List<String> forced = options.forceQuote() == null
                        ? List.of()
                        : options.forceQuote().isEmpty() ? names : options.forceQuote();
                boolean[] quoted = CopyColumns.marked(names, forced, table, "FORCE_QUOTE");
                yield new CsvFormatter(options, types, quoted, session.context());
            }
        };
    }

    private List<String> names(TableDef table) {
        return CopyColumns.of(table, copy.columns()).stream()
                .map(ColumnDef::name)
                .toList();
    }

    private TableDef table() {
        TableDef table = new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none())
                .relation(copy.relation());
        String kind = switch (table.kind()) {
            case 'v' -> "view";
            case 'm' -> "materialized view";
            case 'f' -> "foreign table";
            case 'p' -> "partitioned table";
            case 'S' -> "sequence";
            case 'r', 't' -> null;
            default -> "non-table relation";
        };
        if (kind == null) {
            return table;
        }
        PgException refused =
                new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot copy from %s \"%s\"".formatted(kind, table.name()));
        throw "vmfp".indexOf(table.kind()) >= 0 ? refused.hint("Try the COPY (SELECT ...) TO variant.") : refused;
    }

    private Statement query() {
        Statement query = copy.query();
        if (StatementSource.isSelectInto(query)) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "COPY (SELECT INTO) is not supported");
        }
        return query;
    }
}

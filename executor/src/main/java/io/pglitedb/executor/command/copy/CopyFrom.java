package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.access.RowSecurity;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.columnstore.foreign.ForeignFile;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.RepeatedRun;
import io.pglitedb.executor.backend.StatementSource;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.SessionStatement.Copy;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// COPY … FROM: every row goes through the plan of an INSERT, which knows defaults, constraints and indexes.
final class CopyFrom {
    private final Copy copy;
    private final CopyOptions options;
    private final CommandCall call;
    private final Backend session;

    CopyFrom(Copy copy, CopyOptions options, CommandCall call) {
        this.copy = copy;
        this.options = options;
        this.call = call;
        this.session = call.session();
    }

    /// The number of rows that were put into the table.
    long run() {
        TableDef table = table();
        List<ColumnDef> columns = CopyColumns.of(table, copy.columns());
        List<String> names = columns.stream().map(ColumnDef::name).toList();
        boolean[] forceNotNull = CopyColumns.marked(names, options.forceNotNull(), table, "FORCE_NOT_NULL");
        boolean[] forceNull = CopyColumns.marked(names, options.forceNull(), table, "FORCE_NULL");
        StatementSource insert = StatementSource.of(
                        call.text(),
                        CopyStatements.insert(copy.relation(), names, copy.where()),
                        columns.stream().map(ColumnDef::type).toList())
                .ignoringRules();
        boolean binary = options.format().binary();
        CopyPosition position = new CopyPosition(table.name(), binary);
        if (options.format() == CopyOptions.Format.PARQUET) {
            return runParquet(insert, table, columns, position);
        }
        try (RepeatedRun run = open(insert, table);
                CopySource.Chunks source = source(columns.size())) {
            if (binary) {
                RecordReader reader =
                        new BinaryRecordReader(CopySource.of(source), columns, session.context(), position);
                return insert(reader, run, position);
            }
            CopyPosition read = new CopyPosition(table.name(), false);
            if (!readsApart(columns)) {
                return insert(text(columns, forceNotNull, forceNull, position, CopySource.of(source)), run, position);
            }
            try (ParsedAhead reader = new ParsedAhead(
                    source,
                    position,
                    read,
                    session.interrupts(),
                    chunks -> text(columns, forceNotNull, forceNull, read, chunks))) {
                return insert(reader, run, position);
            }
        }
    }

    /// Whether values can be made of text beside the session: without looking into the catalog, or running
    /// anything.
    private boolean readsApart(List<ColumnDef> columns) {
        return columns.stream().allMatch(column -> {
            String type = session.catalog().type(column.type()).name();
            return BuiltinTypes.find(column.type()) != null && !type.contains("reg") && !type.contains("acl");
        });
    }

    private RepeatedRun open(StatementSource insert, TableDef table) {
        RepeatedRun run = RepeatedRun.open(insert, session);
        if (RowSecurity.isActive(
                session.catalog(), session.identity().currentUser().oid(), table)) {
            run.close();
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "COPY FROM not supported with row-level security")
                    .hint("Use INSERT statements instead.");
        }
        return run;
    }

    /// The file's directory stands at its end, so what a client sends is put into a file first.
    private long runParquet(StatementSource insert, TableDef table, List<ColumnDef> columns, CopyPosition position) {
        try (RepeatedRun run = open(insert, table)) {
            if (copy.file() != null) {
                try (ForeignFile file = CopyFiles.openParquet(copy.file())) {
                    return insertParquet(file, columns, run, position);
                }
            }
            try (SpooledInput input = SpooledInput.of(
                            call.sink().copyIn(ColumnFormat.BINARY, columns.size()),
                            session.instance().spillDirectory());
                    ForeignFile file = ForeignFile.open(input.file())) {
                return insertParquet(file, columns, run, position);
            }
        }
    }

    private long insertParquet(ForeignFile file, List<ColumnDef> columns, RepeatedRun run, CopyPosition position) {
        return insert(new ParquetRecordReader(file, columns, session.context(), position), run, position);
    }

    private TextRecordReader text(
            List<ColumnDef> columns,
            boolean[] forceNotNull,
            boolean[] forceNull,
            CopyPosition position,
            CopySource source) {
        LineReader lines = options.format() == CopyOptions.Format.CSV
                ? new CsvLineReader(source, options, position)
                : new TextLineReader(source, options);
        return new TextRecordReader(options, columns, forceNotNull, forceNull, session.context(), position, lines);
    }

    private long insert(RecordReader reader, RepeatedRun run, CopyPosition position) {
        long rows;
        try {
            reader.begin();
            rows = run.run(reader::next);
        } catch (PgException error) {
            throw position.explain(error);
        }
        run.statementEnded();
        return rows;
    }

    private CopySource.Chunks source(int columnCount) {
        if (copy.file() != null) {
            return CopySource.file(CopyFiles.open(copy.file()), copy.file(), options.encoding());
        }
        ColumnFormat format = options.format() == CopyOptions.Format.BINARY ? ColumnFormat.BINARY : ColumnFormat.TEXT;
        return CopySource.client(call.sink().copyIn(format, columnCount), options.encoding());
    }

    private TableDef table() {
        TableDef table = new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none())
                .relation(copy.relation());
        String kind = switch (table.kind()) {
            case 'r', 'p' -> null;
            case 'v' -> "view";
            case 'm' -> "materialized view";
            case 'S' -> "sequence";
            default -> "non-table relation";
        };
        if (kind == null) {
            return table;
        }
        PgException refused =
                new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot copy to %s \"%s\"".formatted(kind, table.name()));
        throw table.kind() == 'v'
                ? refused.hint("To enable copying to a view, provide an INSTEAD OF INSERT trigger.")
                : refused;
    }
}

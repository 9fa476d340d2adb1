package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Options of CREATE SEQUENCE, ALTER SEQUENCE and identity columns. Source: PostgreSQL's init_params.
public final class SequenceOptions {
    /// @param parameters what pg_sequence keeps
    /// @param restart the value that is given next, null for no RESTART
    /// @param ownedBy written after OWNED BY: a column, `none`; null for no OWNED BY
    public record Read(SequenceDef parameters, Long restart, List<String> ownedBy) {}

    private final CommandAnalysis analysis;
    private final SequenceDef before;

    private int type = Oids.INT8;
    private boolean typeGiven;
    private Long increment;
    private Long maximum;
    private boolean maximumGiven;
    private Long minimum;
    private boolean minimumGiven;
    private Long start;
    private Long cache;
    private Boolean cycle;
    private Long restart;
    private boolean restartGiven;
    private List<String> ownedBy;

    private SequenceOptions(CommandAnalysis analysis, SequenceDef before) {
        this.analysis = analysis;
        this.before = before;
        if (before != null) {
            type = before.type();
        }
    }

    /// Of a new sequence.
    ///
    /// @param type OID unless an option AS says another
    public static Read create(CommandAnalysis analysis, List<DefElem> options, int type) {
        SequenceOptions reader = new SequenceOptions(analysis, null);
        reader.type = type;
        return reader.read(options);
    }

    public static Read alter(CommandAnalysis analysis, List<DefElem> options, SequenceDef before) {
        return new SequenceOptions(analysis, before).read(options);
    }

    private Read read(List<DefElem> options) {
        Set<String> seen = new HashSet<>();
        for (DefElem option : options) {
            if (!seen.add(option.name())) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .at(option.location() + 1);
            }
            take(option);
        }
        return checked();
    }

    private void take(DefElem option) {
        switch (option.name()) {
            case "as" -> takeType(option);
            case "increment" -> increment = number(option);
            case "start" -> start = number(option);
            case "restart" -> {
                restartGiven = true;
                restart = option.value() == null ? null : number(option);
            }
            case "maxvalue" -> {
                maximumGiven = true;
                maximum = option.value() == null ? null : number(option);
            }
            case "minvalue" -> {
                minimumGiven = true;
                minimum = option.value() == null ? null : number(option);
            }
            case "cache" -> cache = number(option);
            case "cycle" -> cycle = !Boolean.FALSE.equals(option.value());
            case "owned_by" -> ownedBy = names(option);
            case "sequence_name" ->
                throw new PgException(SqlState.SYNTAX_ERROR, "invalid sequence option SEQUENCE NAME")
                        .at(option.location() + 1);
            default -> throw new IllegalStateException("option \"" + option.name() + "\" not recognized");
        }
    }

    private void takeType(DefElem option) {
        SqlType written = analysis.type((TypeName) option.value());
        if (written.oid() != Oids.INT2 && written.oid() != Oids.INT4 && written.oid() != Oids.INT8) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "sequence type must be smallint, integer, or bigint");
        }
        type = written.oid();
        typeGiven = true;
    }

    private static List<String> names(DefElem option) {
        return ((List<?>) option.value()).stream().map(Object::toString).toList();
    }

    private static long number(DefElem option) {
        return switch (option.value()) {
            case Integer value -> value;
            case DefElem.FloatValue(String digits) -> {
                try {
                    yield Long.parseLong(digits);
                } catch (NumberFormatException e) {
                    throw new PgException(
                            SqlState.INVALID_TEXT_REPRESENTATION,
                            "invalid input syntax for type bigint: \"%s\"".formatted(digits));
                }
            }
            case null, default ->
                throw new PgException(SqlState.SYNTAX_ERROR, "%s requires a numeric value".formatted(option.name()))
                        .at(option.location() + 1);
        };
    }

    private static long least(int type) {
        return switch (type) {
            case Oids.INT2 -> Short.MIN_VALUE;
            case Oids.INT4 -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private static long greatest(int type) {
        return switch (type) {
            case Oids.INT2 -> Short.MAX_VALUE;
            case Oids.INT4 -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private Read checked() {
        long step = increment != null ? increment : before != null ? before.increment() : 1;
        if (step == 0) {
            throw invalid("INCREMENT must not be zero");
        }
        boolean ascending = step > 0;
        // A limit that was the old type's own follows the type.
        boolean oldMaximum =
                before != null && !(typeGiven && before.maximum() == greatest(before.type())) && !maximumGiven;
        boolean oldMinimum =
                before != null && !(typeGiven && before.minimum() == least(before.type())) && !minimumGiven;
        long max = maximum != null ? maximum : oldMaximum ? before.maximum() : ascending ? greatest(type) : -1;
        long min = minimum != null ? minimum : oldMinimum ? before.minimum() : ascending ? 1 : least(type);
        if (max > greatest(type) || max < least(type)) {
            throw invalid("MAXVALUE (%d) is out of range for sequence data type %s".formatted(max, typeName()));
        }
        if (min < least(type) || min > greatest(type)) {
            throw invalid("MINVALUE (%d) is out of range for sequence data type %s".formatted(min, typeName()));
        }
        if (min >= max) {
            throw invalid("MINVALUE (%d) must be less than MAXVALUE (%d)".formatted(min, max));
        }
        long first = start != null ? start : before != null ? before.start() : ascending ? min : max;
        if (first < min) {
            throw invalid("START value (%d) cannot be less than MINVALUE (%d)".formatted(first, min));
        }
        if (first > max) {
            throw invalid("START value (%d) cannot be greater than MAXVALUE (%d)".formatted(first, max));
        }
        Long next = restartGiven ? Long.valueOf(restart != null ? restart : first) : null;
        if (next != null && next < min) {
            throw invalid("RESTART value (%d) cannot be less than MINVALUE (%d)".formatted(next, min));
        }
        if (next != null && next > max) {
            throw invalid("RESTART value (%d) cannot be greater than MAXVALUE (%d)".formatted(next, max));
        }
        long kept = cache != null ? cache : before != null ? before.cache() : 1;
        if (kept <= 0) {
            throw invalid("CACHE (%d) must be greater than zero".formatted(kept));
        }
        boolean cycles = cycle != null ? cycle : before != null && before.cycle();
        int relation = before == null ? 0 : before.relation();
        return new Read(new SequenceDef(relation, type, first, step, max, min, kept, cycles), next, ownedBy);
    }

    private String typeName() {
        return switch (type) {
            case Oids.INT2 -> "smallint";
            case Oids.INT4 -> "integer";
            default -> "bigint";
        };
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }
}

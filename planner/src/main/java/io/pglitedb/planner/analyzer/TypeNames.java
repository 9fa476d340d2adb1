package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// A written type name's OID and type modifier. Source: PostgreSQL's parse_type.c and the types' typmodin functions.
final class TypeNames {
    private static final int VARHDRSZ = 4;
    private static final int INTERVAL_FULL_PRECISION = 0xffff;

    private TypeNames() {}

    /// OID, 0 when there is none.
    static int find(ParseState state, List<String> name) {
        if (name.size() == 1) {
            for (int namespace : state.catalog().searchPath()) {
                TypeDef type = state.catalog().type(namespace, name.getFirst());
                if (type != null) {
                    return type.oid();
                }
            }
            return NONE;
        }
        if (name.size() > 3) {
            return NONE;
        }
        int namespace = state.catalog().namespace(name.get(name.size() - 2));
        TypeDef type = namespace == NONE ? null : state.catalog().type(namespace, name.getLast());
        return type == null ? NONE : type.oid();
    }

    static SqlType resolve(ParseState state, TypeName name) {
        if (name.percentType()) {
            return columnType(state, name);
        }
        if (name.names().size() > 1) {
            SearchPath.schema(state, name.names());
        }
        int oid = find(state, name.names());
        if (oid == NONE) {
            throw missing(name);
        }
        TypeDef type = state.types().type(oid);
        if (!type.defined()) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "type \"%s\" is only a shell".formatted(written(name)))
                    .at(name.location() + 1);
        }
        int typmod = typmod(state, type, name);
        if (!name.arrayBounds().isEmpty()) {
            int array = type.arrayType();
            if (array == NONE) {
                throw missing(name);
            }
            oid = array;
        }
        return new SqlType(oid, typmod);
    }

    private static SqlType columnType(ParseState state, TypeName name) {
        List<String> parts = name.names();
        if (parts.size() < 2) {
            throw new PgException(
                            SqlState.SYNTAX_ERROR,
                            "improper %%TYPE reference (too few dotted names): %s".formatted(written(name)))
                    .at(name.location() + 1);
        }
        String schema = parts.size() > 2 ? parts.get(parts.size() - 3) : null;
        TableDef table = Relations.find(state, schema, parts.get(parts.size() - 2));
        if (table == null) {
            throw Relations.missing(schema, parts.get(parts.size() - 2)).at(name.location() + 1);
        }
        for (ColumnDef column : table.columns()) {
            if (!column.dropped() && column.name().equals(parts.getLast())) {
                return new SqlType(column.type(), column.typmod());
            }
        }
        throw new PgException(
                        SqlState.UNDEFINED_COLUMN,
                        "column \"%s\" of relation \"%s\" does not exist".formatted(parts.getLast(), table.name()))
                .at(name.location() + 1);
    }

    private static String written(TypeName name) {
        return String.join(".", name.names()) + "[]".repeat(name.arrayBounds().size());
    }

    private static PgException missing(TypeName name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "type \"%s\" does not exist".formatted(written(name)))
                .at(name.location() + 1);
    }

    private static int typmod(ParseState state, TypeDef type, TypeName name) {
        List<Integer> modifiers = new ArrayList<>();
        for (AstExpr modifier : name.typmods()) {
            modifiers.add(integer(type, modifier, name));
        }
        try {
            if (name.intervalMask() >= 0) {
                return interval(modifiers, name.intervalMask());
            }
            return modifiers.isEmpty() ? -1 : typmod(type, modifiers);
        } catch (PgException e) {
            throw e.at(name.location() + 1);
        }
    }

    private static int integer(TypeDef type, AstExpr modifier, TypeName name) {
        return switch (modifier) {
            case AstExpr.IntegerConst constant -> constant.value();
            case AstExpr.FloatConst constant -> parse(constant.digits(), name);
            case AstExpr.StringConst constant -> parse(constant.value(), name);
            default ->
                throw new PgException(SqlState.SYNTAX_ERROR, "type modifiers must be simple constants or identifiers")
                        .at(name.location() + 1);
        };
    }

    private static int parse(String text, TypeName name) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new PgException(
                            SqlState.INVALID_TEXT_REPRESENTATION,
                            "invalid input syntax for type integer: \"%s\"".formatted(text))
                    .at(name.location() + 1);
        }
    }

    private static int typmod(TypeDef type, List<Integer> modifiers) {
        return switch (type.oid()) {
            case BPCHAR -> length(modifiers, "char", 10485760) + VARHDRSZ;
            case VARCHAR -> length(modifiers, "varchar", 10485760) + VARHDRSZ;
            case BIT -> length(modifiers, "bit", 83886080);
            case VARBIT -> length(modifiers, "varbit", 83886080);
            case NUMERIC -> numeric(modifiers);
            case TIME -> precision(modifiers, "TIME", "");
            case TIMETZ -> precision(modifiers, "TIME", " WITH TIME ZONE");
            case TIMESTAMP -> precision(modifiers, "TIMESTAMP", "");
            case TIMESTAMPTZ -> precision(modifiers, "TIMESTAMP", " WITH TIME ZONE");
            case INTERVAL -> interval(modifiers, io.pglitedb.planner.ast.TypeName.FULL_RANGE);
            default ->
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "type modifier is not allowed for type \"%s\"".formatted(type.name()));
        };
    }

    private static int one(List<Integer> modifiers) {
        if (modifiers.size() != 1) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid type modifier");
        }
        return modifiers.getFirst();
    }

    private static int length(List<Integer> modifiers, String type, int max) {
        int length = one(modifiers);
        if (length < 1) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "length for type %s must be at least 1".formatted(type));
        }
        if (length > max) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "length for type %s cannot exceed %d".formatted(type, max));
        }
        return length;
    }

    private static int numeric(List<Integer> modifiers) {
        if (modifiers.size() > 2) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid NUMERIC type modifier");
        }
        int precision = modifiers.getFirst();
        int scale = modifiers.size() == 2 ? modifiers.get(1) : 0;
        if (precision < 1 || precision > 1000) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "NUMERIC precision %d must be between 1 and 1000".formatted(precision));
        }
        if (scale < -1000 || scale > 1000) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "NUMERIC scale %d must be between -1000 and 1000".formatted(scale));
        }
        return (precision << 16 | scale & 0x7ff) + VARHDRSZ;
    }

    private static int precision(List<Integer> modifiers, String type, String zone) {
        int precision = one(modifiers);
        if (precision < 0) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "%s(%d)%s precision must not be negative".formatted(type, precision, zone));
        }
        return Math.min(precision, 6);
    }

    private static int interval(List<Integer> modifiers, int mask) {
        int precision = INTERVAL_FULL_PRECISION;
        if (!modifiers.isEmpty()) {
            precision = one(modifiers);
            if (precision < 0) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "INTERVAL(%d) precision must not be negative".formatted(precision));
            }
            precision = Math.min(precision, 6);
        } else if (mask == io.pglitedb.planner.ast.TypeName.FULL_RANGE) {
            return -1;
        }
        return (mask & 0x7fff) << 16 | precision & 0xffff;
    }
}

package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.plpgsql.PlDeclarations;
import io.pglitedb.planner.plpgsql.PlParser;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.planner.plpgsql.PlType;
import io.pglitedb.planner.plpgsql.PlTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.RowShape;
import java.util.ArrayList;
import java.util.List;

/// Makes bodies ready to run: parses them and finds the types of their variables.
public final class PlCompiler implements PlTypes {
    private final Backend session;

    public PlCompiler(Backend session) {
        this.session = session;
    }

    private PlDeclarations declarations(String name) {
        PlDeclarations.Conflict conflict = switch (session.context().setting("plpgsql.variable_conflict")) {
            case "use_variable" -> PlDeclarations.Conflict.VARIABLE;
            case "use_column" -> PlDeclarations.Conflict.COLUMN;
            default -> PlDeclarations.Conflict.ERROR;
        };
        boolean print = session.context().setting("plpgsql.print_strict_params").equals("on");
        return new PlDeclarations(name, conflict, print);
    }

    PlBody compileBlock(String code) {
        PlDeclarations declarations = declarations("inline_code_block");
        int found = declarations.add(scalar(Oids.BOOL), false, "found");
        declarations.returns(PlDeclarations.Returning.NOTHING, false);
        PlStatement.Block block = parse(code, declarations, "inline_code_block");
        return new PlBody(
                "inline_code_block",
                declarations,
                block,
                List.of(),
                List.of(),
                SqlType.of(Oids.VOID),
                false,
                true,
                false,
                found,
                null);
    }

    /// A trigger's function; its inputs are NEW, OLD and TG_….
    PlBody compileTrigger(FunctionDef function) {
        PlDeclarations declarations = declarations(function.name());
        PlType row = new PlType(Oids.RECORD, -1, 0, true);
        PlType name = new PlType(Oids.NAME, -1, 0, false);
        PlType text = new PlType(Oids.TEXT, -1, 0, false);
        List<Integer> inputs = List.of(
                declarations.add(row, false, "new"),
                declarations.add(row, false, "old"),
                declarations.add(name, false, "tg_name"),
                declarations.add(text, false, "tg_when"),
                declarations.add(text, false, "tg_level"),
                declarations.add(text, false, "tg_op"),
                declarations.add(scalar(Oids.OID), false, "tg_relid"),
                declarations.add(name, false, "tg_relname"),
                declarations.add(name, false, "tg_table_name"),
                declarations.add(name, false, "tg_table_schema"),
                declarations.add(scalar(Oids.INT4), false, "tg_nargs"),
                declarations.add(scalar(Oids.TEXT_ARRAY), false, "tg_argv"));
        int found = declarations.add(scalar(Oids.BOOL), false, "found");
        String title = title(function);
        PlStatement.Block block = parse(function.prosrc(), declarations, title);
        return new PlBody(
                title,
                declarations,
                block,
                inputs,
                List.of(),
                SqlType.of(Oids.TRIGGER),
                false,
                function.volatility() == 'v',
                false,
                found,
                null);
    }

    /// @param types of the arguments, polymorphic ones as the call has them
    PlBody compile(FunctionDef function, List<SqlType> types, SqlType result, RowShape shape, String kind) {
        PlDeclarations declarations = declarations(function.name());
        List<Integer> inputs = new ArrayList<>();
        List<Integer> outputs = new ArrayList<>();
        List<FunctionDef.Argument> arguments = arguments(function);
        Polymorphic polymorphic = new Polymorphic(function, types);
        int input = 0;
        for (int i = 0; i < arguments.size(); i++) {
            FunctionDef.Argument argument = arguments.get(i);
            boolean takes = "ibv".indexOf(argument.mode()) >= 0;
            int oid = takes ? types.get(input++).oid() : polymorphic.actual(argument.type());
            String number = "$" + (i + 1);
            int variable = argument.name().isEmpty()
                    ? declarations.add(known(oid, -1), false, number)
                    : declarations.add(known(oid, -1), false, argument.name(), number);
            if (takes) {
                inputs.add(variable);
            }
            if ("obt".indexOf(argument.mode()) >= 0) {
                outputs.add(variable);
            }
        }
        int found = declarations.add(scalar(Oids.BOOL), false, "found");
        String title = title(function);
        declarations.returns(returning(function, !outputs.isEmpty()), function.returnsSet());
        PlStatement.Block block = parse(function.prosrc(), declarations, title);
        return new PlBody(
                title,
                declarations,
                block,
                inputs,
                outputs,
                result,
                function.returnsSet(),
                function.volatility() == 'v',
                function.kind() == 'p',
                found,
                shape);
    }

    private static PlDeclarations.Returning returning(FunctionDef function, boolean outputs) {
        if (outputs) {
            return PlDeclarations.Returning.OUTPUTS;
        }
        if (function.kind() == 'p') {
            return PlDeclarations.Returning.PROCEDURE;
        }
        return function.resultType() == Oids.VOID ? PlDeclarations.Returning.NOTHING : PlDeclarations.Returning.VALUE;
    }

    private static List<FunctionDef.Argument> arguments(FunctionDef function) {
        if (!function.allArguments().isEmpty()) {
            return function.allArguments();
        }
        List<FunctionDef.Argument> arguments = new ArrayList<>();
        for (int i = 0; i < function.argumentTypes().size(); i++) {
            String name = i < function.argumentNames().size()
                    ? function.argumentNames().get(i)
                    : "";
            arguments.add(
                    new FunctionDef.Argument('i', name, function.argumentTypes().get(i)));
        }
        return arguments;
    }

    /// Name and argument types, as regprocedure prints them.
    private String title(FunctionDef function) {
        return session.context()
                .type(Oids.REGPROCEDURE)
                .toUtf8(function.oid(), session.context())
                .toString();
    }

    private PlStatement.Block parse(String source, PlDeclarations declarations, String title) {
        try {
            return PlParser.parse(source, PlQuery.settings(session), this, declarations);
        } catch (PgException e) {
            String near = e.report().where();
            PgException told = new PgException(e.report().at(0).withWhere(null));
            throw e.report().position() > 0
                    ? new PgException(
                            told.report().withInternalQuery(source, e.report().position()))
                    : told.where("compilation of PL/pgSQL function \"%s\" %s".formatted(bare(title), near));
        }
    }

    private static String bare(String title) {
        int parenthesis = title.indexOf('(');
        return parenthesis < 0 ? title : title.substring(0, parenthesis);
    }

    /// The pseudo-types of outputs by those of the inputs.
    private final class Polymorphic {
        private final FunctionDef function;
        private final List<SqlType> types;

        Polymorphic(FunctionDef function, List<SqlType> types) {
            this.function = function;
            this.types = types;
        }

        int actual(int declared) {
            for (int i = 0; i < function.argumentTypes().size(); i++) {
                int input = function.argumentTypes().get(i);
                if (input == declared && (isElement(input) || isArray(input) || isRange(input))) {
                    return types.get(i).oid();
                }
            }
            int element = isElement(declared) || isArray(declared) ? elementLike(declared) : 0;
            if (element == 0) {
                return declared;
            }
            return isElement(declared)
                    ? element
                    : session.catalog().type(element).arrayType();
        }

        /// The element type of the family of pseudo-types, as some input tells it; 0 when none does.
        private int elementLike(int declared) {
            for (int i = 0; i < function.argumentTypes().size(); i++) {
                int input = function.argumentTypes().get(i);
                int given = types.get(i).oid();
                if (isCompatible(declared) != isCompatible(input)) {
                    continue;
                }
                if (isElement(input)) {
                    return given;
                }
                if (isArray(input)) {
                    return session.catalog().type(given).elementType();
                }
                RangeDef range = isMultirange(input)
                        ? session.catalog().rangeOfMultirange(given)
                        : isRange(input) ? session.catalog().range(given) : null;
                if (range != null) {
                    return range.subtype();
                }
            }
            return 0;
        }

        private static boolean isMultirange(int type) {
            return type == Oids.ANYMULTIRANGE || type == Oids.ANYCOMPATIBLEMULTIRANGE;
        }

        private static boolean isElement(int type) {
            return type == Oids.ANYELEMENT
                    || type == Oids.ANYNONARRAY
                    || type == Oids.ANYENUM
                    || type == Oids.ANYCOMPATIBLE
                    || type == Oids.ANYCOMPATIBLENONARRAY;
        }

        private static boolean isArray(int type) {
            return type == Oids.ANYARRAY || type == Oids.ANYCOMPATIBLEARRAY;
        }

        private static boolean isRange(int type) {
            return type == Oids.ANYRANGE || type == Oids.ANYCOMPATIBLERANGE || isMultirange(type);
        }

        private static boolean isCompatible(int type) {
            return type == Oids.ANYCOMPATIBLE
                    || type == Oids.ANYCOMPATIBLEARRAY
                    || type == Oids.ANYCOMPATIBLENONARRAY
                    || type == Oids.ANYCOMPATIBLERANGE
                    || type == Oids.ANYCOMPATIBLEMULTIRANGE;
        }
    }

    private static PlType scalar(int oid) {
        return new PlType(oid, -1, 0, false);
    }

    private PlType known(int oid, int typmod) {
        TypeDef type = session.catalog().type(oid);
        if (type != null && type.kind() == 'd') {
            type = session.catalog().type(type.baseType());
        }
        boolean row = oid == Oids.RECORD || type != null && type.kind() == 'c';
        return new PlType(oid, typmod, 0, row);
    }

    private CommandAnalysis analysis() {
        return new CommandAnalysis(session.catalog(), session.context(), ParameterTypes.none());
    }

    @Override
    public PlType type(String text) {
        SqlType type = analysis().type(SqlParser.parseTypeName(text));
        TypeDef definition = session.catalog().type(type.oid());
        if (definition != null && definition.kind() == 'p' && type.oid() != Oids.RECORD) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "variable \"%s\" has pseudo-type %s"
                            .formatted(text, session.catalog().formatType(type.oid())));
        }
        return known(type.oid(), type.typmod());
    }

    @Override
    public PlType ofColumn(List<String> names) {
        if (names.size() < 2) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT, "variable \"%s\" does not exist".formatted(names.getFirst()));
        }
        TableDef table = table(names.subList(0, names.size() - 1));
        ColumnDef column = table.column(names.getLast());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(names.getLast(), table.name()));
        }
        return known(column.type(), column.typmod());
    }

    private TableDef table(List<String> names) {
        return analysis().relation(RangeVar.of(names));
    }

    @Override
    public PlType ofRow(List<String> names) {
        return known(table(names).rowType(), -1);
    }
}

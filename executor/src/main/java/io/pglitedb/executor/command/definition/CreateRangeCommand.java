package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.NewRange;
import io.pglitedb.catalog.define.Ranges;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TypeStatement.CreateRange;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Set;

/// CREATE TYPE … AS RANGE. Source of the rules: PostgreSQL's DefineRange.
final class CreateRangeCommand implements Command<CreateRange> {
    private static final Set<String> KNOWN =
            Set.of("subtype", "subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type_name");

    @Override
    public Class<CreateRange> statement() {
        return CreateRange.class;
    }

    @Override
    public String name(CreateRange statement) {
        return "CREATE TYPE";
    }

    @Override
    public Set<Trait> traits(CreateRange statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(CreateRange statement, CommandCall call) {
        Definition definition = Definition.of(call);
        Options options = new Options(statement.definition(), KNOWN, element -> {
            throw new PgException(
                    SqlState.SYNTAX_ERROR, "type attribute \"%s\" not recognized".formatted(element.name()));
        });
        if (!options.has("subtype")) {
            throw new PgException(SqlState.SYNTAX_ERROR, "type attribute \"subtype\" is required");
        }
        TypeDef subtype = subtype(options, definition);
        if (options.has("canonical")) {
            // It takes and returns the type that is being made, whose shell would have to be there.
            throw PgException.notSupported("a range type with a canonical function");
        }
        int namespace = definition.namespaceFor(statement.name());
        String name = statement.name().getLast();
        new Ranges(definition.writer())
                .create(new NewRange(
                        name,
                        multirangeName(options, name),
                        namespace,
                        definition.owner(),
                        subtype.oid(),
                        ColumnElements.collation(definition.view(), options.name("collation"), subtype.oid(), -1),
                        definition.analysis().btreeClass(options.name("subtype_opclass"), subtype.oid()),
                        0,
                        difference(options.name("subtype_diff"), subtype.oid(), definition)));
        return "CREATE TYPE";
    }

    private static TypeDef subtype(Options options, Definition definition) {
        CatalogView view = definition.view();
        TypeDef subtype =
                view.type(definition.analysis().type(options.type("subtype")).oid());
        if (subtype.kind() == 'p') {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH, "range subtype cannot be %s".formatted(view.formatType(subtype.oid())));
        }
        if (options.has("collation") && subtype.collation() == 0) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "range collation specified but subtype does not support collation");
        }
        return subtype;
    }

    /// `range` in the name becomes `multirange`; without it `_multirange` is added.
    private static String multirangeName(Options options, String name) {
        if (options.has("multirange_type_name")) {
            return options.name("multirange_type_name").getLast();
        }
        int at = name.indexOf("range");
        return at < 0
                ? name + "_multirange"
                : name.substring(0, at) + "multirange" + name.substring(at + "range".length());
    }

    /// @param name empty for none
    private static int difference(List<String> name, int subtype, Definition definition) {
        if (name.isEmpty()) {
            return 0;
        }
        FunctionDef function = definition.analysis().exactFunction(name, List.of(subtype, subtype));
        String signature = "%s(%s, %s)"
                .formatted(
                        String.join(".", name),
                        definition.view().formatType(subtype),
                        definition.view().formatType(subtype));
        if (function.resultType() != Oids.FLOAT8) {
            throw invalid("range subtype diff function %s must return type double precision".formatted(signature));
        }
        if (function.volatility() != 'i') {
            throw invalid("range subtype diff function %s must be immutable".formatted(signature));
        }
        return function.oid();
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_OBJECT_DEFINITION, message);
    }
}

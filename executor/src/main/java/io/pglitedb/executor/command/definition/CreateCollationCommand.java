package io.pglitedb.executor.command.definition;

import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.define.Collations;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.ColumnElements;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.DefinitionStatement.CreateCollation;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CREATE COLLATION (…). What can be made are collations that order by code points; others are refused here
/// rather than where they would sort.
final class CreateCollationCommand implements Command<CreateCollation> {
    private static final Set<String> KNOWN =
            Set.of("from", "locale", "lc_collate", "lc_ctype", "provider", "deterministic", "version");
    private static final Set<String> BY_CODE_POINT = Set.of("C", "POSIX");

    @Override
    public Class<CreateCollation> statement() {
        return CreateCollation.class;
    }

    @Override
    public String name(CreateCollation statement) {
        return "CREATE COLLATION";
    }

    @Override
    public Set<Trait> traits(CreateCollation statement) {
        return Set.of(Trait.WRITES);
    }

    private static PgException unknown(DefElem element) {
        return new PgException(
                        SqlState.SYNTAX_ERROR, "collation attribute \"%s\" not recognized".formatted(element.name()))
                .at(element.location());
    }

    @Override
    public String run(CreateCollation statement, CommandCall call) {
        Definition definition = Definition.of(call);
        Options options = new Options(statement.definition(), KNOWN, element -> {
            throw unknown(element);
        });
        if (options.has("from")) {
            if (statement.definition().size() > 1) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .detail("FROM cannot be specified together with any other options.");
            }
            copy(definition, statement.name(), statement.ifNotExists(), options.name("from"));
            return "CREATE COLLATION";
        }
        make(definition, statement.name(), statement.ifNotExists(), read(options));
        return "CREATE COLLATION";
    }

    /// Without name, schema and owner.
    private static CollationDef read(Options options) {
        String locale = options.text("locale");
        String collate = options.text("lc_collate");
        String ctype = options.text("lc_ctype");
        if (locale != null && (collate != null || ctype != null)) {
            throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                    .detail("LOCALE cannot be specified together with LC_COLLATE or LC_CTYPE.");
        }
        String provider = options.has("provider") ? options.text("provider") : "libc";
        boolean deterministic = options.flag("deterministic", true);
        switch (provider) {
            case "libc" -> {}
            case "icu" -> throw PgException.notSupported("an ICU collation");
            default ->
                throw new PgException(
                        SqlState.INVALID_OBJECT_DEFINITION, "unrecognized collation provider: " + provider);
        }
        if (!deterministic) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, "nondeterministic collations not supported with this provider");
        }
        collate = locale != null ? locale : require(collate, "lc_collate");
        ctype = locale != null ? locale : require(ctype, "lc_ctype");
        if (!BY_CODE_POINT.contains(collate) || !BY_CODE_POINT.contains(ctype)) {
            throw PgException.notSupported("a collation of locale \"%s\"".formatted(collate));
        }
        return new CollationDef(
                0, "", 0, 0, CollationDef.UTF8, 'c', true, Optional.of(collate), Optional.of(ctype), Optional.empty());
    }

    private static String require(String value, String name) {
        if (value == null) {
            throw new PgException(
                    SqlState.INVALID_OBJECT_DEFINITION, "parameter \"%s\" must be specified".formatted(name));
        }
        return value;
    }

    static void copy(Definition definition, List<String> name, boolean ifNotExists, List<String> source) {
        CollationDef from = definition.view().collation(ColumnElements.namedCollation(definition.view(), source, -1));
        if (from.provider() == 'd') {
            throw new PgException(SqlState.INVALID_OBJECT_DEFINITION, "collation \"default\" cannot be copied");
        }
        make(definition, name, ifNotExists, from);
    }

    private static void make(Definition definition, List<String> name, boolean ifNotExists, CollationDef from) {
        int namespace = definition.namespaceFor(name);
        if (ifNotExists && definition.view().collation(namespace, name.getLast()) != 0) {
            String encoding = from.encoding() == -1 ? "" : " for encoding \"UTF8\"";
            definition.noticeSkipped(
                    SqlState.DUPLICATE_OBJECT,
                    "collation \"%s\"%s already exists, skipping".formatted(name.getLast(), encoding));
            return;
        }
        new Collations(definition.writer())
                .create(new CollationDef(
                        0,
                        name.getLast(),
                        namespace,
                        definition.owner(),
                        from.encoding(),
                        from.provider(),
                        from.deterministic(),
                        from.collate(),
                        from.ctype(),
                        from.icuLocale()));
    }
}

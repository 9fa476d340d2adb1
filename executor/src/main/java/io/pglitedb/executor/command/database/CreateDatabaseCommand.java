package io.pglitedb.executor.command.database;

import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Databases;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.access.OwnerChange;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.planner.ast.DatabaseStatement.CreateDatabase;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Locale;
import java.util.Set;

/// CREATE DATABASE: a copy of a template. Source of the messages: PostgreSQL's createdb.
public final class CreateDatabaseCommand implements Command<CreateDatabase> {
    private static final int UTF8 = 6;

    @Override
    public Class<CreateDatabase> statement() {
        return CreateDatabase.class;
    }

    @Override
    public String name(CreateDatabase statement) {
        return "CREATE DATABASE";
    }

    @Override
    public Set<Trait> traits(CreateDatabase statement) {
        return Set.of(Trait.WRITES, Trait.OUTSIDE_BLOCK);
    }

    @Override
    public String run(CreateDatabase statement, CommandCall call) {
        Definition definition = Definition.of(call);
        DatabaseOptions options = new DatabaseOptions();
        statement.options().forEach(option -> options.take(option, definition));
        RoleDef current = definition.view().role(definition.owner());
        if (!current.superuser() && !current.createDatabase()) {
            throw Denial.of("permission denied to create database");
        }
        if (options.owner != 0) {
            new OwnerChange(definition).requireMember(options.owner);
        }
        if (definition.view().database(statement.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_DATABASE, "database \"%s\" already exists".formatted(statement.name()));
        }
        DatabaseDef template = definition.view().database(options.template);
        if (template == null) {
            throw new PgException(
                    SqlState.UNDEFINED_DATABASE, "template database \"%s\" does not exist".formatted(options.template));
        }
        if (options.encoding != UTF8) {
            throw PgException.notSupported("a database encoding other than UTF8");
        }
        int oid = new Databases(definition.writer())
                .create(
                        statement.name(),
                        options.owner == 0 ? definition.owner() : options.owner,
                        options.isTemplate,
                        options.allowConnections,
                        options.connectionLimit,
                        options.collate,
                        options.ctype);
        new Dependencies(definition.writer()).copyDatabase(template.oid(), oid);
        call.session().instance().catalogs().createStorage(definition.writer().transaction(), oid, template.oid());
        return "CREATE DATABASE";
    }

    /// What WITH says.
    private static final class DatabaseOptions {
        private String template = "template1";
        private int owner;
        private int encoding = UTF8;
        private boolean isTemplate;
        private boolean allowConnections = true;
        private int connectionLimit = -1;
        private String collate = "C";
        private String ctype = "C";

        void take(DefElem option, Definition definition) {
            Object value = option.value();
            switch (option.name().toLowerCase(Locale.ROOT)) {
                case "template" -> template = value == null ? template : text(option);
                case "owner" -> owner = value == null ? 0 : owner(option, definition);
                case "encoding" -> encoding = value == null ? UTF8 : encoding(option);
                case "locale" -> {
                    collate = text(option);
                    ctype = text(option);
                }
                case "lc_collate" -> collate = text(option);
                case "lc_ctype" -> ctype = text(option);
                case "is_template" -> isTemplate = flag(option);
                case "allow_connections" -> allowConnections = flag(option);
                case "connection_limit" -> connectionLimit = number(option);
                case "tablespace", "strategy", "oid", "locale_provider", "icu_locale", "collation_version" -> {
                    if (value != null && !text(option).equals("pg_default")) {
                        throw PgException.notSupported("CREATE DATABASE … " + option.name());
                    }
                }
                default ->
                    throw new PgException(
                                    SqlState.SYNTAX_ERROR, "option \"%s\" not recognized".formatted(option.name()))
                            .at(option.location() + 1);
            }
            if (!isPlain(collate) || !isPlain(ctype)) {
                throw PgException.notSupported("a database locale other than C");
            }
        }

        private static boolean isPlain(String locale) {
            return locale.equals("C") || locale.equals("POSIX");
        }

        private static String text(DefElem option) {
            return RelationOptions.text(option);
        }

        private static int owner(DefElem option, Definition definition) {
            var role = definition.view().role(text(option));
            if (role == null) {
                throw new PgException(SqlState.UNDEFINED_OBJECT, "role \"%s\" does not exist".formatted(text(option)));
            }
            return role.oid();
        }

        private static int encoding(DefElem option) {
            String name = text(option);
            boolean utf8 = name.equals("6")
                    || name.replace("-", "").equalsIgnoreCase("utf8")
                    || name.equalsIgnoreCase("unicode");
            return utf8 ? UTF8 : -1;
        }

        private static boolean flag(DefElem option) {
            String text = text(option).toLowerCase(Locale.ROOT);
            return text.equals("true") || text.equals("on") || text.equals("1") || text.equals("yes");
        }

        private static int number(DefElem option) {
            try {
                return Integer.parseInt(text(option));
            } catch (NumberFormatException e) {
                throw new PgException(SqlState.SYNTAX_ERROR, "%s requires an integer value".formatted(option.name()));
            }
        }
    }
}

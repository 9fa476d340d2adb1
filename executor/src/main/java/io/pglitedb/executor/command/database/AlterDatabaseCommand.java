package io.pglitedb.executor.command.database;

import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.define.Databases;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.RelationOptions;
import io.pglitedb.planner.ast.DatabaseStatement.AlterDatabase;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// ALTER DATABASE … WITH options.
final class AlterDatabaseCommand implements Command<AlterDatabase> {
    @Override
    public Class<AlterDatabase> statement() {
        return AlterDatabase.class;
    }

    @Override
    public String name(AlterDatabase statement) {
        return "ALTER DATABASE";
    }

    @Override
    public Set<Trait> traits(AlterDatabase statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(AlterDatabase statement, CommandCall call) {
        Definition definition = Definition.of(call);
        DatabaseDef database = require(statement.name(), definition);
        new Ownership(definition).require(ObjectAddress.of(ClassOid.DATABASE, database.oid()));
        Map<String, Object> changes = new LinkedHashMap<>();
        for (DefElem option : statement.options()) {
            String text = RelationOptions.text(option);
            switch (option.name().toLowerCase(Locale.ROOT)) {
                case "is_template" -> changes.put("datistemplate", Boolean.parseBoolean(text));
                case "allow_connections" -> changes.put("datallowconn", Boolean.parseBoolean(text));
                case "connection_limit" -> changes.put("datconnlimit", Integer.parseInt(text));
                default -> throw PgException.notSupported("ALTER DATABASE … " + option.name());
            }
        }
        if (!changes.isEmpty()) {
            new Databases(definition.writer()).update(database.oid(), changes);
        }
        return "ALTER DATABASE";
    }

    static DatabaseDef require(String name, Definition definition) {
        DatabaseDef database = definition.view().database(name);
        if (database == null) {
            throw new PgException(SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(name));
        }
        return database;
    }
}

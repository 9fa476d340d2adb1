package io.pglitedb.executor.plpgsql;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.analyzer.VariableScope;
import io.pglitedb.planner.plpgsql.PlDeclarations;
import io.pglitedb.planner.plpgsql.PlScope;
import io.pglitedb.planner.plpgsql.PlVariable;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.List;

/// What names in one piece of SQL mean. Variables are the parameters of their numbers; fields of records that a
/// name reaches are parameters behind them, whose types are those of the records at the time of the analysis.
final class PlVariables implements VariableScope {
    /// A field of a row variable.
    private record Field(int variable, String name, SqlType type) {}

    private final PlDeclarations declarations;
    private final PlScope scope;
    private final CatalogView catalog;
    private final List<Field> fields = new ArrayList<>();
    private final PlFrame frame;
    private final int changes;

    /// @param frame whose records have the shapes that count
    PlVariables(PlScope scope, PlFrame frame, CatalogView catalog) {
        this.declarations = frame.declarations;
        this.scope = scope;
        this.frame = frame;
        this.catalog = catalog;
        this.changes = declarations.changes();
    }

    @Override
    public Preference preference() {
        return switch (declarations.conflict()) {
            case ERROR -> Preference.NEITHER;
            case VARIABLE -> Preference.VARIABLE;
            case COLUMN -> Preference.COLUMN;
        };
    }

    @Override
    public Found find(List<String> names) {
        PlScope.Found found = scope.find(names);
        if (found == null) {
            return null;
        }
        PlVariable variable = declarations.variable(found.variable());
        if (!variable.type().row() || names.size() == found.used()) {
            return new Found(found.variable(), found.used());
        }
        return new Found(field(variable, names.get(found.used())), found.used() + 1);
    }

    private int field(PlVariable variable, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).variable() == variable.number()
                    && fields.get(i).name().equals(name)) {
                return declarations.count() + i + 1;
            }
        }
        fields.add(new Field(variable.number(), name, typeOf(variable, name, frame.get(variable.number()))));
        return declarations.count() + fields.size();
    }

    /// 42703 when the row has no such field, 55000 when nothing tells its fields.
    private SqlType typeOf(PlVariable variable, String name, Object value) {
        SqlType type = null;
        if (variable.type().oid() != Oids.RECORD) {
            ColumnDef column = column(variable.type().oid(), name);
            type = column == null ? null : new SqlType(column.type(), column.typmod());
        } else if (value == null) {
            throw unassigned(variable.name());
        } else {
            int index = ((PgRecord) value).names().indexOf(name);
            type = index < 0 ? null : ((PgRecord) value).types().get(index);
        }
        if (type == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN, "record \"%s\" has no field \"%s\"".formatted(variable.name(), name));
        }
        return type;
    }

    static PgException unassigned(String record) {
        return new PgException(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                        "record \"%s\" is not assigned yet".formatted(record))
                .detail("The tuple structure of a not-yet-assigned record is indeterminate.");
    }

    private ColumnDef column(int type, String name) {
        TypeDef definition = catalog.type(type);
        TypeDef base =
                definition == null || definition.kind() != 'd' ? definition : catalog.type(definition.baseType());
        TableDef table = base == null ? null : catalog.table(base.relation());
        return table == null ? null : table.column(name);
    }

    @Override
    public List<String> fields(List<String> names) {
        PlScope.Found found = scope.find(names);
        if (found == null
                || found.used() != names.size()
                || declarations.variable(found.variable()).type().oid() != Oids.RECORD) {
            return null;
        }
        PlVariable variable = declarations.variable(found.variable());
        if (frame.get(variable.number()) == null) {
            throw unassigned(variable.name());
        }
        return ((PgRecord) frame.get(variable.number())).names();
    }

    @Override
    public int type(int number) {
        if (number > declarations.count()) {
            return fields.get(number - declarations.count() - 1).type().oid();
        }
        return number < 1 ? 0 : declarations.variable(number).type().oid();
    }

    @Override
    public int typmod(int number) {
        return number > declarations.count()
                ? fields.get(number - declarations.count() - 1).type().typmod()
                : declarations.variable(number).type().typmod();
    }

    @Override
    public int count() {
        return declarations.count() + fields.size();
    }

    /// Whether the records still have the fields that were found.
    boolean fits(PlFrame now) {
        if (declarations.changes() != changes) {
            return false;
        }
        for (Field field : fields) {
            PlVariable variable = declarations.variable(field.variable());
            if (variable.type().oid() == Oids.RECORD) {
                if (!(now.get(field.variable()) instanceof PgRecord record)) {
                    throw unassigned(variable.name());
                }
                int index = record.names().indexOf(field.name());
                if (index < 0 || !record.types().get(index).equals(field.type())) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The values of all parameters.
    Object[] values(PlFrame now) {
        Object[] values = new Object[count()];
        System.arraycopy(now.values, 0, values, 0, declarations.count());
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            values[declarations.count() + i] = now.get(field.variable()) instanceof PgRecord record
                    ? record.fields()[record.names().indexOf(field.name())]
                    : null;
        }
        return values;
    }
}

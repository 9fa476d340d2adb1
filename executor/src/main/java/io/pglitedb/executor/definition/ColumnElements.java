package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ColumnDef;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes column definitions apart. Source: PostgreSQL's transformColumnDefinition and BuildDescForRelation.
public final class ColumnElements {
    private static final Map<String, Integer> SERIAL = Map.of(
            "smallserial", Oids.INT2,
            "serial2", Oids.INT2,
            "serial", Oids.INT4,
            "serial4", Oids.INT4,
            "bigserial", Oids.INT8,
            "serial8", Oids.INT8);

    private final Definition definition;
    private final String table;
    private final ColumnDef raw;

    private Boolean nullable;
    private AstExpr value;
    private AstExpr generated;
    private Constraint.Identity identity;
    private final List<Constraint> keys = new ArrayList<>();

    private ColumnElements(Definition definition, String table, ColumnDef raw) {
        this.definition = definition;
        this.table = table;
        this.raw = raw;
    }

    public static ColumnSpec read(Definition definition, String table, ColumnDef raw) {
        return new ColumnElements(definition, table, raw).spec();
    }

    /// A column of a partition or of a typed table, whose type is that of the partitioned table's or attribute's.
    public static ColumnSpec readTyped(Definition definition, String table, ColumnDef raw, TableDef parent) {
        var column = parent.column(raw.name());
        if (column == null) {
            throw new PgException(SqlState.UNDEFINED_COLUMN, "column \"%s\" does not exist".formatted(raw.name()));
        }
        return new ColumnElements(definition, table, raw)
                .spec(null, new SqlType(column.type(), column.typmod()), column.collation());
    }

    private ColumnSpec spec() {
        Integer serialType = serialType();
        SqlType type = serialType != null ? SqlType.of(serialType) : definition.usableType(raw.type());
        return spec(serialType, type, collation(definition.view(), raw.collation(), type.oid(), raw.location()));
    }

    private ColumnSpec spec(Integer serialType, SqlType type, int collation) {
        for (Constraint constraint : ConstraintAttributes.attach(raw.constraints())) {
            add(constraint);
        }
        if (serialType != null && (value != null || identity != null)) {
            throw error("multiple default values specified for column \"%s\" of table \"%s\"", raw.location());
        }
        boolean primary = keys.stream().anyMatch(key -> key instanceof Constraint.Unique unique && unique.primary());
        boolean notNull = Boolean.FALSE.equals(nullable) || serialType != null || identity != null || primary;
        if (Boolean.TRUE.equals(nullable) && notNull) {
            throw error("conflicting NULL/NOT NULL declarations for column \"%s\" of table \"%s\"", raw.location());
        }
        if (identity != null) {
            requireIdentityType(type);
        }
        NewColumn column = new NewColumn(
                raw.name(),
                type.oid(),
                type.typmod(),
                raw.type() == null ? 0 : raw.type().arrayBounds().size(),
                collation,
                notNull,
                identity == null ? ' ' : identity.always() ? 'a' : 'd',
                generated == null ? ' ' : 's',
                true,
                0,
                ' ',
                compression());
        return new ColumnSpec(
                column,
                Optional.ofNullable(value),
                Optional.ofNullable(generated),
                Optional.ofNullable(identity),
                serialType != null,
                keys,
                Optional.empty());
    }

    private void requireIdentityType(SqlType type) {
        if (type.oid() != Oids.INT2 && type.oid() != Oids.INT4 && type.oid() != Oids.INT8) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "identity column type must be smallint, integer, or bigint");
        }
    }

    private char compression() {
        return switch (raw.compression()) {
            case null -> ' ';
            case "default" -> ' ';
            case "pglz" -> 'p';
            case "lz4" -> 'l';
            default ->
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "invalid compression method \"%s\"".formatted(raw.compression()));
        };
    }

    /// Null unless the type is one of the serial ones.
    private Integer serialType() {
        TypeName name = raw.type();
        if (name == null) {
            throw PgException.notSupported("a column without a type");
        }
        Integer type = name.names().size() == 1 && !name.percentType() && !name.setOf()
                ? SERIAL.get(name.names().getFirst())
                : null;
        if (type != null && !name.arrayBounds().isEmpty()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "array of serial is not implemented")
                    .at(name.location() + 1);
        }
        return type;
    }

    private void add(Constraint constraint) {
        switch (constraint) {
            case Constraint.NotNull ignored -> setNullable(false, constraint.location());
            case Constraint.Null ignored -> setNullable(true, constraint.location());
            case Constraint.Default written -> {
                if (value != null) {
                    throw error(
                            "multiple default values specified for column \"%s\" of table \"%s\"", written.location());
                }
                value = written.expression();
            }
            case Constraint.Identity written -> {
                if (identity != null) {
                    throw error(
                            "multiple identity specifications for column \"%s\" of table \"%s\"", written.location());
                }
                identity = written;
            }
            case Constraint.Generated written -> {
                if (generated != null) {
                    throw error(
                            "multiple generation clauses specified for column \"%s\" of table \"%s\"",
                            written.location());
                }
                generated = written.expression();
            }
            case Constraint.Check check -> keys.add(check);
            case Constraint.Unique unique -> keys.add(ofColumn(unique));
            case Constraint.ForeignKey key -> keys.add(ofColumn(key));
            case Constraint.Exclusion ignored ->
                throw new IllegalStateException("the grammar has no exclusion constraint of a column");
            case Constraint.Attribute ignored -> throw new IllegalStateException("attributes were attached");
        }
        if (value != null && identity != null) {
            throw error("both default and identity specified for column \"%s\" of table \"%s\"", constraint.location());
        }
        if (value != null && generated != null) {
            throw error(
                    "both default and generation expression specified for column \"%s\" of table \"%s\"",
                    constraint.location());
        }
        if (identity != null && generated != null) {
            throw error(
                    "both identity and generation expression specified for column \"%s\" of table \"%s\"",
                    constraint.location());
        }
    }

    private void setNullable(boolean allowed, int location) {
        if (nullable != null && nullable != allowed) {
            throw error("conflicting NULL/NOT NULL declarations for column \"%s\" of table \"%s\"", location);
        }
        nullable = allowed;
    }

    private PgException error(String message, int location) {
        return new PgException(SqlState.SYNTAX_ERROR, message.formatted(raw.name(), table)).at(location + 1);
    }

    private Constraint.Unique ofColumn(Constraint.Unique unique) {
        return new Constraint.Unique(
                unique.name(),
                unique.primary(),
                unique.nullsNotDistinct(),
                List.of(raw.name()),
                unique.including(),
                unique.options(),
                unique.tablespace(),
                unique.usingIndex(),
                unique.attributes(),
                unique.location());
    }

    private Constraint.ForeignKey ofColumn(Constraint.ForeignKey key) {
        return new Constraint.ForeignKey(
                key.name(),
                List.of(raw.name()),
                key.referenced(),
                key.referencedColumns(),
                key.match(),
                key.onUpdate(),
                key.onDelete(),
                key.attributes(),
                key.location());
    }

    /// OID of the collation written, or the type's own; 0 for a type that has none.
    ///
    /// @param written empty for none
    public static int collation(CatalogView view, List<String> written, int type, int location) {
        TypeDef definition = view.type(type);
        if (written == null || written.isEmpty()) {
            return definition.collation();
        }
        int found = namedCollation(view, written, location);
        if (definition.collation() == 0) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "collations are not supported by type %s".formatted(view.formatType(type)))
                    .at(location + 1);
        }
        return found;
    }

    /// 42704 when there is none of that name.
    public static int namedCollation(CatalogView view, List<String> name, int location) {
        int found = 0;
        if (name.size() == 1) {
            for (int namespace : view.searchPath()) {
                found = found == 0 ? view.collation(namespace, name.getFirst()) : found;
            }
        } else {
            found = view.collation(view.namespace(name.get(name.size() - 2)), name.getLast());
        }
        if (found == 0) {
            throw new PgException(
                            SqlState.UNDEFINED_OBJECT,
                            "collation \"%s\" for encoding \"UTF8\" does not exist".formatted(String.join(".", name)))
                    .at(location + 1);
        }
        return found;
    }
}

package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// What the catalog says about types and conversions between them, without looking at expressions.
/// Source: PostgreSQL's parse_coerce.c and lsyscache.c.
final class TypeRules {
    /// How one type gets to another.
    enum Path {
        NONE,
        FUNCTION,
        RELABEL,
        ARRAY,
        IO
    }

    /// @param function OID for `FUNCTION`, else 0
    record Pathway(Path path, int function) {}

    /// When a conversion is asked for: by the context, by an assignment or by a written cast.
    enum Context {
        IMPLICIT,
        ASSIGNMENT,
        EXPLICIT
    }

    private static final Pathway NO_PATH = new Pathway(Path.NONE, NONE);
    private static final Pathway RELABEL = new Pathway(Path.RELABEL, NONE);

    private final CatalogView catalog;

    TypeRules(CatalogView catalog) {
        this.catalog = catalog;
    }

    CatalogView catalog() {
        return catalog;
    }

    TypeDef type(int oid) {
        TypeDef type = catalog.type(oid);
        if (type == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "type with OID " + oid + " does not exist");
        }
        return type;
    }

    /// The name as PostgreSQL's `format_type_be` prints it.
    String name(int oid) {
        return catalog.formatType(oid);
    }

    /// The type under a domain, through domains over domains; the type itself when it is none.
    int baseType(int oid) {
        int current = oid;
        while (true) {
            TypeDef type = catalog.type(current);
            if (type == null || type.kind() != 'd') {
                return current;
            }
            current = type.baseType();
        }
    }

    /// The typmod that a domain puts on its base type; `typmod` itself when the type is none.
    int baseTypmod(int oid, int typmod) {
        int current = oid;
        int modifier = typmod;
        while (true) {
            TypeDef type = catalog.type(current);
            if (type == null || type.kind() != 'd') {
                return modifier;
            }
            modifier = type.baseTypmod();
            current = type.baseType();
        }
    }

    boolean isDomain(int oid) {
        TypeDef type = catalog.type(oid);
        return type != null && type.kind() == 'd';
    }

    char category(int oid) {
        return oid == UNKNOWN ? 'X' : type(oid).category();
    }

    boolean isPreferred(char category, int oid) {
        TypeDef type = type(oid);
        return type.category() == category && type.preferred();
    }

    /// Element type of a true array (also of an array under nothing else), 0 for every other type.
    int trueArrayElement(int oid) {
        TypeDef type = catalog.type(oid);
        return type != null && type.isTrueArray() ? type.elementType() : NONE;
    }

    /// Whether values of the type inside ARRAY[…] add a dimension: arrays do, int2vector and oidvector are
    /// elements.
    boolean isSubarray(int oid) {
        return oid != INT2VECTOR && oid != OIDVECTOR && trueArrayElement(oid) != NONE;
    }

    int arrayElementOfBase(int oid) {
        return trueArrayElement(baseType(oid));
    }

    /// Element type by subscripting: of true arrays, and of name, point, oidvector and the like.
    int subscriptElement(int oid) {
        TypeDef type = catalog.type(oid);
        return type == null ? NONE : type.elementType();
    }

    int arrayOf(int element) {
        TypeDef type = catalog.type(element);
        return type == null ? NONE : type.arrayType();
    }

    boolean isEnum(int oid) {
        TypeDef type = catalog.type(oid);
        return type != null && type.kind() == 'e';
    }

    boolean isRange(int oid) {
        TypeDef type = catalog.type(oid);
        return type != null && type.kind() == 'r';
    }

    int rangeSubtype(int oid) {
        RangeDef range = catalog.range(oid);
        return range == null ? NONE : range.subtype();
    }

    int multirangeOf(int rangeOid) {
        RangeDef range = catalog.range(rangeOid);
        return range == null ? NONE : range.multirangeType();
    }

    int rangeOfMultirange(int oid) {
        RangeDef range = catalog.rangeOfMultirange(oid);
        return range == null ? NONE : range.type();
    }

    boolean isMultirange(int oid) {
        TypeDef type = catalog.type(oid);
        return type != null && type.kind() == 'm';
    }

    /// A composite type, or a domain over one.
    boolean isComposite(int oid) {
        TypeDef type = catalog.type(baseType(oid));
        return type != null && type.kind() == 'c';
    }

    /// Composite, domain over composite, or record.
    boolean isRowType(int oid) {
        return oid == RECORD || isComposite(oid);
    }

    int collationOf(int oid) {
        TypeDef type = catalog.type(oid);
        return type == null ? NONE : type.collation();
    }

    boolean isPolymorphic(int oid) {
        return isPolymorphicFirst(oid) || isPolymorphicSecond(oid);
    }

    /// The anyelement family.
    static boolean isPolymorphicFirst(int oid) {
        return oid == ANYELEMENT
                || oid == ANYARRAY
                || oid == ANYNONARRAY
                || oid == ANYENUM
                || oid == ANYRANGE
                || oid == ANYMULTIRANGE;
    }

    /// The anycompatible family.
    static boolean isPolymorphicSecond(int oid) {
        return oid == ANYCOMPATIBLE
                || oid == ANYCOMPATIBLEARRAY
                || oid == ANYCOMPATIBLENONARRAY
                || oid == ANYCOMPATIBLERANGE
                || oid == ANYCOMPATIBLEMULTIRANGE;
    }

    /// PostgreSQL's `IsBinaryCoercible`.
    boolean isBinaryCoercible(int from, int to) {
        if (from == to || to == ANY || to == ANYELEMENT || to == ANYCOMPATIBLE) {
            return true;
        }
        int source = baseType(from);
        if (source == to) {
            return true;
        }
        if ((to == ANYARRAY || to == ANYCOMPATIBLEARRAY) && trueArrayElement(source) != NONE) {
            return true;
        }
        if ((to == ANYNONARRAY || to == ANYCOMPATIBLENONARRAY) && trueArrayElement(source) == NONE) {
            return true;
        }
        if (to == ANYENUM && isEnum(source)) {
            return true;
        }
        if ((to == ANYRANGE || to == ANYCOMPATIBLERANGE) && isRange(source)) {
            return true;
        }
        if ((to == ANYMULTIRANGE || to == ANYCOMPATIBLEMULTIRANGE) && isMultirange(source)) {
            return true;
        }
        if (to == RECORD && isComposite(source)) {
            return true;
        }
        if (to == RECORD_ARRAY && isArrayOfComposite(source)) {
            return true;
        }
        CastDef cast = catalog.cast(source, to);
        return cast != null && cast.method() == 'b' && cast.context() == 'i';
    }

    boolean isArrayOfComposite(int oid) {
        int element = trueArrayElement(oid);
        return element != NONE && isRowType(element);
    }

    /// PostgreSQL's `find_coercion_pathway`.
    Pathway pathway(int target, int source, Context context) {
        int from = baseType(source);
        int to = baseType(target);
        if (from == to) {
            return RELABEL;
        }
        CastDef cast = catalog.cast(from, to);
        if (cast != null) {
            Context needed = switch (cast.context()) {
                case 'i' -> Context.IMPLICIT;
                case 'a' -> Context.ASSIGNMENT;
                default -> Context.EXPLICIT;
            };
            if (context.compareTo(needed) >= 0) {
                return switch (cast.method()) {
                    case 'f' -> new Pathway(Path.FUNCTION, cast.function());
                    case 'i' -> new Pathway(Path.IO, NONE);
                    default -> RELABEL;
                };
            }
            return NO_PATH;
        }
        if (to != OIDVECTOR && to != INT2VECTOR) {
            int toElement = trueArrayElement(to);
            int fromElement = toElement == NONE ? NONE : trueArrayElement(from);
            if (fromElement != NONE) {
                Pathway element = pathway(toElement, fromElement, context);
                if (element.path() != Path.NONE) {
                    return new Pathway(Path.ARRAY, NONE);
                }
            }
        }
        if (context.compareTo(Context.ASSIGNMENT) >= 0 && category(to) == 'S') {
            return new Pathway(Path.IO, NONE);
        }
        if (context == Context.EXPLICIT && category(from) == 'S') {
            return new Pathway(Path.IO, NONE);
        }
        return NO_PATH;
    }

    /// PostgreSQL's `find_typmod_coercion_function`: how a value of the type is fitted to a type modifier.
    Pathway typmodPathway(int oid) {
        int type = oid;
        boolean array = false;
        int element = trueArrayElement(oid);
        if (element != NONE) {
            type = element;
            array = true;
        }
        CastDef cast = catalog.cast(type, type);
        if (cast == null || cast.function() == NONE) {
            return NO_PATH;
        }
        return array ? new Pathway(Path.ARRAY, NONE) : new Pathway(Path.FUNCTION, cast.function());
    }

    /// PostgreSQL's `can_coerce_type` for one value.
    boolean canCoerce(int from, int to, Context context) {
        return canCoerce(List.of(from), List.of(to), context);
    }

    boolean canCoerce(List<Integer> from, List<Integer> to, Context context) {
        boolean generics = false;
        for (int i = 0; i < from.size(); i++) {
            int input = from.get(i);
            int target = to.get(i);
            if (input == target || target == ANY) {
                continue;
            }
            if (isPolymorphic(target)) {
                generics = true;
                continue;
            }
            if (input == UNKNOWN) {
                continue;
            }
            if (pathway(target, input, context).path() != Path.NONE) {
                continue;
            }
            if (input == RECORD && isComposite(target)
                    || target == RECORD && isComposite(input)
                    || input == RECORD_ARRAY && isArrayOfComposite(target)
                    || target == RECORD_ARRAY && isArrayOfComposite(input)
                    || isChildRow(input, target)) {
                continue;
            }
            return false;
        }
        return !generics || PolymorphicTypes.consistent(this, from, to);
    }

    /// Whether `child` is the row type of a table that inherits from the table of `parent`, or that is OF that
    /// type.
    boolean isChildRow(int child, int parent) {
        int childTable = relationOf(baseType(child));
        int parentTable = relationOf(parent);
        return childTable != NONE
                && parentTable != NONE
                && (catalog.inheritsFrom(childTable, parentTable)
                        || catalog.table(childTable).ofType() == parent);
    }

    int relationOf(int oid) {
        TypeDef type = catalog.type(oid);
        return type == null || type.kind() != 'c' ? NONE : type.relation();
    }
}

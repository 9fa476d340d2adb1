package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.analyzer.TypeRules.Pathway;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Puts conversions over expressions. Source: PostgreSQL's parse_coerce.c.
final class Coercion {
    private Coercion() {}

    /// Converts to a type and its modifier; null when there is no way in this context.
    static Expr toTarget(
            ParseState state, Expr expression, int target, int typmod, Context context, Form form, int location) {
        if (!state.types().canCoerce(expression.type(), target, context)) {
            return null;
        }
        Expr inner = expression;
        while (inner instanceof Expr.Collate collate) {
            inner = collate.argument();
        }
        Expr result = coerce(state, inner, target, typmod, context, form, location);
        boolean hide = result != inner && !(result instanceof Expr.Const);
        result = fitTypmod(state, result, target, typmod, context, form, location, hide);
        if (inner != expression && state.types().collationOf(target) != NONE) {
            Expr.Collate collate = (Expr.Collate) expression;
            result = new Expr.Collate(result, collate.collation(), collate.origin());
        }
        return result;
    }

    /// Converts where `canCoerce` has said yes. PostgreSQL's `coerce_type`.
    static Expr coerce(ParseState state, Expr node, int target, int typmod, Context context, Form form, int location) {
        TypeRules types = state.types();
        int input = node.type();
        if (target == input) {
            return node;
        }
        if (target == ANY
                || target == ANYELEMENT
                || target == ANYNONARRAY
                || target == ANYCOMPATIBLE
                || target == ANYCOMPATIBLENONARRAY) {
            return node;
        }
        if (TypeRules.isPolymorphicFirst(target) || TypeRules.isPolymorphicSecond(target)) {
            if (input != UNKNOWN) {
                int base = types.baseType(input);
                if (base != input) {
                    return new Expr.RelabelType(node, base, -1, NONE, new Origin(location, Form.IMPLICIT_CAST));
                }
                return node;
            }
        }
        if (input == UNKNOWN && node instanceof Expr.Const constant) {
            return literal(state, constant, target, typmod, context, form, location);
        }
        if (node instanceof Expr.Param param
                && param.kind() == Expr.ParamKind.EXTERNAL
                && input == UNKNOWN
                && state.parameters().isInferred()) {
            int base = types.baseType(target);
            int type = state.parameters().infer(types, param.number(), base, param.location());
            Expr typed =
                    new Expr.Param(param.kind(), param.number(), type, -1, types.collationOf(type), param.origin());
            return base == target
                    ? typed
                    : toDomain(
                            state,
                            typed,
                            base,
                            types.baseTypmod(target, typmod),
                            target,
                            context,
                            form,
                            location,
                            false);
        }
        if (node instanceof Expr.Collate collate) {
            Expr inner = coerce(state, collate.argument(), target, typmod, context, form, location);
            return types.collationOf(target) == NONE
                    ? inner
                    : new Expr.Collate(inner, collate.collation(), collate.origin());
        }
        Pathway pathway = types.pathway(target, input, context);
        if (pathway.path() != TypeRules.Path.NONE) {
            int baseTypmod = types.baseTypmod(target, typmod);
            int base = types.baseType(target);
            if (pathway.path() != TypeRules.Path.RELABEL) {
                Expr result = convert(state, node, pathway, base, baseTypmod, context, form, location);
                return base == target
                        ? result
                        : toDomain(state, result, base, baseTypmod, target, context, form, location, true);
            }
            Expr result = toDomain(state, node, base, baseTypmod, target, context, form, location, false);
            return result == node ? new Expr.RelabelType(node, target, -1, NONE, new Origin(location, form)) : result;
        }
        if (input == RECORD && types.isComposite(target)) {
            return RowCoercion.recordToComposite(state, node, target, context, form, location);
        }
        if (target == RECORD && types.isComposite(input)
                || target == RECORD_ARRAY && types.isArrayOfComposite(input)
                || input == RECORD_ARRAY && types.isArrayOfComposite(target)) {
            return node;
        }
        if (types.isChildRow(input, target)) {
            int base = types.baseType(input);
            Expr source = base == input
                    ? node
                    : new Expr.RelabelType(node, base, -1, NONE, new Origin(location, Form.IMPLICIT_CAST));
            return new Expr.ConvertRowtype(source, target, new Origin(location, form));
        }
        if (input == UNKNOWN) {
            // An expression of type unknown that is no literal: its text is read.
            return new Expr.CoerceViaIo(node, target, NONE, new Origin(location, form));
        }
        throw new IllegalStateException("no conversion from %s to %s".formatted(types.name(input), types.name(target)));
    }

    private static Expr literal(
            ParseState state, Expr.Const constant, int target, int typmod, Context context, Form form, int location) {
        TypeRules types = state.types();
        int base = types.baseType(target);
        int baseTypmod = types.baseTypmod(target, typmod);
        // Only interval needs the modifier to read its text; other types are fitted afterwards.
        int inputTypmod = base == INTERVAL ? baseTypmod : -1;
        Object value = null;
        if (!constant.isNull()) {
            try {
                value = base == UNKNOWN
                        ? constant.value()
                        : state.session().type(base).parse((Utf8) constant.value(), inputTypmod, state.session());
            } catch (PgException e) {
                throw e.at(constant.location() + 1);
            }
        }
        Expr result = new Expr.Const(value, base, inputTypmod, types.collationOf(base), Origin.at(constant.location()));
        return base == target
                ? result
                : toDomain(state, result, base, baseTypmod, target, context, form, location, false);
    }

    /// Wraps a value of the base type in the domain's check, fitted to the domain's type modifier first.
    private static Expr toDomain(
            ParseState state,
            Expr argument,
            int base,
            int baseTypmod,
            int domain,
            Context context,
            Form form,
            int location,
            boolean hide) {
        if (base == domain) {
            return argument;
        }
        Expr inner = hide ? hidden(argument) : argument;
        inner = fitTypmod(state, inner, base, baseTypmod, context, Form.IMPLICIT_CAST, location, false);
        return new Expr.CoerceToDomain(inner, domain, -1, NONE, new Origin(location, form));
    }

    /// PostgreSQL's `coerce_type_typmod`.
    static Expr fitTypmod(
            ParseState state,
            Expr node,
            int target,
            int typmod,
            Context context,
            Form form,
            int location,
            boolean hide) {
        if (typmod == node.typmod()) {
            return node;
        }
        Expr inner = hide ? hidden(node) : node;
        if (typmod < 0) {
            return typmod < 0 && inner.typmod() >= 0 ? relabel(inner, target, form, location) : inner;
        }
        Pathway pathway = state.types().typmodPathway(target);
        if (pathway.path() == TypeRules.Path.NONE) {
            return new Expr.RelabelType(inner, target, typmod, NONE, new Origin(location, form));
        }
        return convert(state, inner, pathway, target, typmod, context, form, location);
    }

    private static Expr relabel(Expr node, int target, Form form, int location) {
        return new Expr.RelabelType(node, target, -1, NONE, new Origin(location, form));
    }

    /// PostgreSQL's `build_coercion_expression`.
    private static Expr convert(
            ParseState state,
            Expr node,
            Pathway pathway,
            int target,
            int typmod,
            Context context,
            Form form,
            int location) {
        TypeRules types = state.types();
        Origin origin = new Origin(location, form);
        return switch (pathway.path()) {
            case FUNCTION -> {
                FunctionDef function = types.catalog().function(pathway.function());
                List<Expr> arguments = new ArrayList<>();
                arguments.add(node);
                int count = function.argumentTypes().size();
                if (count >= 2) {
                    arguments.add(new Expr.Const(typmod, INT4, -1, NONE, Origin.NONE));
                }
                if (count == 3) {
                    arguments.add(new Expr.Const(context == Context.EXPLICIT, BOOL, -1, NONE, Origin.NONE));
                }
                yield new Expr.FunctionCall(function.oid(), arguments, false, false, target, NONE, NONE, origin);
            }
            case ARRAY -> {
                int sourceElement = types.trueArrayElement(types.baseType(node.type()));
                int targetElement = types.trueArrayElement(target);
                Expr element = new Expr.CaseTestValue(sourceElement, node.typmod(), types.collationOf(sourceElement));
                Expr converted = toTarget(state, element, targetElement, typmod, context, form, location);
                if (converted == null) {
                    throw new IllegalStateException("no conversion of array elements");
                }
                yield new Expr.ArrayCoerce(node, converted, target, converted.typmod(), NONE, origin);
            }
            case IO -> new Expr.CoerceViaIo(node, target, NONE, origin);
            case RELABEL, NONE -> throw new IllegalStateException("nothing to convert with");
        };
    }

    /// The conversion on top of `node` becomes one that is not printed.
    private static Expr hidden(Expr node) {
        Origin origin = new Origin(node.location(), Form.IMPLICIT_CAST);
        return switch (node) {
            case Expr.FunctionCall call
            when call.origin().isCast() ->
                new Expr.FunctionCall(
                        call.function(),
                        call.arguments(),
                        call.variadic(),
                        call.returnsSet(),
                        call.type(),
                        call.collation(),
                        call.inputCollation(),
                        origin);
            case Expr.RelabelType it ->
                new Expr.RelabelType(it.argument(), it.type(), it.typmod(), it.collation(), origin);
            case Expr.CoerceViaIo it -> new Expr.CoerceViaIo(it.argument(), it.type(), it.collation(), origin);
            case Expr.ArrayCoerce it ->
                new Expr.ArrayCoerce(it.argument(), it.element(), it.type(), it.typmod(), it.collation(), origin);
            case Expr.ConvertRowtype it -> new Expr.ConvertRowtype(it.argument(), it.type(), origin);
            case Expr.CoerceToDomain it ->
                new Expr.CoerceToDomain(it.argument(), it.type(), it.typmod(), it.collation(), origin);
            default -> node;
        };
    }

    /// What was written under conversions that were put in. PostgreSQL's `strip_implicit_coercions`.
    static Expr stripImplicit(Expr node) {
        Expr inner = node;
        while (inner.origin().form() == Form.IMPLICIT_CAST) {
            inner = inner.children().getFirst();
        }
        return inner;
    }

    /// For WHERE, HAVING, AND …; `construct` as in "argument of WHERE must be type boolean, not type integer".
    static Expr toBoolean(ParseState state, Expr node, String construct) {
        return toSpecific(state, node, BOOL, -1, construct);
    }

    static Expr toSpecific(ParseState state, Expr node, int type, int typmod, String construct) {
        Expr result = node;
        if (node.type() != type) {
            result = toTarget(state, node, type, typmod, Context.ASSIGNMENT, Form.IMPLICIT_CAST, -1);
            if (result == null) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                type == BOOL
                                        ? "argument of %s must be type %s, not type %s"
                                                .formatted(
                                                        construct,
                                                        "boolean",
                                                        state.types().name(node.type()))
                                        : "argument of %s must be type %s, not type %s"
                                                .formatted(
                                                        construct,
                                                        state.types().name(type),
                                                        state.types().name(node.type())))
                        .at(node.location() + 1);
            }
        }
        if (SetReturning.in(result)) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH, "argument of %s must not return a set".formatted(construct))
                    .at(node.location() + 1);
        }
        return result;
    }

    /// Converts to the type that [CommonType] chose.
    static Expr toCommon(ParseState state, Expr node, int target, String context) {
        if (node.type() == target) {
            return node;
        }
        if (!state.types().canCoerce(node.type(), target, Context.IMPLICIT)) {
            throw new PgException(
                            SqlState.CANNOT_COERCE,
                            "%s could not convert type %s to %s"
                                    .formatted(
                                            context,
                                            state.types().name(node.type()),
                                            state.types().name(target)))
                    .at(node.location() + 1);
        }
        return coerce(state, node, target, -1, Context.IMPLICIT, Form.IMPLICIT_CAST, -1);
    }

    static PgException cannotCast(ParseState state, int from, int to) {
        return new PgException(
                SqlState.CANNOT_COERCE,
                "cannot cast type %s to %s"
                        .formatted(state.types().name(from), state.types().name(to)));
    }

    static ColumnInfo column(String name, Expr expression) {
        return new ColumnInfo(name, expression.type(), expression.typmod(), expression.collation());
    }
}

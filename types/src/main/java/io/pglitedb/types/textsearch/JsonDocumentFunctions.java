package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.json.JsonTexts;
import io.pglitedb.types.json.JsonTexts.Part;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.Utf8;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// JSON as documents: each value is a text of its own, so that phrases do not reach from one into the next.
public final class JsonDocumentFunctions {
    private static final Set<Part> STRINGS = EnumSet.of(Part.STRING);

    private JsonDocumentFunctions() {}

    @Prosrc("json_string_to_tsvector_byid")
    public static TsVector jsonStringsToVector(CallContext call, int configuration, Utf8 json) {
        DocumentParser parser = DocumentFunctions.parser(call, configuration);
        JsonTexts.visit(json, STRINGS, parser::addApart);
        return parser.vector();
    }

    @Prosrc("json_string_to_tsvector")
    public static TsVector jsonStringsToVector(CallContext call, Utf8 json) {
        return jsonStringsToVector(call, DocumentFunctions.currentConfiguration(call), json);
    }

    @Prosrc("json_to_tsvector_byid")
    public static TsVector jsonToVector(CallContext call, int configuration, Utf8 json, Jsonb parts) {
        Set<Part> chosen = parts(parts);
        DocumentParser parser = DocumentFunctions.parser(call, configuration);
        JsonTexts.visit(json, chosen, parser::addApart);
        return parser.vector();
    }

    @Prosrc("json_to_tsvector")
    public static TsVector jsonToVector(CallContext call, Utf8 json, Jsonb parts) {
        return jsonToVector(call, DocumentFunctions.currentConfiguration(call), json, parts);
    }

    @Prosrc("jsonb_string_to_tsvector_byid")
    public static TsVector jsonbStringsToVector(CallContext call, int configuration, Jsonb json) {
        DocumentParser parser = DocumentFunctions.parser(call, configuration);
        JsonTexts.visit(json, STRINGS, parser::addApart);
        return parser.vector();
    }

    @Prosrc("jsonb_string_to_tsvector")
    public static TsVector jsonbStringsToVector(CallContext call, Jsonb json) {
        return jsonbStringsToVector(call, DocumentFunctions.currentConfiguration(call), json);
    }

    @Prosrc("jsonb_to_tsvector_byid")
    public static TsVector jsonbToVector(CallContext call, int configuration, Jsonb json, Jsonb parts) {
        Set<Part> chosen = parts(parts);
        DocumentParser parser = DocumentFunctions.parser(call, configuration);
        JsonTexts.visit(json, chosen, parser::addApart);
        return parser.vector();
    }

    @Prosrc("jsonb_to_tsvector")
    public static TsVector jsonbToVector(CallContext call, Jsonb json, Jsonb parts) {
        return jsonbToVector(call, DocumentFunctions.currentConfiguration(call), json, parts);
    }

    private static Set<Part> parts(Jsonb names) {
        if (names instanceof Jsonb.Obj) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "wrong flag type, only arrays and scalars are allowed");
        }
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Jsonb name : names instanceof Jsonb.Arr(List<Jsonb> elements) ? elements : List.of(names)) {
            if (!(name instanceof Jsonb.Str(Utf8 text))) {
                throw wrong("flag array element is not a string");
            }
            switch (text.toString().toLowerCase(Locale.ROOT)) {
                case "all" -> parts.addAll(EnumSet.allOf(Part.class));
                case "key" -> parts.add(Part.KEY);
                case "string" -> parts.add(Part.STRING);
                case "numeric" -> parts.add(Part.NUMERIC);
                case "boolean" -> parts.add(Part.BOOLEAN);
                default -> throw wrong("wrong flag in flag array: \"" + text + "\"");
            }
        }
        return parts;
    }

    private static PgException wrong(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message)
                .hint("Possible values are: \"string\", \"numeric\", \"boolean\", \"key\", and \"all\".");
    }
}

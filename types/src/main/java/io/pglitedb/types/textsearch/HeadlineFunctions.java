package io.pglitedb.types.textsearch;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.json.JsonTexts;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.Utf8;

/// ts_headline: the piece of a document that shows best why it matches. Of JSON every string value becomes one.
public final class HeadlineFunctions {
    private HeadlineFunctions() {}

    private static Utf8 make(CallContext call, int configuration, Utf8 document, TsQuery query, Utf8 options) {
        HeadlineText text =
                new HeadlineText(DocumentFunctions.parser(call, configuration).parse(document), query);
        HeadlineOptions parsed = HeadlineOptions.parse(options);
        HeadlineSelector.select(text, query, parsed);
        return text.headline(parsed);
    }

    @Prosrc("ts_headline_byid_opt")
    public static Utf8 headline(CallContext call, int configuration, Utf8 document, TsQuery query, Utf8 options) {
        return make(call, configuration, document, query, options);
    }

    @Prosrc("ts_headline_byid")
    public static Utf8 headline(CallContext call, int configuration, Utf8 document, TsQuery query) {
        return headline(call, configuration, document, query, null);
    }

    @Prosrc("ts_headline_opt")
    public static Utf8 headline(CallContext call, Utf8 document, TsQuery query, Utf8 options) {
        return headline(call, DocumentFunctions.currentConfiguration(call), document, query, options);
    }

    @Prosrc("ts_headline")
    public static Utf8 headline(CallContext call, Utf8 document, TsQuery query) {
        return headline(call, DocumentFunctions.currentConfiguration(call), document, query, null);
    }

    @Prosrc("ts_headline_json_byid_opt")
    public static Utf8 headlineJson(CallContext call, int configuration, Utf8 document, TsQuery query, Utf8 options) {
        return JsonTexts.mapStrings(document, text -> make(call, configuration, text, query, options));
    }

    @Prosrc("ts_headline_json_byid")
    public static Utf8 headlineJson(CallContext call, int configuration, Utf8 document, TsQuery query) {
        return headlineJson(call, configuration, document, query, null);
    }

    @Prosrc("ts_headline_json_opt")
    public static Utf8 headlineJson(CallContext call, Utf8 document, TsQuery query, Utf8 options) {
        return headlineJson(call, DocumentFunctions.currentConfiguration(call), document, query, options);
    }

    @Prosrc("ts_headline_json")
    public static Utf8 headlineJson(CallContext call, Utf8 document, TsQuery query) {
        return headlineJson(call, DocumentFunctions.currentConfiguration(call), document, query, null);
    }

    @Prosrc("ts_headline_jsonb_byid_opt")
    public static Jsonb headlineJsonb(
            CallContext call, int configuration, Jsonb document, TsQuery query, Utf8 options) {
        return JsonTexts.mapStrings(document, text -> make(call, configuration, text, query, options));
    }

    @Prosrc("ts_headline_jsonb_byid")
    public static Jsonb headlineJsonb(CallContext call, int configuration, Jsonb document, TsQuery query) {
        return headlineJsonb(call, configuration, document, query, null);
    }

    @Prosrc("ts_headline_jsonb_opt")
    public static Jsonb headlineJsonb(CallContext call, Jsonb document, TsQuery query, Utf8 options) {
        return headlineJsonb(call, DocumentFunctions.currentConfiguration(call), document, query, options);
    }

    @Prosrc("ts_headline_jsonb")
    public static Jsonb headlineJsonb(CallContext call, Jsonb document, TsQuery query) {
        return headlineJsonb(call, DocumentFunctions.currentConfiguration(call), document, query, null);
    }
}

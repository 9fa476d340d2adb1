/// json, jsonb and jsonpath. `JsonParser` reads JSON text and words its errors as PostgreSQL does; a json value is its
/// text, a jsonb value the tree `value.Jsonb`. Sources of behaviour: PostgreSQL 15 `jsonapi.c`, `json.c`, `jsonb.c`,
/// `jsonb_util.c`, `jsonfuncs.c`.
package io.pglitedb.types.json;

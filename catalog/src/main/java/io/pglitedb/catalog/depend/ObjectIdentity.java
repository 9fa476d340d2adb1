package io.pglitedb.catalog.depend;

import java.util.List;

/// What pg_identify_object and pg_identify_object_as_address say of an object: names that do not hang on a search
/// path.
///
/// @param type in words: `table column`
/// @param schema quoted where needed; null for objects without
/// @param name quoted where needed; null when it alone does not tell it from others of its type
/// @param identity all of it in one text
/// @param names not quoted, outermost first
/// @param arguments types, for objects told apart by them
public record ObjectIdentity(
        String type, String schema, String name, String identity, List<String> names, List<String> arguments) {
    public ObjectIdentity {
        names = List.copyOf(names);
        arguments = List.copyOf(arguments);
    }
}

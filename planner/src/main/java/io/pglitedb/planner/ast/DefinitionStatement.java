package io.pglitedb.planner.ast;

import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import java.util.List;

/// Statements that define text search objects, collations, conversions, statistics, access methods and
/// extensions.
public sealed interface DefinitionStatement extends Statement {
    /// CREATE TEXT SEARCH PARSER, DICTIONARY, TEMPLATE, CONFIGURATION
    record CreateTextSearch(ObjectKind kind, List<String> name, List<DefElem> definition)
            implements DefinitionStatement {}

    record AlterDictionary(List<String> name, List<DefElem> options) implements DefinitionStatement {}

    record AlterConfiguration(List<String> name, MappingChange change) implements DefinitionStatement {}

    sealed interface MappingChange {}

    record AddMapping(List<String> tokenTypes, List<List<String>> dictionaries) implements MappingChange {}

    record SetMapping(List<String> tokenTypes, List<List<String>> dictionaries) implements MappingChange {}

    /// `tokenTypes` empty for all.
    record ReplaceDictionary(List<String> tokenTypes, List<String> dictionary, List<String> newDictionary)
            implements MappingChange {}

    record DropMapping(List<String> tokenTypes, boolean ifExists) implements MappingChange {}

    record CreateCollation(List<String> name, boolean ifNotExists, List<DefElem> definition)
            implements DefinitionStatement {}

    /// CREATE COLLATION … FROM
    record CopyCollation(List<String> name, boolean ifNotExists, List<String> source) implements DefinitionStatement {}

    record RefreshCollation(List<String> name) implements DefinitionStatement {}

    record CreateConversion(
            List<String> name, boolean isDefault, String fromEncoding, String toEncoding, List<String> function)
            implements DefinitionStatement {}

    /// `column` or `expression`.
    record StatisticsElement(String column, AstExpr expression) {}

    /// `kinds` empty for all.
    record CreateStatistics(
            List<String> name,
            boolean ifNotExists,
            List<String> kinds,
            List<StatisticsElement> elements,
            List<FromItem> from)
            implements DefinitionStatement {}

    record AlterStatistics(List<String> name, boolean ifExists, int target) implements DefinitionStatement {}

    /// `table`: of tables, else of indexes.
    record CreateAccessMethod(String name, boolean table, List<String> handler) implements DefinitionStatement {}

    /// Options: schema, new_version (String), cascade (Boolean).
    record CreateExtension(String name, boolean ifNotExists, List<DefElem> options) implements DefinitionStatement {}

    /// ALTER EXTENSION … UPDATE; option new_version.
    record UpdateExtension(String name, List<DefElem> options) implements DefinitionStatement {}

    /// ALTER EXTENSION … ADD or DROP
    record AlterExtensionMember(String name, boolean add, ObjectReference object) implements DefinitionStatement {}
}

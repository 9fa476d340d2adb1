package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.Statement;

/// The grammar's classes over one token stream: each family of productions is a class, and they call each other
/// here.
final class Grammar {
    final TokenStream tokens;
    final NameParser names;
    final TypeNameParser types;
    final ExpressionParser expressions;
    final PrimaryParser primaries;
    final FunctionCallParser functions;
    final WindowParser windows;
    final FromParser from;
    final SelectParser selects;
    final ModificationParser modifications;
    final TransactionParser transactions;
    final SettingParser settings;
    final OptionParser options;
    final CursorParser cursors;
    final MaintenanceParser maintenance;
    final CopyParser copies;
    final DropParser drops;
    final DefinitionOptionParser definitions;
    final ConstraintParser constraints;
    final PartitionBoundParser partitions;
    final TableParser tables;
    final RelationParser relations;
    final ViewParser views;
    final ClauseParser clauses;
    final RoleParser roles;
    final DatabaseParser databases;
    final SchemaParser schemas;
    final SignatureParser signatures;
    final ReferenceParser references;
    final CommentParser comments;
    final CreateParser creates;
    final AlterParser alters;
    final AlterTableParser alterTables;
    final FunctionParser routines;
    final CastParser casts;
    final TypeParser typeDefinitions;
    final DomainParser domains;
    final PrivilegeParser privileges;
    final TriggerParser triggers;
    final RuleParser rules;
    final OperatorParser operators;
    final PublicationParser publications;
    final SubscriptionParser subscriptions;
    final ForeignParser foreign;
    final TextSearchParser textSearch;
    final DefinitionParser definitionStatements;
    final ExtensionParser extensions;
    final XmlParser xml;
    final XmlTableParser xmlTables;

    Grammar(TokenStream tokens) {
        this.tokens = tokens;
        names = new NameParser(this);
        types = new TypeNameParser(this);
        expressions = new ExpressionParser(this);
        primaries = new PrimaryParser(this);
        functions = new FunctionCallParser(this);
        windows = new WindowParser(this);
        from = new FromParser(this);
        selects = new SelectParser(this);
        modifications = new ModificationParser(this);
        transactions = new TransactionParser(this);
        settings = new SettingParser(this);
        options = new OptionParser(this);
        cursors = new CursorParser(this);
        maintenance = new MaintenanceParser(this);
        copies = new CopyParser(this);
        drops = new DropParser(this);
        definitions = new DefinitionOptionParser(this);
        constraints = new ConstraintParser(this);
        partitions = new PartitionBoundParser(this);
        tables = new TableParser(this);
        relations = new RelationParser(this);
        views = new ViewParser(this);
        clauses = new ClauseParser(this);
        roles = new RoleParser(this);
        databases = new DatabaseParser(this);
        schemas = new SchemaParser(this);
        signatures = new SignatureParser(this);
        references = new ReferenceParser(this);
        comments = new CommentParser(this);
        creates = new CreateParser(this);
        alters = new AlterParser(this);
        alterTables = new AlterTableParser(this);
        routines = new FunctionParser(this);
        casts = new CastParser(this);
        typeDefinitions = new TypeParser(this);
        domains = new DomainParser(this);
        privileges = new PrivilegeParser(this);
        triggers = new TriggerParser(this);
        rules = new RuleParser(this);
        operators = new OperatorParser(this);
        publications = new PublicationParser(this);
        subscriptions = new SubscriptionParser(this);
        foreign = new ForeignParser(this);
        textSearch = new TextSearchParser(this);
        definitionStatements = new DefinitionParser(this);
        extensions = new ExtensionParser(this);
        xml = new XmlParser(this);
        xmlTables = new XmlTableParser(this);
    }

    /// Any statement, by its first word.
    Statement statement() {
        Token first = tokens.peek();
        if (first.kind() != Token.Kind.KEYWORD && !first.is("(")) {
            throw tokens.syntaxError(); // a quoted name or a string is no key word, whatever it spells
        }
        return switch (first.text()) {
            case "select", "values", "table", "with", "(", "insert", "update", "delete", "merge" ->
                modifications.preparable();
            case "begin" -> transactions.begin();
            case "start" -> transactions.start();
            case "commit", "end" -> transactions.commit();
            case "rollback", "abort" -> transactions.rollback();
            case "savepoint" -> transactions.savepoint();
            case "release" -> transactions.release();
            case "set" -> settings.set();
            case "reset" -> settings.reset();
            case "show" -> settings.show();
            case "explain" -> cursors.explain();
            case "prepare" -> cursors.prepare();
            case "execute" -> cursors.execute();
            case "deallocate" -> cursors.deallocate();
            case "declare" -> cursors.declare();
            case "fetch", "move" -> cursors.fetch();
            case "close" -> cursors.close();
            case "listen" -> maintenance.listen();
            case "unlisten" -> maintenance.unlisten();
            case "notify" -> maintenance.notification();
            case "lock" -> maintenance.lock();
            case "vacuum" -> maintenance.vacuum();
            case "analyze", "analyse" -> maintenance.analyze();
            case "cluster" -> maintenance.cluster();
            case "reindex" -> maintenance.reindex();
            case "checkpoint" -> maintenance.checkpoint();
            case "discard" -> maintenance.discard();
            case "truncate" -> maintenance.truncate();
            case "call" -> maintenance.call();
            case "do" -> maintenance.anonymousBlock();
            case "copy" -> copies.copy();
            case "drop" -> drops.drop();
            case "create" -> creates.create();
            case "alter" -> alters.alter();
            case "comment" -> comments.comment();
            case "security" -> comments.securityLabel();
            case "reassign" -> roles.reassignOwned();
            case "refresh" -> views.refresh();
            case "grant" -> privileges.grant();
            case "revoke" -> privileges.revoke();
            case "import" -> foreign.importSchema();
            case "load" -> extensions.load();
            default -> throw tokens.syntaxError();
        };
    }
}

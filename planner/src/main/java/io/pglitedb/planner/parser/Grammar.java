package io.pglitedb.planner.parser;

/// The grammar's classes over one token stream: each family of productions is a class, and they call each other here.
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
    }
}

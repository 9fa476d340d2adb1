package io.pglitedb.executor.command.object;

import io.pglitedb.catalog.define.Comments;
import io.pglitedb.executor.access.Ownership;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectStatement.Comment;
import java.util.Set;

/// COMMENT ON.
final class CommentCommand implements Command<Comment> {
    @Override
    public Class<Comment> statement() {
        return Comment.class;
    }

    @Override
    public String name(Comment statement) {
        return "COMMENT";
    }

    @Override
    public Set<Trait> traits(Comment statement) {
        return Set.of(Trait.WRITES);
    }

    @Override
    public String run(Comment statement, CommandCall call) {
        Definition definition = Definition.of(call);
        var object = new ObjectLookup(definition).require(statement.object());
        new Ownership(definition).requireOfOwned(object);
        new Comments(definition.writer()).set(object, statement.text() == null ? "" : statement.text());
        return "COMMENT";
    }
}

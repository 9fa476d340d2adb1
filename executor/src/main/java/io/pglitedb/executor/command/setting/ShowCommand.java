package io.pglitedb.executor.command.setting;

import io.pglitedb.catalog.setting.Setting;
import io.pglitedb.catalog.setting.Settings;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.executor.backend.ResultShape.Column;
import io.pglitedb.executor.command.Command;
import io.pglitedb.executor.command.CommandCall;
import io.pglitedb.planner.ast.SessionStatement.Show;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.Utf8;
import java.util.Set;

/// SHOW name, SHOW ALL.
final class ShowCommand implements Command<Show> {
    @Override
    public Class<Show> statement() {
        return Show.class;
    }

    @Override
    public String name(Show show) {
        return "SHOW";
    }

    @Override
    public Set<Trait> traits(Show show) {
        return Set.of(Trait.WITHOUT_SNAPSHOT);
    }

    @Override
    public ResultShape shape(Show show, Backend session) {
        return show.name() == null
                ? ResultShape.of(
                        new Column("name", Oids.TEXT),
                        new Column("setting", Oids.TEXT),
                        new Column("description", Oids.TEXT))
                : ResultShape.of(new Column(Settings.get(show.name()).name(), Oids.TEXT));
    }

    @Override
    public String run(Show show, CommandCall call) {
        if (show.name() == null) {
            for (Setting setting : Settings.all()) {
                call.rows().row(new Object[] {
                    Utf8.of(setting.name()), Utf8.of(call.session().variables().show(setting.name())), Utf8.EMPTY
                });
            }
        } else {
            call.rows().row(new Object[] {Utf8.of(call.session().variables().show(show.name()))});
        }
        return "SHOW";
    }
}

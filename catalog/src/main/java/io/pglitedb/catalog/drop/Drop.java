package io.pglitedb.catalog.drop;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// DROP of any objects, with all that goes along. Source of the messages: PostgreSQL 15,
/// `reportDependentObjects`.
public final class Drop {
    private static final int LINES_MAX = 100;

    private final CatalogWriter writer;
    private final ObjectDescriptions descriptions;
    private final Consumer<Report> notices;

    /// @param view whose search path decides which names go without a schema
    public Drop(CatalogWriter writer, CatalogView view, Consumer<Report> notices) {
        this.writer = writer;
        this.descriptions = new ObjectDescriptions(writer, view);
        this.notices = notices;
    }

    /// Drops the objects; 2BP01 when others depend on them, unless `cascade`. Gives all that was dropped.
    public List<ObjectAddress> run(List<ObjectAddress> objects, boolean cascade) {
        DropTargets search = new DropTargets(writer, descriptions, objects);
        List<DropTarget> targets = search.find();
        requireWholePartitions(search, targets);
        List<String> reported = new ArrayList<>();
        for (DropTarget target : targets.reversed()) {
            if (!target.has(DropTarget.ORIGINAL | DropTarget.SUBOBJECT | DropTarget.SILENT)) {
                String description = descriptions.describe(target.address);
                reported.add(
                        cascade
                                ? "drop cascades to " + description
                                : "%s depends on %s".formatted(description, descriptions.describe(target.dependee)));
            }
        }
        if (!cascade && !reported.isEmpty()) {
            throw new PgException(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, refusal(objects))
                    .detail(lines(reported))
                    .hint("Use DROP ... CASCADE to drop the dependent objects too.");
        }
        if (reported.size() == 1) {
            notices.accept(Report.notice(reported.getFirst()));
        } else if (reported.size() > 1) {
            notices.accept(Report.notice("drop cascades to %d other objects".formatted(reported.size()))
                    .withDetail(lines(reported)));
        }
        ObjectRemoval removal = new ObjectRemoval(writer);
        targets.forEach(target -> removal.remove(target.address));
        return targets.stream().map(target -> target.address).toList();
    }

    private String refusal(List<ObjectAddress> objects) {
        return objects.size() == 1
                ? "cannot drop %s because other objects depend on it"
                        .formatted(descriptions.describe(objects.getFirst()))
                : "cannot drop desired object(s) because other objects depend on them";
    }

    private static String lines(List<String> reported) {
        if (reported.size() <= LINES_MAX) {
            return String.join("\n", reported);
        }
        int left = reported.size() - LINES_MAX;
        return String.join("\n", reported.subList(0, LINES_MAX))
                + "\nand %d other object%s (see server log for list)".formatted(left, left == 1 ? "" : "s");
    }

    /// A part of a partitioned object goes only with the whole.
    private static void requireWholePartitions(DropTargets search, List<DropTarget> targets) {
        for (DropTarget target : targets) {
            if (target.has(DropTarget.IS_PART) && !target.has(DropTarget.PARTITION)) {
                throw search.requires(target.address, target.dependee);
            }
        }
    }
}

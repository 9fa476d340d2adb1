package io.pglitedb.catalog.drop;

import static io.pglitedb.catalog.drop.DropTarget.IS_PART;
import static io.pglitedb.catalog.drop.DropTarget.REVERSE;
import static io.pglitedb.catalog.drop.DropTarget.SUBOBJECT;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.Dependencies.Link;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.depend.ObjectDescriptions;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Walks the dependency graph from the objects to drop; dependers come before what they depend on. The way of
/// PostgreSQL's `findDependentObjects`, so that messages come in its order.
final class DropTargets {
    /// Newest objects first.
    private static final Comparator<DropTarget> ORDER = Comparator.<DropTarget>comparingLong(
                    target -> -Integer.toUnsignedLong(target.address.oid()))
            .thenComparingLong(target -> Integer.toUnsignedLong(target.address.classOid()))
            .thenComparingLong(target -> Integer.toUnsignedLong(target.address.subId()));

    /// The objects on the way down to the current one, innermost first.
    private static final class Stack {
        final ObjectAddress address;
        final Stack outer;
        int flags;

        Stack(ObjectAddress address, int flags, Stack outer) {
            this.address = address;
            this.flags = flags;
            this.outer = outer;
        }
    }

    private final CatalogWriter writer;
    private final Dependencies dependencies;
    private final ObjectDescriptions descriptions;
    private final List<ObjectAddress> pending;
    private final List<DropTarget> targets = new ArrayList<>();

    /// @param pending all objects of the command
    DropTargets(CatalogWriter writer, ObjectDescriptions descriptions, List<ObjectAddress> pending) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
        this.descriptions = descriptions;
        this.pending = pending;
    }

    /// In the order of deletion.
    List<DropTarget> find() {
        for (ObjectAddress object : pending) {
            lock(object);
            find(object, DropTarget.ORIGINAL, null);
        }
        return targets;
    }

    private void find(ObjectAddress object, int flags, Stack stack) {
        if (isOnStack(object, flags, stack) || isTarget(object, flags)) {
            return;
        }
        if (object.isPinned()) {
            throw new PgException(
                    SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                    "cannot drop %s because it is required by the database system"
                            .formatted(descriptions.describe(object)));
        }
        int ownFlags = flags;
        ObjectAddress owner = null;
        ObjectAddress partitioned = null;
        for (Link link : dependencies.linksOf(object)) {
            ObjectAddress other = link.referenced();
            if (other.isSameObject(object) && object.subId() == 0) {
                continue;
            }
            switch (link.type()) {
                case NORMAL, AUTO, AUTO_EXTENSION -> {}
                case EXTENSION, INTERNAL -> {
                    if (stack == null) {
                        if (isPending(other)) {
                            return;
                        }
                        if (owner == null || link.type() == DependencyType.INTERNAL) {
                            owner = other;
                        }
                    } else if (!isOnStack(other, 0, stack)) {
                        lock(other);
                        find(other, REVERSE, stack);
                        if (!isTarget(object, flags)) {
                            throw new IllegalStateException("dropping %s did not drop %s".formatted(other, object));
                        }
                        return;
                    }
                }
                case PARTITION_PRIMARY -> {
                    ownFlags |= IS_PART;
                    partitioned = other;
                }
                case PARTITION_SECONDARY -> {
                    if ((ownFlags & IS_PART) == 0) {
                        partitioned = other;
                    }
                    ownFlags |= IS_PART;
                }
            }
        }
        if (owner != null) {
            throw requires(object, partitioned != null ? partitioned : owner);
        }
        Stack here = new Stack(object, ownFlags, stack);
        for (DropTarget depender : dependersOf(object)) {
            find(depender.address, depender.flags, here);
        }
        ObjectAddress dependee = partitioned != null ? partitioned : stack != null ? stack.address : null;
        targets.add(new DropTarget(object, here.flags, dependee));
    }

    private List<DropTarget> dependersOf(ObjectAddress object) {
        List<DropTarget> dependers = new ArrayList<>();
        for (Link link : dependencies.linksTo(object)) {
            ObjectAddress other = link.depender();
            if (other.isSameObject(object) && object.subId() == 0) {
                continue;
            }
            lock(other);
            if (exists(other)) {
                dependers.add(new DropTarget(other, flagOf(link.type()), object));
            }
        }
        dependers.sort(ORDER);
        return dependers;
    }

    private static int flagOf(DependencyType type) {
        return switch (type) {
            case NORMAL -> DropTarget.NORMAL;
            case AUTO, AUTO_EXTENSION -> DropTarget.AUTO;
            case INTERNAL -> DropTarget.INTERNAL;
            case PARTITION_PRIMARY, PARTITION_SECONDARY -> DropTarget.PARTITION;
            case EXTENSION -> DropTarget.EXTENSION;
        };
    }

    PgException requires(ObjectAddress object, ObjectAddress other) {
        String otherDescription = descriptions.describe(other);
        return new PgException(
                        SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                        "cannot drop %s because %s requires it"
                                .formatted(descriptions.describe(object), otherDescription))
                .hint("You can drop %s instead.".formatted(otherDescription));
    }

    /// Keeps everybody else away from a relation.
    private void lock(ObjectAddress object) {
        if (object.classOid() == ClassOid.RELATION) {
            writer.lockRelation(object.oid(), LockMode.ACCESS_EXCLUSIVE);
        }
    }

    /// Another transaction may have dropped it while we waited.
    private boolean exists(ObjectAddress object) {
        SystemTable table = SystemTables.find(object.classOid());
        return table.oidIndex() == null || writer.row(table.oidIndex(), object.oid()) != null;
    }

    private boolean isPending(ObjectAddress object) {
        return pending.stream()
                .anyMatch(
                        other -> other.isSameObject(object) && (other.subId() == 0 || other.subId() == object.subId()));
    }

    private boolean isTarget(ObjectAddress object, int flags) {
        boolean found = false;
        for (DropTarget target : targets) {
            if (target.address.isSameObject(object)) {
                if (target.address.subId() == object.subId()) {
                    target.flags |= flags;
                    found = true;
                } else if (target.address.subId() == 0) {
                    found = true;
                } else if (object.subId() == 0 && flags != 0) {
                    target.flags |= flags | SUBOBJECT;
                }
            }
        }
        return found;
    }

    private static boolean isOnStack(ObjectAddress object, int flags, Stack stack) {
        boolean found = false;
        for (Stack level = stack; level != null; level = level.outer) {
            if (level.address.isSameObject(object)) {
                if (level.address.subId() == object.subId()) {
                    level.flags |= flags;
                    found = true;
                } else if (level.address.subId() == 0) {
                    found = true;
                } else if (object.subId() == 0 && flags != 0) {
                    level.flags |= flags | SUBOBJECT;
                }
            }
        }
        return found;
    }
}

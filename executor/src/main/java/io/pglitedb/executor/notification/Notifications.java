package io.pglitedb.executor.notification;

import io.pglitedb.executor.transaction.TransactionBlock;
import io.pglitedb.executor.transaction.TransactionListener;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// LISTEN, UNLISTEN and NOTIFY of one session: asked for in a transaction, done when it commits.
public final class Notifications implements TransactionListener {
    private static final int PAYLOAD_BYTES_MAX = 7999;
    private static final int CHANNEL_BYTES_MAX = 63;

    private sealed interface Action {
        int level();
    }

    private record Listen(int level, String channel) implements Action {}

    /// @param channel null for all
    private record Unlisten(int level, String channel) implements Action {}

    private record Notify(int level, String channel, String payload) implements Action {}

    private final NotificationHub hub;
    private final String database;
    private final int processId;
    private final TransactionBlock block;
    private final Mailbox mailbox;
    private List<Action> pending = new ArrayList<>();

    /// @param wake called, from any thread, when something has arrived
    public Notifications(NotificationHub hub, String database, int processId, TransactionBlock block, Runnable wake) {
        this.hub = hub;
        this.database = database;
        this.processId = processId;
        this.block = block;
        this.mailbox = new Mailbox(wake);
    }

    public void listen(String channel) {
        pending.add(new Listen(block.level(), channel));
    }

    /// @param channel null for all
    public void unlisten(String channel) {
        pending.add(new Unlisten(block.level(), channel));
    }

    public void notify(String channel, String payload) {
        if (channel.isEmpty()) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "channel name cannot be empty");
        }
        if (channel.getBytes(StandardCharsets.UTF_8).length > CHANNEL_BYTES_MAX) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "channel name too long");
        }
        if (payload.getBytes(StandardCharsets.UTF_8).length > PAYLOAD_BYTES_MAX) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "payload string too long");
        }
        pending.add(new Notify(block.level(), channel, payload));
    }

    public Set<String> channels() {
        return hub.channels(mailbox);
    }

    /// What has arrived since the last call.
    public List<Notification> take() {
        return mailbox.take();
    }

    @Override
    public void beforePrepare() {
        if (!pending.isEmpty()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cannot PREPARE a transaction that has executed LISTEN, UNLISTEN, or NOTIFY");
        }
    }

    @Override
    public void committed() {
        if (pending.isEmpty()) {
            return;
        }
        // The same message sent twice in a transaction arrives once.
        Set<Notification> sent = new LinkedHashSet<>();
        for (Action action : pending) {
            switch (action) {
                case Listen(int _, String channel) -> hub.listen(database, channel, mailbox);
                case Unlisten(int _, String channel) -> {
                    if (channel == null) {
                        hub.unlistenAll(mailbox);
                    } else {
                        hub.unlisten(database, channel, mailbox);
                    }
                }
                case Notify(int _, String channel, String payload) ->
                    sent.add(new Notification(processId, channel, payload));
            }
        }
        pending = new ArrayList<>();
        hub.send(database, List.copyOf(sent));
    }

    @Override
    public void rollingBack() {
        pending.clear();
    }

    @Override
    public void savepointReleased(int level) {
        pending.replaceAll(action -> action.level() < level ? action : outer(action, level - 1));
    }

    private static Action outer(Action action, int level) {
        return switch (action) {
            case Listen(int _, String channel) -> new Listen(level, channel);
            case Unlisten(int _, String channel) -> new Unlisten(level, channel);
            case Notify(int _, String channel, String payload) -> new Notify(level, channel, payload);
        };
    }

    @Override
    public void savepointRollingBack(int level) {
        pending.removeIf(action -> action.level() >= level);
    }

    public void terminate() {
        hub.unlistenAll(mailbox);
    }
}

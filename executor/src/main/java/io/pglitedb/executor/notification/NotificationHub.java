package io.pglitedb.executor.notification;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who listens to what in a server. Thread-safe.
public final class NotificationHub {
    private record Channel(String database, String name) {}

    private final Map<Channel, Set<Mailbox>> listeners = new HashMap<>();

    synchronized void listen(String database, String name, Mailbox mailbox) {
        listeners
                .computeIfAbsent(new Channel(database, name), channel -> new LinkedHashSet<>())
                .add(mailbox);
    }

    synchronized void unlisten(String database, String name, Mailbox mailbox) {
        Channel channel = new Channel(database, name);
        Set<Mailbox> mailboxes = listeners.get(channel);
        if (mailboxes != null && mailboxes.remove(mailbox) && mailboxes.isEmpty()) {
            listeners.remove(channel);
        }
    }

    synchronized void unlistenAll(Mailbox mailbox) {
        listeners.values().removeIf(mailboxes -> mailboxes.remove(mailbox) && mailboxes.isEmpty());
    }

    /// Names of the channels, in order.
    synchronized Set<String> channels(Mailbox mailbox) {
        Set<String> names = new TreeSet<>();
        listeners.forEach((channel, mailboxes) -> {
            if (mailboxes.contains(mailbox)) {
                names.add(channel.name());
            }
        });
        return names;
    }

    /// All of one transaction, in order: they arrive together and in the order of commits.
    synchronized void send(String database, List<Notification> notifications) {
        for (Notification notification : notifications) {
            listeners
                    .getOrDefault(new Channel(database, notification.channel()), Set.of())
                    .forEach(mailbox -> mailbox.put(notification));
        }
    }
}

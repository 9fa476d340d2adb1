package io.pglitedb.executor.notification;

/// @param processId of the session that sent it
public record Notification(int processId, String channel, String payload) {}

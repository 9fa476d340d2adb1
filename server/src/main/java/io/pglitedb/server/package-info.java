/// Launcher, settings file, embedded API, wiring.
package io.pglitedb.server;

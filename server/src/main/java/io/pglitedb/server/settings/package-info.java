/// What an operator writes into `pglitedb.conf` or on the command line.
package io.pglitedb.server.settings;

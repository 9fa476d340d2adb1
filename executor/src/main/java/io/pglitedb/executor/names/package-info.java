/// The catalog in the terms that types ask for: value types of user-defined types, names of objects and roles.
package io.pglitedb.executor.names;

/// SQL types, values, text and binary I/O, the functions and operators of each type, errors.
package io.pglitedb.types;

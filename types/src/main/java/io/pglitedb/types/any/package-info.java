/// Functions of values of any type.
package io.pglitedb.types.any;

/// money, with the marks of locale "C": a dollar sign, two decimal places. The carrier is Long, cents.
package io.pglitedb.types.money;

/// What the templates of to_char, to_date, to_timestamp and to_number have in common.
package io.pglitedb.types.template;

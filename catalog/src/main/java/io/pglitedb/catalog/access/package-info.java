/// Who may do what: roles and their memberships, access control lists as the catalog keeps them.
package io.pglitedb.catalog.access;

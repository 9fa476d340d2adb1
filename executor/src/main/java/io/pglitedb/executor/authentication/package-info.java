/// Who is let in, and what he has to prove: rules of the file `pg_hba.conf`, passwords and their stored forms.
/// Start at [ClientAuthentication].
package io.pglitedb.executor.authentication;

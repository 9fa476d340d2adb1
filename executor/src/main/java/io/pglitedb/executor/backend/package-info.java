/// One client's session at work.
/// ```
///   Connector ──▶ BackendSession ──▶ SimpleQuery, ExtendedQuery
///                                      │ StatementSource   text, analysis, plan, runnable plans; kept while current
///                                      ▼
///                                    Portal ── QueryPortal ──▶ QueryRun ──▶ run.RunnablePlan
///                                          └── CommandPortal ──▶ command.Command
/// ```
/// [io.pglitedb.executor.backend.Backend] holds the parts that belong to a session (settings, transaction block,
/// portals, prepared statements, identity, catalog view); commands and functions find everything through it. What
/// all sessions share is an [io.pglitedb.executor.backend.Instance].
package io.pglitedb.executor.backend;

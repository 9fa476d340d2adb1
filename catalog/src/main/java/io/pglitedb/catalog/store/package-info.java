/// pg_catalog in the row store.
/// ```
///   CatalogStore ── one per server: bootstraps, opens and makes databases
///     DatabaseCatalog ── one per database: typed views, shared by its sessions while nothing changes
///       CatalogWriter ── one per transaction that writes catalog rows: rows, index entries, own view
/// ```
/// Every pg_catalog table is an ordinary relation of the row store (body: `RowCodec` over its columns, entries:
/// `IndexEntry`). Shared tables have one storage whose number is their OID; of the others every database has its
/// own, which `StorageMap` remembers in relation 1, a row per database whose rowid is the database's OID.
package io.pglitedb.catalog.store;

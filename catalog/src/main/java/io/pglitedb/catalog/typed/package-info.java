/// The catalog's rows as typed records. A `Lookup` says how one kind of question is answered from a
/// `CatalogReader` and
/// which tables that reads; a `CatalogSource` keeps the answers; `TypedCatalog` is all questions together.
package io.pglitedb.catalog.typed;

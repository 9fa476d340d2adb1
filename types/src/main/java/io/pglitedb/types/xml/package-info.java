/// xml: text that is known to be well-formed. The JDK's parser judges it and its XPath engine queries it; what
/// SQL/XML's syntax needs (XMLELEMENT, XMLPARSE …) stands in `XmlValues` and `XmlBuilding` as plain methods.
///
/// Known differences: details of syntax errors are the JDK's words, not libxml2's; `position()` and `last()`
/// outside of a predicate are numbers here and an error there; a function that takes the first node of a set
/// whose order was not asked for, as `name(//*[2])`, may take another one; a reference to an external entity
/// vanishes.
package io.pglitedb.types.xml;

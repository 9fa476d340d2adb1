package io.pglitedb.types.xml;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// xml.
public final class XmlFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(XmlType.XML);
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(XmlFunctions.class, XPathFunctions.class);
    }
}

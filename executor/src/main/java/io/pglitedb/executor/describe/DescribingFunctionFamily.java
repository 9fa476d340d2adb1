package io.pglitedb.executor.describe;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Names the classes of this package.
public final class DescribingFunctionFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(
                NameFunctions.class,
                VisibilityFunctions.class,
                ExpressionTexts.class,
                IndexTexts.class,
                ConstraintTexts.class,
                RoutineTexts.class,
                RoutineDefinitions.class,
                ObjectFunctions.class,
                ObjectAddressFunctions.class,
                StorageFunctions.class,
                KeywordFunctions.class,
                ForeignObjectPrivileges.class,
                IndexProperties.class,
                CommentFunctions.class,
                RuleTexts.class,
                UnprintedFunctions.class,
                PublicationFunctions.class,
                TriggerTexts.class,
                UpdatabilityFunctions.class,
                PartitionFunctions.class,
                HashPartitionFunctions.class,
                RoleFunctions.class,
                PrivilegeFunctions.class,
                RelationPrivilegeFunctions.class,
                RowSecurityFunctions.class);
    }
}

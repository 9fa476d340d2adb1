package io.pglitedb.planner.ast;

/// A statement as the grammar sees it.
public sealed interface Statement
        permits SelectStmt,
                InsertStmt,
                UpdateStmt,
                DeleteStmt,
                MergeStmt,
                SessionStatement,
                ObjectStatement,
                TableStatement,
                AlterTableStatement,
                RoleStatement,
                DatabaseStatement,
                FunctionStatement,
                TypeStatement,
                PrivilegeStatement,
                TriggerStatement,
                OperatorStatement,
                ReplicationStatement,
                ForeignStatement,
                DefinitionStatement {}

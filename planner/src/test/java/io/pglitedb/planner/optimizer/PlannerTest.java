package io.pglitedb.planner.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.planner.analyzer.TestPlans;
import org.junit.jupiter.api.Test;

/// Shapes of plans over pg_catalog's tables.
class PlannerTest {
    private static void shape(String sql, String expected) {
        assertEquals(expected, PlanShape.of(TestPlans.plan(sql)), sql);
    }

    @Test
    void scansAndFilters() {
        shape("select 1", "Project(SingleRow)");
        shape("select relname from pg_class", "Seq pg_class");
        shape("select relname from pg_class where relkind = 'r'", "Project(Seq pg_class filtered)");
        shape("select relname from pg_class where oid = 5", "Project(Index pg_class by pg_class_oid_index/1)");
        shape(
                "select relname from pg_class where relname = 'x' and relnamespace = 11",
                "Project(Index pg_class by pg_class_relname_nsp_index/2)");
        shape(
                "select relname from pg_class where oid = any('{1,2}')",
                "Project(Index pg_class by pg_class_oid_index/0)");
    }

    @Test
    void joins() {
        shape(
                "select c.relname, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace",
                "Project(Hash INNER/1(Seq c, Seq n))");
        shape(
                "select c.relname, n.nspname from pg_class c left join pg_namespace n on n.oid = c.relnamespace where c.oid = 3",
                "Project(Loop LEFT/1(Index c by pg_class_oid_index/1, Index n by pg_namespace_oid_index/1))");
        shape(
                "select c.relname from pg_class c left join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'a'",
                "Project(Hash INNER/1(Seq c, Index n by pg_namespace_nspname_index/1))");
        shape("select * from pg_class a full join pg_class b on a.oid = b.oid", "Hash FULL/1(Seq a, Seq b)");
        shape(
                "select * from pg_class a, lateral (select * from pg_attribute where attrelid = a.oid limit 1) b",
                "Loop INNER/1(Seq a, Project(Limit(Index pg_attribute by pg_attribute_relid_attnam_index/1)))");
        shape("select * from pg_class a, generate_series(1, a.relnatts) g", "Loop INNER/1(Seq a, FunctionScan)");
    }

    @Test
    void sublinks() {
        shape(
                "select * from pg_class c where exists (select 1 from pg_index i where i.indrelid = c.oid)",
                "Hash SEMI/1(Seq c, Seq i)");
        shape(
                "select * from pg_class c where not exists (select 1 from pg_index i where i.indrelid = c.oid)",
                "Hash ANTI/1(Seq c, Seq i)");
        shape(
                "select * from pg_class c where oid in (select indrelid from pg_index)",
                "Hash SEMI/1(Seq c, Seq pg_index)");
        shape(
                "select * from pg_class c where oid not in (select indrelid from pg_index)",
                "Seq c filtered; SubPlan 1: Seq pg_index");
        shape(
                "select (select count(*) from pg_attribute a where a.attrelid = c.oid) from pg_class c",
                "Project(Hash LEFT/1(Seq c, Aggregate 1/1(Seq a)))");
        shape(
                "select (select count(*) from pg_attribute a where a.attrelid = c.oid) from pg_class c where oid = 1",
                "Project(Index c by pg_class_oid_index/1); SubPlan 1: Aggregate 0/1(Index a by pg_attribute_relid_attnam_index/1)");
        shape(
                "select (select (select c.relname from pg_index i where i.indrelid = a.attrelid) from pg_attribute a where a.attrelid = c.oid) from pg_class c",
                "Project(Seq c); SubPlan 1: Project(Index i by pg_index_indrelid_index/1); SubPlan 2: Project(Index a by pg_attribute_relid_attnam_index/1)");
        shape(
                "select (select max(oid) from pg_class)",
                "Project(SingleRow); InitPlan 1: Limit(Index pg_class by pg_class_oid_index/0); InitPlan 2: Project(SingleRow)");
    }

    @Test
    void groupingAndOrder() {
        shape(
                "select relkind, count(*), sum(relpages) from pg_class group by relkind having count(*) > 1 order by 2",
                "Sort 1(Filter(Aggregate 1/2(Seq pg_class)))");
        shape("select distinct relkind from pg_class", "Aggregate 1/0(Seq pg_class)");
        shape(
                "select distinct on (relkind) relkind, relname from pg_class order by relkind, relname",
                "Unique(Sort 2(Project(Seq pg_class)))");
        shape("select relname from pg_class order by relpages limit 3", "Project(Limit(Sort 1 top 3(Seq pg_class)))");
        shape(
                "select relkind from pg_class union select 'x' order by 1",
                "Sort 1(Aggregate 1/0(Append(Seq pg_class, Project(SingleRow))))");
        shape("with a as (select oid from pg_class) select * from a", "Project(Seq pg_class)");
        shape(
                "with a as (select oid from pg_class) select * from a x join a y on x.oid = y.oid",
                "Hash INNER/1(Cte a, Cte a); CTE a: Seq pg_class");
        shape(
                "select generate_series(1, 3) + 1, relname from pg_class order by relname",
                "Project(Project(ProjectSet(Index pg_class by pg_class_relname_nsp_index/0)))");
    }

    @Test
    void modifications() {
        shape(
                "insert into pg_namespace (oid, nspname, nspowner) values (1, 'a', 10) returning oid",
                "Insert(Project(SingleRow))");
        shape(
                "update pg_class set relname = 'x' where oid = 3 returning relname, relpages",
                "Update(Index pg_class by pg_class_oid_index/1)");
        shape(
                "delete from pg_class using pg_namespace n where relnamespace = n.oid and n.nspname = 'x'",
                "Delete(Hash INNER/1(Seq pg_class, Index n by pg_namespace_nspname_index/1))");
    }
}

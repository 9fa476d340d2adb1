with x as (select a, b from t) select * from x
--= a integer, b text
with x (p, q) as (select a, b from t) select p from x, x as y
--! 42702 @46 column reference "p" is ambiguous
with x (p, q, r) as (select a, b from t) select p from x
--! 42P10 @6 WITH query "x" has 2 columns available but 3 columns specified
with x as (select 1), x as (select 2) select * from x
--! 42712 @23 WITH query name "x" specified more than once
with x as (select * from y), y as (select 1) select * from x
--! 42P01 @26 relation "y" does not exist
--! DETAIL: There is a WITH item named "y", but it cannot be referenced from this part of the query.
--! HINT: Use WITH RECURSIVE, or re-order the WITH items to remove forward references.
with recursive x as (select * from y), y as (select 1 as n) select * from x
--= n integer
with recursive x as (select * from y), y as (select * from x) select * from x
--! 0A000 @16 mutual recursion between WITH items is not implemented
with recursive r (n) as (values (1) union all select n + 1 from r where n < 10) select n from r
--= n integer
with recursive r (n) as (select 1 union select n + 1 from r) select * from r as q (m) where m < 3
--= m integer
with recursive r as (select 'x' as v union all select v || 'y' from r) select * from r
--= v text
with recursive r as (select null as v union all select v from r) select * from r
--= v text
with recursive r (n) as (select 1 union all select n + 1.5 from r) select * from r
--! 42804 @33 recursive query "r" column 1 has type integer in non-recursive term but type numeric overall
--! HINT: Cast the output of the non-recursive term to the correct type.
with recursive r (v) as (select b collate "C" from t union all select v collate "POSIX" from r) select * from r
--! 42P21 @73 collation mismatch between explicit collations "C" and "POSIX"
with recursive r (v) as (select c from t union all select v * 2 from r) select * from r
--! 42804 @33 recursive query "r" column 1 has type numeric(10,2) in non-recursive term but type numeric overall
--! HINT: Cast the output of the non-recursive term to the correct type.
with recursive r as (select n + 1 from r) select * from r
--! 42P19 @16 recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term
with recursive r (n) as (select n from r union all select 1) select * from r
--! 42P19 @40 recursive reference to query "r" must not appear within its non-recursive term
with recursive r (n) as (select 1 union all select n from r union all select n from r) select * from r
--! 42P19 @59 recursive reference to query "r" must not appear within its non-recursive term
with recursive r (n) as (select 1 union all (select n from r union all select n + 1 from r)) select * from r
--! 42P19 @90 recursive reference to query "r" must not appear more than once
with recursive r (n) as (select 1 union all select (select n from r)) select * from r
--! 42P19 @67 recursive reference to query "r" must not appear within a subquery
with recursive r (n) as (select 1 union all select a from t where a in (select n from r)) select * from r
--! 42P19 @87 recursive reference to query "r" must not appear within a subquery
with recursive r (n) as (select 1 union all select n from t left join r on true) select * from r
--! 42P19 @71 recursive reference to query "r" must not appear within an outer join
with recursive r (n) as (select 1 union all select n from r right join t on true) select * from r
--! 42P19 @59 recursive reference to query "r" must not appear within an outer join
with recursive r (n) as (select 1 union all select n from r full join t on true) select * from r
--! 42P19 @59 recursive reference to query "r" must not appear within an outer join
with recursive r (n) as (select 1 union all select n from r left join t on true) select * from r
--= n integer
with recursive r (n) as (select 1 intersect select n from r) select * from r
--! 42P19 @16 recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term
with recursive r (n) as (select 1 union all (select n from r intersect all select 1)) select * from r
--! 42P19 @60 recursive reference to query "r" must not appear within INTERSECT
with recursive r (n) as (select 1 union all (select 1 except select n from r)) select * from r
--! 42P19 @76 recursive reference to query "r" must not appear within EXCEPT
with recursive r (n) as (select 1 union all (select n from r except select 1)) select * from r
--= n integer
with recursive r (n) as (select 1 union all select max(n) from r) select * from r
--! 42P19 @52 aggregate functions are not allowed in a recursive query's recursive term
with recursive r (n) as (select 1 union all select n from r having count(*) > 1) select * from r
--! 42803 @52 column "r.n" must appear in the GROUP BY clause or be used in an aggregate function
with recursive r (n) as (select 1 union all select n from r order by 1) select * from r
--! 0A000 @70 ORDER BY in a recursive query is not implemented
with recursive r (n) as (select 1 union all select n from r limit 1) select * from r
--! 0A000 @67 LIMIT in a recursive query is not implemented
with recursive r (n) as (select 1 union all select n from r offset 1) select * from r
--! 0A000 @68 OFFSET in a recursive query is not implemented
with recursive r (n) as (select 1 union all select n from r for update) select * from r
--! 0A000 @0 FOR UPDATE/SHARE in a recursive query is not implemented
with recursive r (n) as (with s as (select * from r) select 1 union all select n from r) select * from r
--! 42P19 @51 recursive reference to query "r" must not appear within a subquery
with recursive r (n) as (select 1 union all select n from (with r as (select 2 as n) select n from r) z) select * from r
--= n integer
with recursive r (n) as (insert into t select n from r returning a) select * from r
--! 42P19 @16 recursive query "r" must not contain data-modifying statements
with recursive r (n) as (select 1 union all select n from r, r as s) select * from r
--! 42P19 @62 recursive reference to query "r" must not appear more than once
with recursive r (n) as (select 1 union all select n from r) search depth first by n set seq select * from r order by seq
--= n integer, seq record[]
with recursive r (n) as (select 1 union all select n from r) search breadth first by n set seq select seq from r
--= seq record
with recursive r (n) as (select 1 union all select n from r) cycle n set is_cycle using path select * from r
--= n integer, is_cycle boolean, path record[]
with recursive r (n) as (select 1 union all select n from r where not is_cycle) cycle n set is_cycle to 'y' default 'n' using path select * from r
--! 42804 @71 argument of NOT must be type boolean, not type text
with recursive r (n) as (select 1 union all select r.* from r) search depth first by n set seq cycle n set mark using path select * from r
--= n integer, seq record[], mark boolean, path record[]
with recursive r (n) as (select 1 union all select n from r) search depth first by m set seq select * from r
--! 42601 @62 search column "m" not in WITH query column list
with recursive r (n) as (select 1 union all select n from r) search depth first by n, n set seq select * from r
--! 42701 @62 search column "n" specified more than once
with recursive r (n) as (select 1 union all select n from r) search depth first by n set n select * from r
--! 42702 @52 column reference "n" is ambiguous
with recursive r (n) as (select 1 union all select n from r) cycle m set mark using path select * from r
--! 42601 @62 cycle column "m" not in WITH query column list
with recursive r (n) as (select 1 union all select n from r) cycle n, n set mark using path select * from r
--! 42701 @62 cycle column "n" specified more than once
with recursive r (n) as (select 1 union all select n from r) cycle n set n using path select * from r
--! 42702 @52 column reference "n" is ambiguous
with recursive r (n) as (select 1 union all select n from r) cycle n set mark using n select * from r
--! 42702 @52 column reference "n" is ambiguous
with recursive r (n) as (select 1 union all select n from r) cycle n set mark using mark select * from r
--! 42601 @62 cycle mark column name and cycle path column name are the same
with recursive r (n) as (select 1 union all select n from r) search depth first by n set x cycle n set x using p select * from r
--! 42601 @62 search sequence column name and cycle mark column name are the same
with recursive r (n) as (select 1 union all select n from r) search depth first by n set x cycle n set m using x select * from r
--! 42601 @62 search sequence column name and cycle path column name are the same
with recursive r (n) as (select 1 union all select n from r) cycle n set mark to 1 default 'x' using path select * from r
--! 22P02 @92 invalid input syntax for type integer: "x"
with recursive r (n) as (select 1 union all select n from r) cycle n set mark to true default 55 using path select * from r
--! 42804 @95 CYCLE types boolean and integer cannot be matched
with recursive r (n) as (select 1 union all select n from r) cycle n set mark to point '(1,1)' default point '(2,2)' using path select * from r
--! 42883 @0 could not identify an equality operator for type point
with r (n) as (select 1) search depth first by n set seq select * from r
--! 42601 @6 WITH query is not recursive
with recursive r (n) as (select 1) search depth first by n set seq select * from r
--! 42601 @16 WITH query is not recursive
with recursive r (n) as ((select 1 union all select 2) union all select n from r) search depth first by n set seq select * from r
--! 0A000 @0 with a SEARCH or CYCLE clause, the left side of the UNION must be a SELECT
with x as (insert into t (a) values (1) returning a, b) select * from x
--= a integer, b text
with x as (insert into t (a) values (1)) select * from x
--! 0A000 @56 WITH query "x" does not have a RETURNING clause
with x as (update t set a = 2 returning *) delete from k using x where k.id = x.a returning k.*, x.b
--= id integer, v text, n numeric, b text
with x as (delete from t) select 1
--= ?column? integer
select * from (with x as (delete from t returning a) select * from x) s
--! 0A000 @21 WITH clause containing a data-modifying statement must be at the top level
with t as (select 1 as z) insert into t (a) select z from t
--= 
with t as (select 1 as z) update t set a = 2 where a = 1
--= 
with x as (select 1) select * from y
--! 42P01 @36 relation "y" does not exist
with x as materialized (select a from t), y as not materialized (select a from x) select * from y for update
--= a integer
with x as (select a from t for update) select * from x
--= a integer
insert into t (a) with x as (select 1 as n) select n from x returning a
--= a integer
with x as (select a from t) select (select sum(x.a) from t) from x
--= sum bigint
with x as (select 'a' as v) select v || 'b' from x
--= ?column? text
select 1 intersect all select 2
--= ?column? integer
select b from t union select b collate "C" from t
--= b text
select b collate "C" from t union select b collate "POSIX" from t
--! 42P21 @44 collation mismatch between explicit collations "C" and "POSIX"
select relname from pg_class union select b collate "POSIX" from t
--= relname name
select a, (with c (x, y) as (select 1, 2) select count((select t.a from c))) from t
--! 0A000 @50 outer-level aggregate cannot use a nested CTE
--! DETAIL: CTE "c" is below the aggregate's semantic level.

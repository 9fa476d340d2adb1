select a, b, count(*) from t group by grouping sets ((a), (b), ())
--= a integer, b text, count bigint
select a, b, grouping(a, b) from t group by rollup (a, b) order by grouping(b)
--= a integer, b text, grouping integer
select a, sum(c) from t group by cube (a, (b, c)), a
--= a integer, sum numeric
select a + 1, grouping(a + 1) from t group by distinct rollup (a + 1), rollup (a + 1)
--= ?column? integer, grouping integer
select count(*) from t group by ()
--= count bigint
select a from t group by grouping sets ((a, b), (a, grouping sets ((a, c))))
--! 42601 @62 syntax error at or near "sets"
select a, b from t group by rollup (1, 2)
--= a integer, b text
select grouping(c) from t group by a
--! 42803 @17 arguments to GROUPING must be grouping expressions of the associated query level
select grouping(a) from t
--! 42803 @17 arguments to GROUPING must be grouping expressions of the associated query level
select grouping(a), a from t group by a having grouping(a) = 0
--= grouping integer, a integer
select a from t group by grouping sets ((b))
--! 42803 @8 column "t.a" must appear in the GROUP BY clause or be used in an aggregate function
select 1 from t where grouping(a) = 1
--! 42803 @23 grouping operations are not allowed in WHERE
select grouping(a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a) from t group by a
--! 54023 @8 GROUPING must have fewer than 32 arguments
select 1 from t group by cube (a, a, a, a, a, a, a, a, a, a, a, a, a)
--! 54011 @26 CUBE is limited to 12 elements
select 1 from t group by cube (a, b, c, a, b, c), cube (a, b, c, a, b, c), cube (a, b, c, a, b, c)
--! 54001 @0 too many grouping sets present (maximum 4096)
select v, count(*) from k group by id
--= v text, count bigint
select id, v from k group by grouping sets ((id), (id, n))
--= id integer, v text
select id, v from k group by rollup (id)
--! 42803 @12 column "k.v" must appear in the GROUP BY clause or be used in an aggregate function
select k.v from k join t on a = id group by k.id
--= v text
select k.v, t.b from k join t on a = id group by k.id
--! 42803 @13 column "t.b" must appear in the GROUP BY clause or be used in an aggregate function
select (select v) from k group by id
--= v text
select (select b) from t group by a
--! 42803 @16 subquery uses ungrouped column "t.b" from outer query
select (select t.b || k.v from k) from t group by a
--! 42803 @16 subquery uses ungrouped column "t.b" from outer query
select a, (select sum(k.id + t.a) from k) from t group by a
--= a integer, sum bigint
select a, exists (select 1 from k where k.id = t.a and t.b = 'x') from t group by a
--! 42803 @56 subquery uses ungrouped column "t.b" from outer query
select x from (select a as x, b from t) s join t on true group by x
--= x integer
select a from t join t as s using (a) group by a
--= a integer
select a from t full join t as s using (a) group by a
--= a integer
select t.a from t full join t as s using (a) group by a
--! 42803 @8 column "t.a" must appear in the GROUP BY clause or be used in an aggregate function
select t.* from t group by a
--! 42803 @8 column "t.b" must appear in the GROUP BY clause or be used in an aggregate function
select t from t group by a, b, c
--! 42803 @8 column "t.*" must appear in the GROUP BY clause or be used in an aggregate function
select ctid from t group by a
--! 42803 @8 column "t.ctid" must appear in the GROUP BY clause or be used in an aggregate function
select a from t order by count(*)
--! 42803 @8 column "t.a" must appear in the GROUP BY clause or be used in an aggregate function
select a from t having count(*) > 1
--! 42803 @8 column "t.a" must appear in the GROUP BY clause or be used in an aggregate function
select b from t group by a having b = 'x'
--! 42803 @8 column "t.b" must appear in the GROUP BY clause or be used in an aggregate function
select count(*) filter (where count(*) > 1) from t
--! 42803 @31 aggregate functions are not allowed in FILTER
select sum(count(*)) from t
--! 42803 @12 aggregate function calls cannot be nested
select sum(a) from t group by sum(a)
--! 42803 @31 aggregate functions are not allowed in GROUP BY
select sum(a) as s from t group by s
--! 42803 @8 aggregate functions are not allowed in GROUP BY
select 1 from t group by 3
--! 42P10 @26 GROUP BY position 3 is not in select list
select a as x, b as x from t order by x
--! 42702 @39 ORDER BY "x" is ambiguous
select * from t group by a, b, c having max(a) > 1
--= a integer, b text, c numeric(10,2)
select count(*) from t where count(*) > 1
--! 42803 @30 aggregate functions are not allowed in WHERE
select 1 from t join k on count(*) = 1
--! 42803 @27 aggregate functions are not allowed in JOIN conditions
select * from (select a from t) s, lateral (select sum(s.a)) u
--! 42803 @52 aggregate functions are not allowed in FROM clause of their own query level
select (select sum(t.a)) from t
--= sum bigint
select (select sum(t.a + k.id) from k) from t
--= sum bigint
update t set a = sum(a)
--! 42803 @18 aggregate functions are not allowed in UPDATE
insert into t values (count(*))
--! 42803 @23 aggregate functions are not allowed in VALUES
delete from t where sum(a) = 1
--! 42803 @21 aggregate functions are not allowed in WHERE
insert into t values (1) returning sum(a)
--! 42803 @36 aggregate functions are not allowed in RETURNING
values (count(*))
--! 42803 @9 aggregate functions are not allowed in VALUES
select a from t limit count(*)
--! 42803 @23 aggregate functions are not allowed in LIMIT
select sum(distinct a, b) from t
--! 42883 @8 function sum(integer, text) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select count(distinct a order by b) from t
--! 42P10 @34 in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list
select string_agg(distinct b, ',' order by b) from t
--= string_agg text
select string_agg(distinct b, ',' order by a) from t
--! 42P10 @44 in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list
select array_agg(a order by b using <, c desc nulls first) from t
--= array_agg integer[]
select a from t order by b using ~~
--! 42809 @34 operator ~~ is not a valid ordering operator
--! HINT: Ordering operators must be "<" or ">" members of btree operator families.
select a from t order by b using <=
--! 42809 @34 operator <= is not a valid ordering operator
--! HINT: Ordering operators must be "<" or ">" members of btree operator families.
select percentile_disc(0.5) within group (order by a) from t
--= percentile_disc integer
select percentile_cont(array[0.1, 0.9]) within group (order by a) from t
--= percentile_cont double precision[]
select mode() within group (order by b desc) from t
--= mode text
select rank(1, 'x') within group (order by a, b) from t
--= rank bigint
select dense_rank('1') within group (order by a) from t
--= dense_rank bigint
select percentile_cont(a) within group (order by c) from t
--! 42803 @24 column "t.a" must appear in the GROUP BY clause or be used in an aggregate function
--! DETAIL: Direct arguments of an ordered-set aggregate must use only grouped columns.
select percentile_cont(a) within group (order by c) from t group by a
--= percentile_cont double precision
select percentile_cont(0.5) from t
--! 42883 @8 function percentile_cont(numeric) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select percentile_cont(0.5, 0.6) within group (order by a) from t
--! 42883 @8 function percentile_cont(numeric, numeric, integer) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select percentile_cont(0.5) within group (order by a, b) from t
--! 42883 @8 function percentile_cont(numeric, integer, text) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select rank(1) within group (order by a, b) from t
--! 42883 @8 function rank(integer, integer, text) does not exist
--! HINT: To use the hypothetical-set aggregate rank, the number of hypothetical direct arguments (here 1) must match the number of ordering columns (here 2).
select rank(1, 2, 3) within group (order by a, b) from t
--! 42883 @8 function rank(integer, integer, integer, integer, text) does not exist
--! HINT: To use the hypothetical-set aggregate rank, the number of hypothetical direct arguments (here 3) must match the number of ordering columns (here 2).
select sum(a) within group (order by b) from t
--! 42883 @8 function sum(integer, text) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select lower(b) within group (order by b) from t
--! 42883 @8 function lower(text, text) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select percentile_cont(sum(a)) within group (order by a) from t
--! 42803 @24 aggregate function calls cannot be nested
select rank(true) within group (order by a) from t
--! 42804 @13 WITHIN GROUP types integer and boolean cannot be matched
select json_agg(distinct b::json) from t
--! 42883 @26 could not identify an equality operator for type json
select sum(generate_series(1, a)) from t
--! 0A000 @12 aggregate function calls cannot contain set-returning function calls
--! HINT: You might be able to move the set-returning function into a LATERAL FROM item.
select sum(a => 1) from t
--! 42883 @8 function sum(a => integer) does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select lower(distinct b) from t
--! 42809 @8 DISTINCT specified, but lower is not an aggregate function
select lower(b order by b) from t
--! 42809 @8 ORDER BY specified, but lower is not an aggregate function
select lower(b) filter (where true) from t
--! 42809 @8 FILTER specified, but lower is not an aggregate function
select lower(*) from t
--! 42883 @8 function lower() does not exist
--! HINT: No function matches the given name and argument types. You might need to add explicit type casts.
select count() from t
--! 42809 @8 count(*) must be used to call a parameterless aggregate function
select sum(a) filter (where a) from t
--! 42804 @29 argument of FILTER must be type boolean, not type integer
select distinct from t
--! 42601 @17 syntax error at or near "from"
select a from t group by a for update
--! 0A000 @0 FOR UPDATE is not allowed with GROUP BY clause
select distinct a from t for update
--! 0A000 @0 FOR UPDATE is not allowed with DISTINCT clause
select count(*) from t for share
--! 0A000 @0 FOR SHARE is not allowed with aggregate functions
select 1 from t having true for update
--! 0A000 @0 FOR UPDATE is not allowed with HAVING clause
select rank() over () from t for update
--! 0A000 @0 FOR UPDATE is not allowed with window functions
select generate_series(1, 2) from t for update
--! 0A000 @0 FOR UPDATE is not allowed with set-returning functions in the target list
select a from t union select a from t for update
--! 0A000 @0 FOR UPDATE is not allowed with UNION/INTERSECT/EXCEPT
select a from t for update of nope
--! 42P01 @31 relation "nope" in FOR UPDATE clause not found in FROM clause
select * from (select a from t) s for update
--= a integer
select * from (select count(*) from t) s for update
--! 0A000 @0 FOR UPDATE is not allowed with aggregate functions
select * from generate_series(1, 2) g for update of g
--! 0A000 @53 FOR UPDATE cannot be applied to a function
select * from t join k on true for update of s.t
--! 42601 @46 FOR UPDATE must specify unqualified relation names
values (1) for update
--! 0A000 @0 FOR UPDATE cannot be applied to VALUES
select (select grouping(a)) from t group by rollup (a)
--= grouping integer
select a, (select grouping(t.a, t.b) from k limit 1) from t group by cube (a, b)
--= a integer, grouping integer
select (select grouping(t.c) from k limit 1) from t group by a
--! 42803 @25 arguments to GROUPING must be grouping expressions of the associated query level

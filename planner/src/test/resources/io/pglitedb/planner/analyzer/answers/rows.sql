select (json_each('{}')).* from t
--= key text, value json
select (json_each('{}')).key from t
--= key text
select (json_each('{}')).nope from t
--! 42703 @9 could not identify column "nope" in record data type
select (s).* from (select a, b from t) s
--= a integer, b text
select (s.r).f2, (r).* from (select row(a, b) as r from t) s
--= f2 text, f1 integer, f2 text
select (r).x from (select pos as r from p) s
--= x integer
select (pos).*, (pos).y, p.* from p
--= x integer, y text, y text, id integer, pos pair, nums integer[], pairs pair[], d integer
select (row(1, 'x')).f1
--= f1 integer
select (row(1, 'x')).f3
--! 42703 @9 could not identify column "f3" in record data type
select (r).* from (select r from (select row(a) as r from t) s1 union all select row(1)) s2
--= f1 integer
select (a).* from t
--! 42809 @0 type integer is not composite
select (a).x from t
--! 42809 @9 column notation .x applied to type integer, which is not a composite type
select pos.x from p
--! 42P01 @8 missing FROM-clause entry for table "pos"
select p.pos.x from p
--! 42P01 @8 missing FROM-clause entry for table "pos"
select (p).pos.x from p
--= x integer
select t.*::text, t::text, row(t.*, 1) from t
--= t text, t text, row record
select * from json_each('{}') as j (k)
--= k text, value json
select * from jsonb_to_record('{}') as (x int, y text)
--= x integer, y text
select * from jsonb_to_record('{}')
--! 42601 @15 a column definition list is required for functions returning "record"
select * from json_each('{}') as (x int)
--! 42601 @35 a column definition list is redundant for a function with OUT parameters
select * from generate_series(1, 2) with ordinality
--= generate_series integer, ordinality bigint
select * from unnest(array[1], array['x']) with ordinality as u (n, v, o)
--= n integer, v text, o bigint
select * from rows from (generate_series(1, 2), json_each('{}')) as r
--= generate_series integer, key text, value json
select row(1, 'a') < row(2, 'b'), row('a', 'b') ~<~ row('c', 'd'), row(1, 2) <> row(3, 4)
--= ?column? boolean, ?column? boolean, ?column? boolean
select row(1, 'a') ~~ row(2, 'b')
--! 42883 @20 operator does not exist: integer ~~ integer
--! HINT: No operator matches the given name and argument types. You might need to add explicit type casts.
select row(a, b) ~~ row(b, b) from t
--! 42883 @18 operator does not exist: integer ~~ text
--! HINT: No operator matches the given name and argument types. You might need to add explicit type casts.
select row(1) = row(1, 2)
--! 42601 @15 unequal number of entries in row expressions
select nums[1], nums[1:2], nums[:], pairs[1].y, pairs[1:1] from p
--= nums integer, nums integer[], nums integer[], y text, pairs pair[]
select (pairs[1]).y, (array[pos])[1].x from p
--= y text, x integer
select a[1] from t
--! 42804 @8 cannot subscript type integer because it does not support subscripting
select nums['x'] from p
--! 22P02 @13 invalid input syntax for type integer: "x"
select nums[true] from p
--! 42804 @13 array subscript must have type integer
select ('{}'::jsonb)['a'], ('{}'::jsonb)[1]['b']
--= jsonb jsonb, jsonb jsonb
select ('{}'::jsonb)[1.5]
--! 42804 @22 subscript type numeric is not supported
--! HINT: jsonb subscript must be coercible to either integer or text.
select ('{}'::jsonb)[1:2]
--! 42804 @24 jsonb subscript does not support slices
select array[nums, nums], array(select nums from p), array[array[1], array[2]] from p
--= array integer[], array integer[], array integer[]
select d + 1, d from p
--= ?column? integer, d integer
select distinct on (a, b) a from t order by a using <, c, b
--! 42P10 @24 SELECT DISTINCT ON expressions must match initial ORDER BY expressions
values (1, 'a' collate "C"), (2, 'b')
--= column1 integer, column2 text
select * from (values ('a' collate "C"), ('b' collate "POSIX")) v
--! 42P21 @47 collation mismatch between explicit collations "C" and "POSIX"

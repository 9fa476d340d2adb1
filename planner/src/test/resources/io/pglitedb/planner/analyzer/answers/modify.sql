update t set (a, b) = (select id, v from k where id = a), c = 1
--= 
update t set (a, b) = (select id from k)
--! 42601 @23 number of columns does not match number of values
update t set (a, b) = row (1, 'x')
--= 
update t set (a, b) = (1, default)
--= 
update t set (a, b) = (1, 2, 3)
--! 42601 @23 number of columns does not match number of values
update t set (a, b) = (select 1, true)
--= 
update t set (a, b) = x from k
--! 0A000 @23 source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression
update t set (a, b) = row (k.*) from k
--! 42601 @23 number of columns does not match number of values
update t set (a, b) = (select 1, 2), (a, c) = (select 3, 4)
--! 42601 @0 multiple assignments to same column "a"
update p set pos.x = 1, pos.y = 'z'
--= 
update p set pos.x = 'q'
--! 22P02 @22 invalid input syntax for type integer: "q"
update p set pos.x = true
--! 42804 @14 subfield "x" is of type integer but expression is of type boolean
--! HINT: You will need to rewrite or cast the expression.
update p set pos.z = 1
--! 42703 @14 cannot assign to field "z" of column "pos" because there is no such column in data type pair
update p set id.z = 1
--! 42804 @14 cannot assign to field "z" of column "id" because its type integer is not a composite type
update p set nums[1] = 2, nums[2] = 3
--= 
update p set nums[1:2] = array[5, 6]
--= 
update p set nums['x'] = 1
--! 22P02 @19 invalid input syntax for type integer: "x"
update p set nums[1] = 'x'::text
--! 42804 @14 subscripted assignment to "nums" requires type integer but expression is of type text
--! HINT: You will need to rewrite or cast the expression.
update p set nums[1] = true, nums = null
--! 42804 @14 subscripted assignment to "nums" requires type integer but expression is of type boolean
--! HINT: You will need to rewrite or cast the expression.
update p set pairs[1].y = 'z'
--= 
update p set pairs[1:2].y = 'z'
--! 42804 @14 cannot assign to field "y" of column "pairs" because its type pair[] is not a composite type
update p set id[1] = 2
--! 42804 @14 cannot subscript type integer because it does not support subscripting
update p set pos.x = default
--! 0A000 @14 cannot set a subfield to DEFAULT
update p set nums[1] = default
--! 0A000 @14 cannot set an array element to DEFAULT
update p set pos = row (1, 'x')
--= 
update p set pos = (1, 'x', 2)
--! 42846 @20 cannot cast type record to pair
--! DETAIL: Input has too many columns.
update p set pos.x = pos.x + 1, id = (pos).x
--! 42P01 @22 missing FROM-clause entry for table "pos"
update p set d = 5, d = 6
--! 42601 @0 multiple assignments to same column "d"
update p set ctid = '(0,1)'
--! 0A000 @14 cannot assign to system column "ctid"
insert into p (pos.x, pos.y, nums[1]) values (1, 'a', 2)
--= 
insert into p (pos.x, pos.y) values (1, 'a'), (2, 'b')
--= 
insert into p (pos, pos.y) values (null, 'a')
--! 42701 @21 column "pos" specified more than once
insert into p (pos.x, pos) values (1, null)
--! 42701 @23 column "pos" specified more than once
insert into p (pos.x, pos.x) values (1, 2)
--= 
insert into p (pairs[2].x) select 1
--= 
insert into t values (1, 2, 3, 4)
--! 42601 @32 INSERT has more expressions than target columns
insert into t (a, b) values (1)
--! 42601 @19 INSERT has more target columns than expressions
insert into t select 1, 2, 3, 4
--! 42601 @31 INSERT has more expressions than target columns
insert into t (a, b) select 1
--! 42601 @19 INSERT has more target columns than expressions
insert into t values (1, 2), (1)
--! 42601 @31 VALUES lists must all be the same length
insert into t select 'x', 'y'
--! 22P02 @22 invalid input syntax for type integer: "x"
insert into t (b) select a from t
--= 
insert into t (a) select b from t
--! 42804 @26 column "a" is of type integer but expression is of type text
--! HINT: You will need to rewrite or cast the expression.
insert into t default values returning *
--= a integer, b text, c numeric(10,2)
insert into t (a, a) values (1, 2)
--! 42701 @19 column "a" specified more than once
insert into t (zz) values (1)
--! 42703 @16 column "zz" of relation "t" does not exist
insert into t values (default, default), (1, 'x')
--= 
delete from t where current of cur
--= 
update t set a = 1 where current of cur
--= 
select * from t tablesample system (10)
--= a integer, b text, c numeric(10,2)
select * from t tablesample bernoulli (10.5) repeatable (42) where a > 1
--= a integer, b text, c numeric(10,2)
select * from t as x (p, q) tablesample bernoulli (a)
--! 42703 @52 column "a" does not exist
select * from t tablesample nope (10)
--! 42704 @29 tablesample method nope does not exist
select * from t tablesample system (10, 20)
--! 2202H @29 tablesample method system requires 1 argument, not 2
select * from t tablesample system ('x')
--! 22P02 @37 invalid input syntax for type real: "x"
select * from tv tablesample system (10)
--! 0A000 @15 TABLESAMPLE clause can only be applied to tables and materialized views
with w as (select 1) select * from w tablesample system (10)
--! 0A000 @36 TABLESAMPLE clause can only be applied to tables and materialized views
select * from t join t as s using (a, b) as j
--= a integer, b text, c numeric(10,2), c numeric(10,2)
select j.* from t join t as s using (a, b) as j
--= a integer, b text
select j.a, j from t join t as s using (a) as j
--= a integer, j record
select j.c from t join t as s using (a) as j
--! 42703 @8 column j.c does not exist
--! HINT: Perhaps you meant to reference the column "t.c" or the column "s.c".
select t.c, s.c, j.a from t join t as s using (a) as j
--= c numeric(10,2), c numeric(10,2), a integer
select j.a from (t join t as s using (a) as j) as q
--! 42P01 @8 missing FROM-clause entry for table "j"
select 1 from t join t as s using (a) as t
--! 42712 @0 table name "t" specified more than once
select j.a from t full join t as s using (a) as j
--= a integer
merge into k using t on k.id = t.a when matched then update set v = t.b when not matched then insert values (t.a, t.b)
--= 
merge into k as x using (select a, b from t) s on x.id = s.a when matched and s.b is null then delete when matched then do nothing when not matched and s.a > 0 then insert (id) overriding system value values (s.a) when not matched then do nothing
--= 
merge into k using t on k.id = t.a when not matched then insert default values
--= 
merge into k using t on k.id = t.a when matched then update set (v, n) = (select 'x', 1)
--= 
merge into k using t on k.id = t.a when matched then delete when matched then do nothing
--! 42601 @0 unreachable WHEN clause specified after unconditional WHEN clause
merge into k using k on true when matched then delete
--! 42712 @0 name "k" specified more than once
--! DETAIL: The name is used both as MERGE target table and data source.
merge into k using t on k.id = t.a when not matched then insert values (k.id)
--! 42P01 @73 invalid reference to FROM-clause entry for table "k"
--! HINT: There is an entry for table "k", but it cannot be referenced from this part of the query.
merge into k using t on k.id = t.a when not matched and k.id = 1 then do nothing
--! 42P01 @57 invalid reference to FROM-clause entry for table "k"
--! HINT: There is an entry for table "k", but it cannot be referenced from this part of the query.
merge into k using t on k.id when matched then delete
--= 
merge into k using t on count(*) > 1 when matched then delete
--! 42803 @25 aggregate functions are not allowed in JOIN conditions
merge into k using t on true when matched and count(*) > 1 then delete
--! 42803 @47 aggregate functions are not allowed in MERGE WHEN conditions
merge into k using t on true when matched and xmin = '1' then delete
--! 42P10 @47 cannot use system column "xmin" in MERGE WHEN condition
merge into k using t on true when matched then update set zz = 1
--! 42703 @59 column "zz" of relation "k" does not exist
merge into k using t on true when matched then update set v = sum(a)
--! 42803 @63 aggregate functions are not allowed in UPDATE
merge into k using t on true when not matched then insert (id, v) values (1)
--! 42601 @64 INSERT has more target columns than expressions
merge into k using t on true when not matched then insert values (1, 2, 3, 4)
--! 42601 @76 INSERT has more expressions than target columns
merge into tv using t on true when matched then delete
--! 0A000 @0 cannot execute MERGE on relation "tv"
--! DETAIL: This operation is not supported for views.
merge into nope using t on true when matched then delete
--! 42P01 @12 relation "nope" does not exist
with recursive w as (select 1) merge into k using w on true when matched then delete
--! 42601 @0 WITH RECURSIVE is not supported for MERGE statement
with w as (select 1 as n) merge into k using w on id = n when matched then delete
--! 42702 @56 column reference "n" is ambiguous
select a from t union select 1 into y
--! 42601 @37 INTO is only allowed on first SELECT of UNION/INTERSECT/EXCEPT
select * from (select a into x from t) s
--! 42601 @30 SELECT ... INTO is not allowed here
insert into t select a into x from t
--! 42601 @29 SELECT ... INTO is not allowed here
update t set a = f1 from (select id as f1 from k where id = a) ss
--! 42703 @61 column "a" does not exist
--! HINT: There is a column named "a" in table "t", but it cannot be referenced from this part of the query.
update t set a = f1 from (select id as f1 from k where id = t.a) ss
--! 42P01 @61 invalid reference to FROM-clause entry for table "t"
--! HINT: There is an entry for table "t", but it cannot be referenced from this part of the query.
update t set a = f1 from lateral (select id as f1 from k where id = t.a) ss
--! 42P10 @69 invalid reference to FROM-clause entry for table "t"
--! HINT: There is an entry for table "t", but it cannot be referenced from this part of the query.
delete from t using lateral (select id as f1 from k where id = a) ss
--! 42P10 @64 invalid reference to FROM-clause entry for table "t"
--! HINT: There is an entry for table "t", but it cannot be referenced from this part of the query.
update t set a = v.* from (values (1, 2)) v (i, j)
--! 42804 @18 column "a" is of type integer but expression is of type record
--! HINT: You will need to rewrite or cast the expression.
update p set pos = v.* from (values (1, 'x')) v (i, j)
--= 

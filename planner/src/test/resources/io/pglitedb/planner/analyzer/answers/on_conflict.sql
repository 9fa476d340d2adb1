insert into k values (1, 'x') on conflict do nothing returning id
--= id integer
insert into k values (1, 'x') on conflict (id) do nothing
--= 
insert into k values (1, 'x') on conflict on constraint k_pkey do nothing
--= 
insert into k values (1, 'x') on conflict on constraint nope do nothing
--! 42704 @0 constraint "nope" for table "k" does not exist
insert into k values (1, 'x') on conflict (lower(v) collate "C" text_pattern_ops, (n + 1)) where n > 0 do update set v = excluded.v || k.v where k.n < excluded.n returning *
--= id integer, v text, n numeric
insert into k values (1, 'x') on conflict (id) do update set (v, n) = (excluded.v, default)
--= 
insert into k values (1, 'x') on conflict (id) do update set (v, n) = row (excluded.v, excluded.n)
--= 
insert into k as x values (1, 'x') on conflict (id) do update set v = x.v
--= 
insert into k values (1, 'x') on conflict do update set v = 'y'
--! 42601 @31 ON CONFLICT DO UPDATE requires inference specification or constraint name
--! HINT: For example, ON CONFLICT (column_name).
insert into k values (1, 'x') on conflict (id desc) do nothing
--! 42P10 @43 ASC/DESC is not allowed in ON CONFLICT clause
insert into k values (1, 'x') on conflict (id nulls first) do nothing
--! 42P10 @43 NULLS FIRST/LAST is not allowed in ON CONFLICT clause
insert into k values (1, 'x') on conflict (zz) do nothing
--! 42703 @43 column "zz" does not exist
insert into k values (1, 'x') on conflict (v text_nope_ops) do nothing
--! 42704 @0 operator class "text_nope_ops" does not exist for access method "btree"
insert into k values (1, 'x') on conflict (v collate "nope") do nothing
--! 42704 @43 collation "nope" for encoding "UTF8" does not exist
insert into k values (1, 'x') on conflict ((select 1)) do nothing
--! 42601 @45 syntax error at or near "select"
insert into k values (1, 'x') on conflict (count(*)) do nothing
--! 42803 @44 aggregate functions are not allowed in index expressions
insert into k values (1, 'x') on conflict (id) where count(*) > 0 do nothing
--! 42803 @54 aggregate functions are not allowed in index predicates
insert into k values (1, 'x') on conflict ((excluded.id)) do update set v = 'y'
--! 42P01 @45 invalid reference to FROM-clause entry for table "excluded"
--! HINT: There is an entry for table "excluded", but it cannot be referenced from this part of the query.
insert into k values (1, 'x') on conflict (id) do update set v = v
--! 42702 @66 column reference "v" is ambiguous
insert into k values (1, 'x') on conflict (id) do update set v = excluded.zz
--! 42703 @66 column excluded.zz does not exist
insert into k values (1, 'x') on conflict (id) do update set zz = 1
--! 42703 @62 column "zz" of relation "k" does not exist
insert into k values (1, 'x') on conflict (id) do update set id = 'x'
--! 22P02 @67 invalid input syntax for type integer: "x"
insert into k values (1, 'x') on conflict (id) do update set v = excluded.ctid
--! 42703 @66 column excluded.ctid does not exist
--! HINT: Perhaps you meant to reference the column "excluded.id".
insert into k values (1, 'x') on conflict (id) do update set v = k.ctid::text
--= 
insert into k values (1, 'x') on conflict (id) do update set v = 'y' where id > 1
--! 42702 @76 column reference "id" is ambiguous
insert into k values (1, 'x') on conflict (id) do update set v = 'y' where k.v
--! 42804 @76 argument of WHERE must be type boolean, not type text
insert into k values (1, 'x') on conflict (id) do update set v = 'y' returning excluded.v
--! 42P01 @80 invalid reference to FROM-clause entry for table "excluded"
--! HINT: There is an entry for table "excluded", but it cannot be referenced from this part of the query.
insert into k select 1, 'x' from t on conflict (id) do update set v = t.b
--! 42P01 @71 missing FROM-clause entry for table "t"
insert into k values (1, 'x') on conflict (id) do update set v = count(*)
--! 42803 @66 aggregate functions are not allowed in UPDATE
insert into k values (1, 'x') on conflict (id) do update set v = 'a', v = 'b'
--! 42601 @0 multiple assignments to same column "v"
insert into pg_class (relname) values ('x') on conflict do nothing
--! 0A000 @45 ON CONFLICT is not supported with system catalog tables

select sum(a) over w, rank() over (w order by b), count(*) filter (where a > 1) over () from t window w as (partition by c)
--= sum bigint, rank bigint, count bigint
select first_value(a) over (order by a rows between 1 preceding and unbounded following exclude ties) from t
--= first_value integer
select sum(c) over (order by a range between 1 preceding and 2::bigint following) from t
--= sum numeric
select sum(a) over (order by c desc nulls last range between 0.5 preceding and current row exclude current row) from t
--= sum bigint
select sum(a) over (order by now() - b::interval range '1 day' preceding) from t
--= sum bigint
select sum(a) over (order by b::date range between '1 day' preceding and '1 month' following) from t
--= sum bigint
select max(b) over (order by a groups 1 preceding) from t
--= max text
select ntile(a) over (order by b), lag(b, 1, 'x') over (order by a) from t order by rank() over (order by c)
--= ntile integer, lag text
select sum(a) over (order by a range 1 preceding), sum(a) over w from t window w as (order by a range 1 preceding)
--= sum bigint, sum bigint
select distinct on (rank() over (order by a)) a from t
--= a integer
select sum(sum(a)) over (partition by b) from t group by b
--= sum numeric
select rank() from t
--! 42809 @8 window function rank requires an OVER clause
select rank() over nope from t
--! 42704 @20 window "nope" does not exist
select rank() over (nope) from t
--! 42704 @20 window "nope" does not exist
select rank() over (w partition by a) from t window w as (order by a)
--! 42P20 @20 cannot override PARTITION BY clause of window "w"
select rank() over (w order by a) from t window w as (order by a)
--! 42P20 @20 cannot override ORDER BY clause of window "w"
select rank() over (w) from t window w as (order by a rows 1 preceding)
--! 42P20 @20 cannot copy window "w" because it has a frame clause
--! HINT: Omit the parentheses in this OVER clause.
select rank() over (w rows 2 preceding) from t window w as (order by a rows 1 preceding)
--! 42P20 @20 cannot copy window "w" because it has a frame clause
select rank() over w2 from t window w as (order by a rows 1 preceding), w2 as (w)
--! 42P20 @79 cannot copy window "w" because it has a frame clause
select 1 from t window w as (order by a), w as (order by b)
--! 42P20 @48 window "w" is already defined
select sum(a) over (range 1 preceding) from t
--! 42P20 @20 RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column
select sum(a) over (order by a, b range 1 preceding) from t
--! 42P20 @20 RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column
select sum(a) over (order by b range 1 preceding) from t
--! 0A000 @38 RANGE with offset PRECEDING/FOLLOWING is not supported for column type text
select sum(a) over (order by a range true preceding) from t
--! 0A000 @38 RANGE with offset PRECEDING/FOLLOWING is not supported for column type integer and offset type boolean
--! HINT: Cast the offset value to an appropriate type.
select sum(a) over (order by b::timestamp range 1 preceding) from t
--! 0A000 @49 RANGE with offset PRECEDING/FOLLOWING is not supported for column type timestamp without time zone and offset type integer
--! HINT: Cast the offset value to an appropriate type.
select sum(a) over (groups 1 preceding) from t
--! 42P20 @20 GROUPS mode requires an ORDER BY clause
select sum(a) over (rows a preceding) from t
--! 42P10 @26 argument of ROWS must not contain variables
select sum(a) over (rows 'x' preceding) from t
--! 22P02 @26 invalid input syntax for type bigint: "x"
select sum(a) over (order by a range a preceding) from t
--! 42P10 @38 argument of RANGE must not contain variables
select sum(a) over (rows count(*) preceding) from t
--! 42803 @26 aggregate functions are not allowed in window ROWS
select sum(a) over (order by rank() over ()) from t
--! 42P20 @30 window functions are not allowed in window definitions
select sum(rank() over ()) from t
--! 42803 @12 aggregate function calls cannot contain window function calls
select rank(rank() over ()) over () from t
--! 42809 @8 WITHIN GROUP is required for ordered-set aggregate rank
select sum(rank() over ()) over () from t
--! 42P20 @12 window function calls cannot be nested
select count(distinct a) over () from t
--! 0A000 @8 DISTINCT is not implemented for window functions
select string_agg(b, ',' order by b) over () from t
--! 0A000 @8 aggregate ORDER BY is not implemented for window functions
select rank() filter (where true) over () from t
--! 0A000 @8 FILTER is not implemented for non-aggregate window functions
select lower(b) over () from t
--! 42809 @8 OVER specified, but lower is not a window function nor an aggregate function
select count() over () from t
--! 42809 @8 count(*) must be used to call a parameterless aggregate function
select sum(generate_series(1, a)) over () from t
--! 0A000 @12 window function calls cannot contain set-returning function calls
--! HINT: You might be able to move the set-returning function into a LATERAL FROM item.
select 1 from t where rank() over () > 1
--! 42P20 @23 window functions are not allowed in WHERE
select 1 from t having rank() over () > 1
--! 42P20 @24 window functions are not allowed in HAVING
select 1 from t group by rank() over ()
--! 42P20 @26 window functions are not allowed in GROUP BY
select 1 from t join k on rank() over () = 1
--! 42P20 @27 window functions are not allowed in JOIN conditions
select 1 from t limit rank() over ()
--! 42P20 @23 window functions are not allowed in LIMIT
select * from rank() over ()
--! 42601 @28 syntax error at or near ")"
update t set a = rank() over ()
--! 42P20 @18 window functions are not allowed in UPDATE
delete from t where rank() over () = 1
--! 42P20 @21 window functions are not allowed in WHERE
insert into t values (rank() over ())
--! 42P20 @23 window functions are not allowed in VALUES
insert into t values (1) returning rank() over ()
--! 42P20 @36 window functions are not allowed in RETURNING
select sum(a) over (rows between unbounded following and current row) from t
--! 42P20 @34 frame start cannot be UNBOUNDED FOLLOWING
select percentile_cont(0.5) within group (order by a) over () from t
--! 0A000 @8 OVER is not supported for ordered-set aggregate percentile_cont
select rank() within group (order by a) over () from t
--! 0A000 @8 OVER is not supported for ordered-set aggregate rank

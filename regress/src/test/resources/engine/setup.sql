create table t(i int, l bigint, s smallint, f float8, n numeric(12,2), nn numeric, tx text, d date, ts timestamp, b bool, bp char(4));
insert into t select case when g%17=0 then null else g%100 end, g::bigint*1000003, (g%7)::smallint, g/3.0, (g%1000)/100.0, case g%5 when 0 then null when 1 then 1e30 when 2 then 0.5 else g end, case when g%11=0 then null else 'name'||g%23 end, date '2000-01-01'+g%400, timestamp '2000-01-01' + g * interval '1 hour', g%3=0, 'a'||g%3 from generate_series(1,20000) g;
create table u(k int, v text);
insert into u select g%150, 'v'||g from generate_series(1,300) g;

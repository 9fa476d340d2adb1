select hashtid('(1,2)'), hashtidextended('(70000,2)', 3), hashoidvector('1 2 3'), hashoidvector(''), hashoidvectorextended('4 5', 1), hash_array(array[1,null,3]), hash_array('{}'::text[]), hash_array(array['a','b']::varchar[]), hash_array(array[true,false]), hash_array(array[1.5,2]), hash_array(array[[1,2],[3,4]]), hash_array_extended(array['a','b'], 5), hash_array(array['2020-01-01'::date]), hash_array(array[int4range(1,2)])
select hash_record(row(1,'a'::text,null::int)), hash_record_extended(row(1,2.5), 3), hash_record(row(array[1,2], '{"a":1}'::jsonb))
select jsonb_hash('{"a":[1,"x",null,true,{}],"b":false}'), jsonb_hash('1'), jsonb_hash('[]'), jsonb_hash('{}'), jsonb_hash('[1]'), jsonb_hash('null'), jsonb_hash('"x"'), jsonb_hash('[[1],{"k":[2.50]}]'), jsonb_hash_extended('{"a":[1,"x",null,true,{}],"b":false}', 7), jsonb_hash_extended('[true]', 0), jsonb_hash_extended('[true,null]', 9), jsonb_hash_extended('1.0', 3), jsonb_hash_extended('{}', 3)
select hash_array(array['{}'::json])
select '12:13:'::pg_snapshot, '12:20:13,15,18'::pg_snapshot, '12:16:14,14'::pg_snapshot, '1:1:'::txid_snapshot, pg_snapshot_xmin('12:20:13'), pg_snapshot_xmax('12:20:13'), txid_snapshot_xmax('12:20:13'::txid_snapshot), pg_visible_in_snapshot('13', '12:20:13'), pg_visible_in_snapshot('14', '12:20:13'), pg_visible_in_snapshot('20', '12:20:13'), pg_visible_in_snapshot('11', '12:20:13'), txid_visible_in_snapshot(19, '12:20:13')
select '31:12:'::pg_snapshot
select '0:1:'::pg_snapshot
select '12:13:0'::pg_snapshot
select '12:16:14,13'::pg_snapshot
select '12:16'::pg_snapshot
select ''::txid_snapshot
select in_range(5::numeric, 3, 2, false, true), in_range(5.1::numeric, 3, 2, false, true), in_range(1::numeric, 3, 2, true, false), in_range('NaN'::numeric, 3, 2, false, true), in_range('NaN'::numeric, 'NaN', 2, false, true), in_range(1::numeric, 'NaN', 2, false, true), in_range('Infinity'::numeric, 3, 'Infinity', false, false), in_range(1::numeric, 'Infinity', 'Infinity', true, true), in_range(1::numeric, 3, 'Infinity', true, true), in_range('-Infinity'::numeric, 3, 'Infinity', true, true)
select in_range(5::numeric, 3, -2, false, true)
select in_range(5::numeric, 3, 'NaN', false, true)
select make_timestamptz(2014, 12, 10, 10, 10, 10, 'EST'), make_timestamptz(2014, 7, 10, 10, 10, 10, 'America/New_York'), make_timestamptz(1973, 07, 15, 08, 15, 55.33, '+2'), make_timestamptz(1973, 07, 15, 08, 15, 55.33, '-02:30'), make_timestamptz(1910, 12, 24, 0, 0, 0, 'Nehwon/Lankhmar')
select make_timestamptz(1973, 07, 15, 08, 15, 55.33, '2')
select make_timestamptz(1973, 07, 15, 08, 15, 55.33, '+16')
select make_timestamptz(1973, 07, 15, 08, 15, 55.33, '+2:x')
select row(1,2) *< row(1,3), row(1,2) *<= row(1,2), row(1,'a') *> row(1,null), row(1,2) *= row(1,2), row(1,2) *<> row(1,2)

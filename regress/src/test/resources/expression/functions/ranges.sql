select '[1,5)'::int4range, '(1,5]'::int4range, '[1,5]'::int8range, '(,5)'::int4range, '[3,]'::int4range, '(,)'::int4range, 'empty'::int4range, ' EmpTy '::int4range, '[3,3)'::int4range, '[3,3]'::int4range, '(3,4)'::int4range, ' [ 1 , 5 ) '::numrange, '["1.5","2.50"]'::numrange, '[2020-01-01,2020-01-31]'::daterange, '[infinity,infinity]'::daterange, '(-infinity,infinity)'::daterange, '(infinity,]'::daterange
select '["2020-01-01 00:00","2020-01-02 12:00")'::tsrange, '[2020-01-01 00:00+00,]'::tstzrange, '[1.0,1.0]'::numrange, '[1.0,1.00)'::numrange, '[1,"2\"")'::int4range
select ''::int4range
select '-[1,2)'::int4range
select '[1,2)x'::int4range
select 'emptyx'::int4range
select '(1 2)'::int4range
select '[1,2,3)'::int4range
select '[1,'::int4range
select '[1,2'::int4range
select '["1,2)'::int4range
select '[5,1)'::int4range
select '[a,b]'::int4range
select '[1,2147483647]'::int4range
select '[1,9223372036854775807]'::int8range
select '(2147483647,)'::int4range
select int4range(1,5), int4range(1,5,'[]'), int4range(1,5,'()'), int4range(null,5), int4range(1,null,'[]'), numrange(1.5,2.5,'(]'), daterange('2020-01-01','2020-01-02','[]'), tsrange('2020-01-01','2020-01-02'), tstzrange('2020-01-01','2020-01-02','()'), int8range(1,1), int8range(1,1,'[]'), numrange(null,null)
select int4range(5,1)
select int4range(1,5,'[[')
select int4range(1,5,null)
select int4range(1,5,'')
select lower(int4range(1,5)), upper(int4range(1,5)), lower('empty'::int4range), upper('(,)'::numrange), isempty('empty'::int4range), isempty(int4range(1,2)), lower_inc(numrange(1,2)), upper_inc(numrange(1,2,'[]')), lower_inf('(,1)'::int4range), upper_inf('(,1)'::int4range), lower_inf('empty'::int4range), upper_inf('[1,)'::int4range), lower_inc('(,1]'::numrange)
select int4range(1,5) @> 3, int4range(1,5) @> 5, int4range(1,5) @> 1, 3 <@ int4range(1,5), '(,5)'::int4range @> -100, 'empty'::int4range @> 1, numrange(1,2,'(]') @> 1.0, numrange(1,2,'(]') @> 2.0, int4range(1,10) @> int4range(2,5), int4range(1,10) @> int4range(2,11), int4range(1,10) @> 'empty', 'empty'::int4range @> int4range(1,2), 'empty'::int4range @> 'empty', int4range(2,5) <@ int4range(1,10), numrange(1,2) @> numrange(1,2,'[]'), '(,)'::numrange @> '(,5)'
select int4range(1,5) && int4range(4,8), int4range(1,5) && int4range(5,8), numrange(1,5,'[]') && numrange(5,8), 'empty'::int4range && int4range(1,2), int4range(1,5) << int4range(5,8), int4range(1,5) << int4range(4,8), int4range(5,8) >> int4range(1,5), int4range(1,5) &< int4range(2,5), int4range(1,5) &< int4range(2,4), int4range(1,5) &> int4range(1,9), int4range(1,5) &> int4range(2,9), 'empty'::int4range << int4range(1,2), 'empty'::int4range &< 'empty'::int4range
select int4range(1,5) -|- int4range(5,8), int4range(1,5) -|- int4range(6,8), numrange(1,5) -|- numrange(5,8), numrange(1,5,'[]') -|- numrange(5,8), numrange(1,5) -|- numrange(5,8,'(]'), daterange('2020-01-01','2020-01-05') -|- daterange('2020-01-05','2020-01-08'), '(,5)'::int4range -|- '[5,)'::int4range, 'empty'::int4range -|- int4range(1,2), '(,5)'::int4range -|- '(,5)'::int4range
select int4range(1,5) + int4range(4,8), int4range(1,5) + int4range(5,8), int4range(1,5) + 'empty', range_merge(int4range(1,5), int4range(7,8)), range_merge('empty'::int4range, int4range(7,8)), int4range(1,5) * int4range(4,8), int4range(1,5) * int4range(5,8), numrange(1,5,'[]') * numrange(5,8), '(,5)'::numrange * '(3,)'::numrange, int4range(1,8) - int4range(4,9), int4range(4,9) - int4range(1,8), int4range(1,5) - int4range(1,5), int4range(1,5) - int4range(6,9), int4range(1,5) - 'empty', numrange(1,5,'[]') - numrange(1,5), numrange(1,5,'[]') - numrange(1,5,'(]'), numrange(1,5) - numrange(2,5)
select int4range(1,5) + int4range(7,8)
select int4range(1,9) - int4range(4,5)
select numrange(1,5,'[]') - numrange(1,5,'()')
select int4range(1,5) = '[1,4]', int4range(1,5) <> '[1,4]', 'empty'::int4range < int4range(1,2), '(,5)'::int4range < int4range(1,2), numrange(1,2) < numrange(1,2,'[]'), numrange(1,2,'(]') > numrange(1,2), int4range(1,5) <= int4range(1,5), int4range(1,5) >= int4range(1,6), range_cmp(numrange(1,2), '(,)'::numrange), 'empty'::numrange = 'empty'
select hash_range(int4range(1,5)), hash_range('empty'::int4range), hash_range('(,)'::numrange), hash_range(numrange(1.0,2)), hash_range_extended(int4range(1,5), 7), hash_range_extended(tsrange('2020-01-01', null), 0), hash_range(daterange('2020-01-01','2020-02-01')), hash_range(int8range(-5,5)), hash_multirange('{[1,2),[5,6)}'::int4multirange), hash_multirange('{}'::int4multirange), hash_multirange_extended('{[1,2),[5,6)}'::int4multirange, 42), hash_range_extended(numrange(1,2), 3)
select int4range_canonical('[1,2]'), int4range_subdiff(5, 2), int8range_subdiff(5, 7), numrange_subdiff(5.5, 2), daterange_subdiff('2020-02-01', '2020-01-01'), tsrange_subdiff('2020-01-02', '2020-01-01'), int4range(1,5)::text, '[1,2]'::text::int4range
select '{}'::int4multirange, '{[1,3),[2,5)}'::int4multirange, '{[5,6),[1,2)}'::int4multirange, ' { [1,3) , empty, (5,9] } '::int4multirange, '{[1,2),[2,3)}'::nummultirange, '{[1,2),(2,3)}'::nummultirange, '{empty}'::int4multirange, '{["1","2"),[4,)}'::int4multirange, '{[2020-01-01,2020-01-05],[2020-01-06,2020-01-09]}'::datemultirange, '{(,)}'::tsmultirange, '{["2020-01-01","2020-01-02 ]\")")}'::text
select ''::int4multirange
select '{,}'::int4multirange
select '{(,)}.'::datemultirange
select '{[a,c),}'::int4multirange
select '{,[1,2)}'::int4multirange
select '{-[1,2)}'::int4multirange
select '{[1,2)-}'::int4multirange
select '{[1,2)'::int4multirange
select '{}{}'::int4multirange
select '{[1,2}'::int4multirange
select '{"[1,2)"}'::int4multirange
select '{[1,3),[4,1)}'::int4multirange
select int4multirange(), int4multirange(int4range(1,5)), int4multirange(int4range(1,5), int4range(3,9)), int4multirange(variadic array[int4range(7,9), int4range(1,2)]), nummultirange('empty'), multirange(int4range(1,3)), datemultirange(daterange('2020-01-01','2020-01-03')), int8multirange(variadic '{}'::int8range[])
select int4multirange(int4range(1,2), null)
select int4multirange(variadic array[[int4range(1,2)]])
select lower('{[1,3),[5,9)}'::int4multirange), upper('{[1,3),[5,9)}'::int4multirange), lower('{}'::int4multirange), isempty('{}'::int4multirange), isempty('{[1,2)}'::int4multirange), lower_inc('{[1,2)}'::nummultirange), upper_inc('{[1,2],(3,4]}'::nummultirange), lower_inf('{(,2)}'::int4multirange), upper_inf('{(,2)}'::int4multirange), upper_inf('{}'::int4multirange), range_merge('{[1,3),[5,9)}'::int4multirange), range_merge('{}'::int4multirange)
select '{[1,3),[5,9)}'::int4multirange @> 2, '{[1,3),[5,9)}'::int4multirange @> 4, 6 <@ '{[1,3),[5,9)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange @> int4range(5,6), '{[1,3),[5,9)}'::int4multirange @> int4range(2,6), '{[1,3),[5,9)}'::int4multirange @> 'empty'::int4range, int4range(1,2) <@ '{[1,3),[5,9)}'::int4multirange, int4range(1,20) @> '{[1,3),[5,9)}'::int4multirange, int4range(1,8) @> '{[1,3),[5,9)}'::int4multirange, '{[1,3)}'::int4multirange <@ int4range(0,9), '{[1,3),[5,9)}'::int4multirange @> '{[1,2),[7,8)}'::int4multirange, '{[1,2),[7,10)}'::int4multirange <@ '{[1,3),[5,9)}'::int4multirange, '{}'::int4multirange @> '{}'::int4multirange, 'empty'::int4range @> '{}'::int4multirange, 'empty'::int4range @> '{[1,2)}'::int4multirange
select '{[1,3),[5,9)}'::int4multirange && int4range(3,5), '{[1,3),[5,9)}'::int4multirange && int4range(3,6), int4range(2,3) && '{[1,3),[5,9)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange && '{[3,5)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange && '{[3,5),[8,10)}'::int4multirange, '{}'::int4multirange && '{}'::int4multirange
select '{[1,3),[5,9)}'::int4multirange << int4range(9,10), int4range(0,1) << '{[1,3),[5,9)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange << '{[9,10)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange >> int4range(0,1), int4range(9,10) >> '{[1,3),[5,9)}'::int4multirange, '{[10,11)}'::int4multirange >> '{[1,3),[5,9)}'::int4multirange, '{}'::int4multirange << int4range(1,2), 'empty'::int4range << '{[1,2)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange << int4range(8,10)
select '{[1,3),[5,9)}'::int4multirange &< int4range(3,9), '{[1,3),[5,9)}'::int4multirange &< int4range(3,8), int4range(3,9) &< '{[1,3),[5,9)}'::int4multirange, '{[1,3)}'::int4multirange &< '{[0,2)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange &> int4range(1,2), '{[1,3),[5,9)}'::int4multirange &> int4range(2,3), int4range(1,2) &> '{[1,3),[5,9)}'::int4multirange, '{[1,3)}'::int4multirange &> '{[2,3)}'::int4multirange, '{}'::int4multirange &> '{}'::int4multirange
select '{[1,3),[5,9)}'::int4multirange -|- int4range(9,10), '{[1,3),[5,9)}'::int4multirange -|- int4range(3,5), '{[1,3),[5,9)}'::int4multirange -|- int4range(0,1), int4range(9,10) -|- '{[1,3),[5,9)}'::int4multirange, '{[1,3)}'::int4multirange -|- '{[3,4),[8,9)}'::int4multirange, '{[10,11)}'::int4multirange -|- '{[3,4),[8,10)}'::int4multirange, '{}'::int4multirange -|- int4range(1,2), '{[1,2)}'::nummultirange -|- numrange(2,3)
select '{[1,3),[5,9)}'::int4multirange + '{[3,5)}'::int4multirange, '{[1,3)}'::int4multirange + '{}'::int4multirange, '{[1,9)}'::int4multirange - '{[3,5),[7,8)}'::int4multirange, '{[1,3),[5,9)}'::int4multirange - '{[0,2),[6,10)}'::int4multirange, '{[1,3)}'::int4multirange - '{}'::int4multirange, '{(,)}'::nummultirange - '{[1,2),(3,4]}'::nummultirange, '{[1,3),[5,9)}'::int4multirange * '{[2,6),[8,20)}'::int4multirange, '{}'::int4multirange * '{[1,2)}'::int4multirange, '{[1,5]}'::nummultirange * '{[5,6]}'::nummultirange, '{[1,5]}'::nummultirange - '{[5,6]}'::nummultirange
select '{[1,3)}'::int4multirange = '{[1,2]}'::int4multirange, '{[1,3)}'::int4multirange <> '{}'::int4multirange, '{}'::int4multirange < '{[1,2)}'::int4multirange, '{[1,3)}'::int4multirange < '{[1,3),[5,6)}'::int4multirange, '{[2,3)}'::int4multirange > '{[1,3),[5,6)}'::int4multirange, '{[1,3)}'::int4multirange <= '{[1,3)}'::int4multirange, '{[1,3)}'::int4multirange >= '{[1,4)}'::int4multirange, multirange_cmp('{}'::int4multirange,'{}'::int4multirange)
select array['[1,2)'::int4range, 'empty'], '{"[1,2)","[3,)"}'::int4range[], array['{[1,2)}'::int4multirange], row_to_json(row(int4range(1,2)))

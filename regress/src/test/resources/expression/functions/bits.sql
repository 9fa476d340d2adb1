select B'1010', X'1fA', B'', '101'::bit(3), 'x1F'::varbit, 'b101'::bit(3), ''::bit varying, '1'::bit
select '1012'::bit(4)
select 'xG'::varbit
select '10é'::varbit
select '101'::bit(2)
select '101'::varbit(2)
select cast(B'101' as bit(5)), cast(B'101' as bit(2)), cast(B'10111' as varbit(3)), cast(B'1' as varbit(3)), B'101'::bit
select B'0011' & B'0101', B'0011' | B'0101', B'0011' # B'0101', ~ B'0011', B'001' << 1, B'0011011' >> 2, B'1011' << -1, B'10' || B'01', B'1' || B'10101010', B'10110011' << 9, ~ X'f'
select B'01' & B'1'
select B'01' | B'1'
select B'01' # B'1'
select B'01' = B'01', B'01' < B'1', B'0' < B'00', B'1' <> B'10', B'10' >= B'1', B'1' <= B'1', B'1' > B'01'
select substring(B'01010101' from 2 for 3), substring(B'01010101' from 7), substring(B'01010101' from -10 for 2147483647), substring(B'01010101' from -3 for 5), length(B'0101'), octet_length(B'010101010'), bit_length(B'010'), position(B'101' in B'0010101'), position(B'' in B'1'), position(B'11' in B'1010'), position(B'1' in B''), get_bit(B'0101', 1), set_bit(B'0101', 0, 1), bit_count(B'01011'), overlay(B'0101011100' placing B'001' from 2 for 3), overlay(B'0101011100' placing B'101' from 6), overlay(B'0101011100' placing B'001' from 11), overlay(B'01' placing B'1' from 2 for -1)
select substring(B'01' from 1 for -1)
select overlay(B'01' placing B'1' from 0)
select get_bit(B'0101', 4)
select set_bit(B'0101', 0, 2)
select 44::bit(10), (-44)::bit(12), 44::bit(3), (-1)::int8::bit(70), 5::bit, B'101100'::int, X'ffffffff'::int, X'ffffffffffffffff'::int8, B''::int, 5::int8::bit(4), '1110'::bit(4)::integer
select (X'1ffffffff')::int
select (X'1ffffffffffffffff')::int8
select B'101'::text, B'1'::varbit = B'1'
select '123.456'::money, '$1,234.5'::money, '-$12.345'::money, '$-12'::money, '(12.34)'::money, '12.34-'::money, ' $ 12 '::money, '92233720368547758.07'::money, '-92233720368547758.08'::money, '0.005'::money, '.1'::money, ''::money, '+5$'::money, '1,2,3'::money, '-12$ '::money
select '92233720368547758.08'::money
select '1.2.3'::money
select 'abc'::money
select '-92233720368547758.085'::money
select '123.45'::money + '0.55', '123.45'::money - '200', '123.45'::money / 2, '123.45'::money * 2.5::float8, 2 * '1.11'::money, '123.45'::money / '1.5'::money, '100'::money / 3.0::float4, '1'::money * 2::int8, 3::int2 * '1'::money, '7'::money / 2::int2, '-7'::money / 3::int8, 1.5::float4 * '1'::money
select '1'::money / 0
select '1'::money / 0.0::float8
select '1'::money / '0'::money
select '92233720368547758.07'::money + '0.01'
select '-92233720368547758.08'::money - '0.01'
select '92233720368547758.07'::money * 2
select '1'::money * 1e30::float8
select '1'::money = '1.00', '1'::money < '2', '1'::money <> '1', '2'::money >= '3', greatest('1'::money, '3'), least('1'::money, '-3')
select 12345::money, (-5)::int8::money, 123.456::money, 1234.565::money, '123.45'::money::numeric, '-0.5'::money::numeric, cash_words('123.45'), cash_words('-1'), cash_words('1234567890.12'), cash_words('101'), cash_words('12345678901234.99'), cash_words('0'), cash_words('1000000'), cash_words('92233720368547758.07'), cash_words('30.20'), cash_words('110.10'), cash_words('999999999.99')
select 9223372036854775807::money
select 1e30::money

select xmlelement(name a, xmlattributes('ßx' as b, 'a"<&>' as c, null as d), 'ü<', xml '<b/>', null)
select xmlelement(name "1:b", xmlattributes(null as b), null), xmlelement(name a), xmlelement(name a, '')
select xmlelement(name "xml:a_x.b", 1), xmlelement(name "Xmlfoo"), xmlforest(1 as "9x y", 'a' as "b:c", null as d), xmlforest(null as a)
select xmlelement(name a, array[1,2,null], true, date '2020-01-01', timestamp '2020-01-01 10:00', timestamptz '2020-01-02 03:04:05.5+00', bytea 'abc', 1.50, interval '1 day')
select xmlelement(name a, date 'infinity')
select xmlelement(name a, timestamp '-infinity')
select xmlelement(name a, xmlattributes(1 as b, 2 as b))
select xmlelement(name a, xmlattributes(1))
select xmlforest(1)
select xmlconcat('<a/>', null, 'b', '<?xml version="1.1"?><c/>'), xmlconcat(null), xmlconcat(xmlcomment('x'), xmlpi(name y, 'z'))
select xmlconcat(1, 2)
select xmlparse(document '<a/>'), xmlparse(content 'a<b/>'), xmlparse(content '  x ' preserve whitespace), xmlparse(content null), xmlparse(content '')
select xmlpi(name foo), xmlpi(name foo, '   bar'), xmlpi(name foo, null), xmlpi(name "xml-stylesheet", 'href="mystyle.css"'), xmlpi(name foo, '')
select xmlpi(name xml, 'x')
select xmlpi(name xmL, null)
select xmlpi(name foo, 'a?>b')
select xmlroot(xml '<a/>', version no value, standalone yes), xmlroot(xml '<?xml version="1.1"?><a/>', version no value, standalone no value), xmlroot(xml '<?xml version="1.1" standalone="no"?><a/>', version '1.0'), xmlroot(null, version '1.0'), xmlroot(xml '<a/>', version '1.1', standalone no)
select xml '<a/>' is document, xml 'a<b/>' is document, xml '<a/><b/>' is not document, null::xml is document
select 1 is document
select xmlserialize(content xml 'a<b/>' as text), xmlserialize(document xml '<a/>' as varchar(3)), xmlserialize(content xml 'good' as char(10)) || '|', xmlserialize(content null as text)
select xmlserialize(document xml 'a<b/>' as text)
select xmlserialize(content xml 'a' as int)
select xmlexists('//b' passing by ref '<a><b/></a>'), xmlexists('//c' passing '<a><b/></a>'), xmlexists('//c' passing null)
select xpath('//b/text()', '<a><b>x</b><b>y</b></a>'), xpath_exists('//b', '<a/>'), xpath('//p:b', '<a xmlns="u:r"><b/></a>', array[array['p', 'u:r']])
select xml '<a/>' = xml '<a/>'
select polygon(circle '<(0,0),1>'), 5 + inet '10.0.0.1', path '((0,0),(2,0),(2,2))' @> point '(1,0.5)'
select to_tsvector('english', 'The fat cats') @@ to_tsquery('english', 'cat & !dog'), 'a:1 b:2'::tsvector || 'c:1'::tsvector, ts_lexize('english_stem', 'stars'), 'english'::regconfig, 'simple'::regdictionary::oid
select ts_rank('a:1 b:2', 'a & b'), setweight('a:1'::tsvector, 'A'), 'a <-> b'::tsquery && 'c', numnode('a & b | c'), querytree('a & !b')

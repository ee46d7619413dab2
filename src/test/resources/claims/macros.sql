CREATE MACRO number(t) AS try_cast(regexp_replace(t, '[,¥£$€円]', '', 'g') AS DOUBLE);
CREATE MACRO whole(t, v) AS abs(number(t) - v) <= .5000001;
CREATE MACRO tenth(t, v) AS abs(number(t) - v) <= .0500001;
-- A share in percent: to a tenth, below one to two digits.
CREATE MACRO percent(t, share) AS abs(number(t) - 100 * share) <= CASE WHEN 100 * share >= .995 THEN .0500001 ELSE .0500001 * 100 * share END;
-- To the smallest coin, whichever the currency has.
CREATE MACRO money(t, v) AS abs(number(t) - v) <= CASE WHEN contains(t, '.') THEN .0050001 ELSE .5000001 END;
-- With its sign.
CREATE MACRO change(t, v) AS money(substr(t, 2), abs(v)) AND (substr(t, 1, 1) = '−') = (v < 0);
CREATE MACRO counted(t, noun, v) AS CASE WHEN v = 0 THEN t = 'Nobody' ELSE whole(t, v) AND (noun = ' customer') = (v = 1) END;
CREATE MACRO english(t) AS try_strptime(t, '%-d %B %Y')::DATE;

-- What no published table holds of the sample, from its input files: as of the end of 2026-06-30.
CREATE VIEW catalogue AS SELECT product_id, any_value(name) AS name, any_value(family) AS family, any_value(try_cast(tier AS INT)) AS tier,
  any_value(usage_metric) AS metric, any_value(try_cast(included_units AS DOUBLE)) AS included, any_value(try_cast(list_price AS DOUBLE)) AS list_price,
  any_value(CASE billing WHEN 'monthly' THEN 12 WHEN 'annual' THEN 1 ELSE 0 END) AS periods FROM [products] GROUP BY product_id;
CREATE VIEW higher AS SELECT a.product_id, b.product_id AS higher_id, b.name FROM catalogue a JOIN catalogue b ON a.family = b.family AND b.tier > a.tier;
CREATE VIEW seen AS SELECT customer_id, product_id, try_cast(event_at AS TIMESTAMP)::DATE AS day FROM [behavior]
  UNION ALL SELECT customer_id, product_id, try_cast(opened_at AS TIMESTAMP)::DATE FROM [tickets] WHERE topic = 'specification';
CREATE VIEW put AS SELECT customer_id, product_id, max(try_cast(event_at AS TIMESTAMP)::DATE) AS day FROM [behavior]
  WHERE lower(event) = 'add_to_cart' AND try_cast(event_at AS TIMESTAMP)::DATE <= DATE '2026-06-30' GROUP BY ALL;
CREATE VIEW events AS SELECT customer_id, product_id, count(*) FILTER (day > DATE '2026-06-30' - 28) AS events_28d, max(day) AS last_day
  FROM seen WHERE customer_id IS NOT NULL AND product_id IS NOT NULL AND day <= DATE '2026-06-30' GROUP BY ALL;
CREATE VIEW measured AS SELECT customer_id, product_id, metric, try_cast(used_at AS TIMESTAMP)::DATE AS day, max(try_cast(amount AS DOUBLE)) AS amount
  FROM [usage] WHERE try_cast(used_at AS TIMESTAMP)::DATE BETWEEN DATE '2026-03-11' AND DATE '2026-06-30' AND try_cast(amount AS DOUBLE) >= 0 GROUP BY ALL;
CREATE VIEW limits AS SELECT m.customer_id, m.product_id, m.metric, arg_max(m.amount, m.day) / any_value(c.included * greatest(h.contract_quantity, 1)) AS utilisation
  FROM measured m JOIN catalogue c ON c.product_id = m.product_id AND c.metric = m.metric AND c.included IS NOT NULL
  JOIN {holdings} h ON h.customer_id = m.customer_id AND h.product_id = m.product_id GROUP BY ALL;
CREATE VIEW used AS SELECT customer_id, product_id, metric, min(amount) AS least, max(amount) AS most,
  sum(amount) FILTER (day > DATE '2026-06-30' - 28) AS total
  FROM measured WHERE day > DATE '2026-06-30' - 28 - 35 GROUP BY ALL;

-- Each number of each sentence to the team, worked out again from the published tables (and, where these do not hold it, from the
-- input files). A section is a reason code; its query returns what is false, or cannot be read. Names stand in parentheses that
-- nothing captures: they are checked for all codes at once.

-- also_bought
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {rules} r USING (rule_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+) of ([\d,]+) customers who bought .+ bought .+ too, within ([\d,]+) days: ([\d.]+) %\. Of all ([\d,]+) customers ([\d.]+) % did; ([\d,.]+) times as many\.$',
    ['count', 'of', 'days', 'percent', 'all', 'usual', 'lift']) f)
WHERE NOT coalesce(r.basket_kind = 'customer' AND whole(f.count, r.count) AND whole(f.of, r.count / r.confidence)
  AND f.days = '365' AND percent(f.percent, r.confidence) AND whole(f.all, r.count / r.support)
  AND percent(f.usual, r.confidence / r.lift) AND tenth(f.lift, r.lift)
  AND r.consequent = t.product_id AND list_contains(r.antecedent, t.anchor_product_id), false)

-- also_ordered
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {rules} r USING (rule_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+) of ([\d,]+) orders with .+ have .+ too: ([\d.]+) %\. Of all ([\d,]+) orders ([\d.]+) % have it; ([\d,.]+) times as many\.$',
    ['count', 'of', 'percent', 'all', 'usual', 'lift']) f)
WHERE NOT coalesce(r.basket_kind = 'order' AND whole(f.count, r.count) AND whole(f.of, r.count / r.confidence)
  AND percent(f.percent, r.confidence) AND whole(f.all, r.count / r.support)
  AND percent(f.usual, r.confidence / r.lift) AND tenth(f.lift, r.lift)
  AND r.consequent = t.product_id AND list_contains(r.antecedent, t.anchor_product_id), false)

-- also_held
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {rules} r USING (rule_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+) of ([\d,]+) customers with .+ under contract have .+ too: ([\d.]+) %\. Of all ([\d,]+) customers with a contract ([\d.]+) % have it; ([\d,.]+) times as many\.$',
    ['count', 'of', 'percent', 'all', 'usual', 'lift']) f)
WHERE NOT coalesce(r.basket_kind = 'contract' AND whole(f.count, r.count) AND whole(f.of, r.count / r.confidence)
  AND percent(f.percent, r.confidence) AND whole(f.all, r.count / r.support)
  AND percent(f.usual, r.confidence / r.lift) AND tenth(f.lift, r.lift)
  AND r.consequent = t.product_id AND list_contains(r.antecedent, t.anchor_product_id), false)

-- goes_with_cart
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {rules} r USING (rule_id)
  LEFT JOIN put ON put.customer_id = t.customer_id AND put.product_id = t.anchor_product_id,
  (SELECT regexp_extract(t.evidence_text, '^.+ was put into the cart on (\d+ \w+ \d+)\. ([\d,]+) of ([\d,]+) .+ too.*: ([\d.]+) %\. Of all ([\d,]+) .+ ([\d.]+) % .+; ([\d,.]+) times as many\.$',
    ['day', 'count', 'of', 'percent', 'all', 'usual', 'lift']) f)
WHERE NOT coalesce(english(f.day) = put.day AND whole(f.count, r.count) AND whole(f.of, r.count / r.confidence)
  AND percent(f.percent, r.confidence) AND whole(f.all, r.count / r.support)
  AND percent(f.usual, r.confidence / r.lift) AND tenth(f.lift, r.lift)
  AND r.consequent = t.product_id AND list_contains(r.antecedent, t.anchor_product_id), false)

-- bought_by_same
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {ranked_products} r USING (customer_id, product_id),
  (SELECT regexp_extract(t.evidence_text, '^Bought by the same customers as .+: cosine ([\d.]+)\. (Nobody|[\d,]+)( customers?)? bought it for the first time in 28 days\.$',
    ['cosine', 'count', 'noun']) f)
WHERE NOT coalesce(r.nearest_product_id = t.anchor_product_id AND r.nearest > 0 AND abs(number(f.cosine) - r.nearest) <= .0050001
  AND counted(f.count, f.noun, r.new_buyers_28d), false)

-- new_buyers
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {ranked_products} r USING (customer_id, product_id),
  (SELECT regexp_extract(t.evidence_text, '^(Nobody|[\d,]+)( customers?)? bought it for the first time in 28 days\.$', ['count', 'noun']) f)
WHERE NOT coalesce(counted(f.count, f.noun, r.new_buyers_28d), false)

-- account_interest
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {account_scores} s USING (account_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+)( person| people) of the account active in 28 days, of ([\d,]+)( departments?), ([\d,]+) senior; (\d+|none) of them(?: \((.+?)\))? about .+\.$',
    ['people', 'noun', 'departments', 'noun2', 'seniors', 'lookers', 'who']) f)
WHERE NOT coalesce(s.is_surging AND whole(f.people, s.people) AND whole(f.departments, s.departments)
  AND whole(f.seniors, s.senior_people) AND (f.noun = ' person') = (s.people = 1) AND (f.noun2 = ' department') = (s.departments = 1)
  AND EXISTS (FROM (SELECT unnest(s.interests) AS i) WHERE (t.offer_type = 'upsell' OR i.product_id = t.product_id)
    AND i.people = try_cast(f.lookers AS INT) AND array_to_string(i.departments, ', ') = f.who), false)

-- sells_together
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {bundles} b USING (bundle_id)
  LEFT JOIN (SELECT o.offer_row_id, count(*) AS bought FROM (SELECT offer_row_id, customer_id, unnest(bundle_items) AS product_id FROM t) o
    JOIN {holdings} h USING (customer_id, product_id) WHERE h.owned OR h.net_quantity > 0 OR h.contract_quantity IS NOT NULL
    GROUP BY o.offer_row_id) h USING (offer_row_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+) of ([\d,]+) items bought\. One by one (.+), together (.+)\.$',
    ['bought', 'parts', 'sum', 'price']) f)
WHERE NOT coalesce(whole(f.bought, coalesce(h.bought, 0)) AND whole(f.parts, len(b.items)) AND money(f.sum, b.sum_price)
  AND money(f.price, b.bundle_price), false)

-- completes_set
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {bundles} b USING (bundle_id) LEFT JOIN catalogue c ON c.product_id = t.bundle_items[1]
  LEFT JOIN (SELECT o.offer_row_id, count(*) AS owned FROM (SELECT offer_row_id, customer_id, unnest(items) AS product_id FROM t JOIN {bundles} USING (bundle_id)) o
    JOIN {holdings} h USING (customer_id, product_id) WHERE h.owned GROUP BY o.offer_row_id) h USING (offer_row_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+) of ([\d,]+) parts of the set owned\. .+ alone (\S+), as part of the set (.+)\.$',
    ['owned', 'parts', 'sum', 'price']) f)
WHERE NOT coalesce(whole(f.owned, h.owned) AND whole(f.parts, len(b.items)) AND h.owned + 1 = len(b.items)
  AND money(f.sum, c.list_price) AND money(f.price, c.list_price * b.bundle_price / b.sum_price), false)

-- runs_out
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {replenishment} r USING (customer_id, product_id),
  (SELECT regexp_extract(t.evidence_text, '^([\d,]+)( intervals?) known, the next expected to be ([\d,]+)( days?), variation ([\d.]+) %\. Expected on (\d+ \w+ \d+); needed again at all: ([\d.]+) %\.$',
    ['intervals', 'noun', 'days', 'noun2', 'variation', 'date', 'needed']) f)
WHERE NOT coalesce(whole(f.intervals, r.intervals) AND (f.noun = ' interval') = (r.intervals = 1) AND whole(f.days, r.interval_days)
  AND percent(f.variation, r.variation) AND english(f.date) = r.expected_day AND percent(f.needed, r.p_needed), false)

-- interested
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN events e USING (customer_id, product_id),
  (SELECT regexp_extract(t.evidence_text, '^(No event|[\d,]+)( events?)? about .+ in 28 days, the last one on (\d+ \w+ \d+)\. Interest ([\d,.]+), at least ([\d.]+)\.$',
    ['count', 'noun', 'date', 'interest', 'least']) f)
WHERE NOT coalesce(counted(replace(f.count, 'No event', 'Nobody'), replace(f.noun, ' event', ' customer'), e.events_28d)
  AND english(f.date) = e.last_day AND number(f.interest) >= number(f.least) - .005, false)

-- near_limit
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN limits l ON l.customer_id = t.customer_id AND l.product_id = t.anchor_product_id,
  (SELECT regexp_extract(t.evidence_text, '^.+: ([\d,.]+) % of the included (.+) used; offered from ([\d.]+) % on\.$', ['percent', 'unit', 'from']) f)
WHERE NOT coalesce(percent(replace(f.percent, ',', ''), l.utilisation) AND f.unit = l.metric AND number(f.percent) >= number(f.from), false)

-- step_down
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {holdings} h ON h.customer_id = t.customer_id AND h.product_id = t.anchor_product_id,
  (SELECT regexp_extract(t.evidence_text, '(?:cancellation requested on (\d+ \w+ \d+))?(?:(?:, | )?use at ([\d.]+) % of the level before)?\. ([\d,]+)( units? costs?) (.+) less a year\.$',
    ['date', 'level', 'units', 'noun', 'saving']) f)
WHERE NOT coalesce((f.date = '') = (h.cancel_requested_at IS NULL)
  AND (f.date = '' OR english(f.date) = h.cancel_requested_at::DATE)
  AND (f.level <> '' OR f.date <> '') AND (f.level = '' OR try_cast(f.level AS DOUBLE) < 100)
  AND number(f.units) <= greatest(1, h.contract_quantity)
  AND money(f.saving, number(f.units) * (h.contract_per_year / h.contract_quantity - t.price * (SELECT p.periods FROM catalogue p WHERE p.product_id = t.product_id)))
  AND (f.noun = ' unit costs') = (f.units = '1'), false)

-- help_first
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {holdings} h ON h.customer_id = t.customer_id AND h.product_id = t.anchor_product_id
  LEFT JOIN {lwp_segments} s ON s.customer_id = t.customer_id,
  (SELECT regexp_extract(t.evidence_text, '^At risk\. .+: (?:cancellation requested on (\d+ \w+ \d+))?(?:, )?(?:use at ([\d.]+) % of the level before)?(nothing of this product tells why)?\.$',
    ['date', 'level', 'unknown']) f)
WHERE NOT coalesce(s.segment = 'at_risk' AND (f.date = '') = (h.cancel_requested_at IS NULL)
  AND (f.date = '' OR english(f.date) = h.cancel_requested_at::DATE)
  AND (f.level = '' OR try_cast(f.level AS DOUBLE) < 100) AND (f.unknown <> '') = (f.date = '' AND f.level = ''), false)

-- learn_more
SELECT t.offer_row_id, evidence_text FROM t LEFT JOIN {holdings} h ON h.customer_id = t.customer_id AND h.product_id = t.anchor_product_id
  LEFT JOIN {lwp_segments} s ON s.customer_id = t.customer_id LEFT JOIN catalogue c ON c.product_id = t.anchor_product_id,
  (SELECT regexp_extract(t.evidence_text, '^Not ready for an offer: little potential and little pace\. (Has|Interested in) (.+)\.$', ['has', 'named']) f)
WHERE NOT coalesce(f.named = c.name AND s.what_level = 'low' AND s.pace_level = 'low'
  AND (f.has = 'Has') = coalesce(h.owned OR h.net_quantity > 0 OR h.contract_quantity IS NOT NULL, false), false)

-- heavy_use
SELECT t.offer_row_id, evidence_text FROM t
  LEFT JOIN used u ON u.customer_id = t.customer_id AND u.product_id = t.anchor_product_id,
  (SELECT regexp_extract(t.evidence_text, '^.+: ([\d,.]+) (.+?)( in 28 days| on average in 28 days); heavy use begins at ([\d,.]+)\.$', ['amount', 'unit', 'how', 'mark']) f)
WHERE NOT coalesce(f.unit = u.metric AND number(f.amount) >= number(f.mark) - .1
  AND (SELECT count(*) FROM used m WHERE m.product_id = u.product_id AND m.metric = u.metric) >= 20
  -- A level lies between its measurements; spend adds up.
  AND CASE WHEN u.metric = 'spend' THEN f.how = ' in 28 days' AND tenth(f.amount, u.total)
      ELSE f.how = ' on average in 28 days' AND number(f.amount) BETWEEN u.least - .05 AND u.most + .05 END, false)

-- compared
SELECT t.offer_row_id, evidence_text FROM t,
  (SELECT regexp_extract(t.evidence_text, '^Events in 28 days about higher tiers than .+: (.+); the last one on (\d+ \w+ \d+)\. Interest ([\d,.]+), at least ([\d.]+)\.$',
    ['looked', 'date', 'interest', 'least']) f)
WHERE NOT coalesce(number(f.interest) >= number(f.least) - .005
  AND english(f.date) = (SELECT max(e.last_day) FROM events e JOIN higher g ON g.higher_id = e.product_id WHERE g.product_id = t.anchor_product_id AND e.customer_id = t.customer_id)
  AND f.looked = (SELECT string_agg(g.name || ' (' || e.events_28d || ')', ', ' ORDER BY e.product_id) FROM events e JOIN higher g ON g.higher_id = e.product_id
    WHERE g.product_id = t.anchor_product_id AND e.customer_id = t.customer_id AND e.events_28d > 0), false)

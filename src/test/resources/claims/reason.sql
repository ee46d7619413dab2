-- Each claim of each sentence to the customer, English or Japanese, worked out again.

-- also_bought
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {rules} r USING (rule_id)
WHERE NOT coalesce(regexp_matches(reason_text, 'many who|多く') = (r.lift > 1 AND r.confidence >= .25)
  AND regexp_matches(reason_text, 'goes with|相性') = (r.lift > 1) AND r.q_value <= .05 AND r.basket_kind = 'customer', false)

-- also_ordered
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {rules} r USING (rule_id)
WHERE NOT coalesce(regexp_matches(reason_text, 'often ordered together|よく一緒に') = (r.lift > 1 AND r.confidence >= .25)
  AND regexp_matches(reason_text, 'goes with|相性') = (r.lift > 1) AND r.q_value <= .05 AND r.basket_kind = 'order', false)

-- also_held
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {rules} r USING (rule_id)
WHERE NOT coalesce(regexp_matches(reason_text, 'many who|多く') = (r.lift > 1 AND r.confidence >= .25)
  AND regexp_matches(reason_text, 'goes with|相性') = (r.lift > 1) AND r.q_value <= .05 AND r.basket_kind = 'contract', false)

-- goes_with_cart
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {rules} r USING (rule_id)
WHERE NOT coalesce(regexp_matches(reason_text, 'goes with|相性') = (r.lift > 1) AND r.q_value <= .05
  AND list_contains(r.antecedent, t.anchor_product_id), false)

-- bought_by_same
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {ranked_products} r USING (customer_id, product_id)
WHERE NOT coalesce(r.nearest > 0 AND r.nearest_product_id = t.anchor_product_id, false)

-- new_buyers
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {ranked_products} r USING (customer_id, product_id),
  (SELECT regexp_extract(t.reason_text, '(?:: |4週間に)([\d,]+)(?: customers|名)', 1) AS count)
WHERE NOT coalesce(CASE WHEN count = '' THEN r.new_buyers_28d < 10 ELSE r.new_buyers_28d >= 10 AND whole(count, r.new_buyers_28d) END, false)

-- near_limit
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN limits l ON l.customer_id = t.customer_id AND l.product_id = t.anchor_product_id
WHERE NOT coalesce(regexp_matches(reason_text, 'reached the limit|達しました') = (l.utilisation >= 1) AND l.utilisation >= .9, false)

-- sells_together
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {bundles} b USING (bundle_id),
  (SELECT regexp_extract(t.reason_text, '(?: together for |をセットで)([^ :。]+?)(?:: |。別々に買うより)(\S+?)(?: less|お得)', ['price', 'saving']) f)
WHERE NOT coalesce(money(f.price, b.bundle_price) AND money(f.saving, b.sum_price - b.bundle_price) AND b.bundle_price < b.sum_price, false)

-- completes_set
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {bundles} b USING (bundle_id) LEFT JOIN catalogue c ON c.product_id = t.bundle_items[1],
  (SELECT regexp_extract(t.reason_text, ' for (\S+) instead of (\S+?): |を、(\S+?)のところ(\S+?)で', ['en', 'ens', 'jas', 'ja']) f)
WHERE NOT coalesce(money(f.en || f.ja, c.list_price * b.bundle_price / b.sum_price) AND money(f.ens || f.jas, c.list_price), false)

-- runs_out
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {replenishment} r USING (customer_id, product_id) LEFT JOIN catalogue c USING (product_id),
  (SELECT regexp_extract(t.reason_text, '(\d+ \w+ \d\d\d\d)', 1) AS en, regexp_extract(t.reason_text, '(\d\d\d\d年\d+月\d+日)', 1) AS ja,
    regexp_extract(t.reason_text, '([\d.]+) ?[%％]', 1) AS less)
WHERE NOT coalesce((en <> '' OR ja <> '') = (r.expected_day > DATE '$as_of' + 1) AND (en = '' OR english(en) = r.expected_day)
  AND (ja = '' OR try_strptime(ja, '%Y年%-m月%-d日')::DATE = r.expected_day) AND abs(t.price / c.list_price - (1 - number(less) / 100)) < .001
  AND t.valid_to >= r.expected_day, false)

-- step_down
SELECT t.offer_row_id, reason_text FROM t,
  (SELECT regexp_extract(t.reason_text, '(?: costs |年間)(\S+?)(?: less a year|お安く)', 1) AS saving,
    regexp_extract(t.evidence_text, 'units? costs? (.+) less a year', 1) AS told)
WHERE NOT coalesce(number(saving) = number(told) AND number(saving) > 0, false)

-- account_interest
SELECT t.offer_row_id, reason_text FROM t LEFT JOIN {account_scores} s USING (account_id) WHERE NOT coalesce(s.is_surging, false)

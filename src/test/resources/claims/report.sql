-- tonight.offers
SELECT count(*) FROM {offers}
-- tonight.targets
SELECT count(DISTINCT (target_type, target_id)) FROM {offers}
-- tonight.expected_value
SELECT sum(expected_value) FROM {offers}
-- tonight.contact_cost
SELECT sum(contact_cost) FROM {offers}
-- tonight.changed
SELECT count(*) FROM {offers} WHERE updated_at = TIMESTAMP '2026-07-01'
-- tonight.withheld
SELECT count(*) FROM {withheld_offers}
-- stopped.candidates
SELECT sum(1 + coalesce(more, 0)) FROM {suppressed_offers}
-- customers.customers
SELECT count(*) FROM {lwp_segments}
-- customers.results
SELECT sum(results) FROM {lwp_segments}
-- customers.care
SELECT count(*) FROM {lwp_segments} WHERE segment = 'care'
-- customers.at_risk
SELECT count(*) FROM {lwp_segments} WHERE segment = 'at_risk'
-- customers.what_cut
SELECT DISTINCT what_cut FROM {lwp_segments}
-- customers.pace_cut
SELECT DISTINCT pace_cut FROM {lwp_segments}
-- value.customers
SELECT count(*) FROM {ltv}
-- value.ltv
SELECT sum(ltv) FROM {ltv}
-- value.contract
SELECT sum(ltv_contract) FROM {ltv}
-- value.historic
SELECT sum(historic_ltv) FROM {ltv}
-- value.horizon
SELECT DISTINCT horizon_days FROM {ltv}
-- value.top_share
WITH classes AS (
    SELECT CASE WHEN ltv > 0 THEN floor(log10(ltv::DOUBLE) * 20) END AS class, count(*) AS n, sum(ltv)::DOUBLE AS value
    FROM {ltv} GROUP BY 1
), summed AS (
    SELECT *, sum(n) OVER w AS best, sum(value) OVER w AS held FROM classes WINDOW w AS (ORDER BY class DESC NULLS LAST)
), all_of_them AS (SELECT sum(n) AS n, sum(value) AS value FROM classes)
SELECT (held - s.value + s.value * (0.2 * a.n - (best - s.n)) / s.n) / a.value
FROM summed s, all_of_them a WHERE best >= 0.2 * a.n ORDER BY best LIMIT 1
-- together.rules
SELECT count(*) FROM {rules}
-- together.bundles
SELECT count(*) FROM {bundles}
-- accounts.accounts
SELECT count(*) FROM {account_scores}
-- accounts.active
SELECT count(*) FROM {account_scores} WHERE events_28d > 0
-- accounts.surging
SELECT count(*) FROM {account_scores} WHERE is_surging
-- accounts.events
SELECT sum(events_28d) FROM {account_scores}
-- works.verdicts
SELECT count(*) FROM {effects} WHERE verdict = 'works'
-- works.harms
SELECT count(*) FROM {effects} WHERE verdict = 'harms'
-- works.expected_return
SELECT sum(expected_value) / sum(contact_cost) FROM {offers}
-- works.contact_cost
SELECT sum(contact_cost) FROM {offers}
-- works.acquisition_cost
SELECT 5 * sum(contact_cost) FROM {offers}
-- data.accepted
SELECT sum((n ->> 'accepted')::BIGINT) FROM (SELECT unnest(json_extract(json, '$.inputs.*')) AS n FROM manifest)
-- data.rejected
SELECT sum((n ->> 'rejected')::BIGINT) FROM (SELECT unnest(json_extract(json, '$.inputs.*')) AS n FROM manifest)
-- data.after_as_of
SELECT sum((n ->> 'after_as_of')::BIGINT) FROM (SELECT unnest(json_extract(json, '$.inputs.*')) AS n FROM manifest)
-- grid by_type
SELECT offer_type, count(*), sum(expected_value) FROM {offers} GROUP BY 1 ORDER BY 2 DESC, 1
-- grid by_trigger
SELECT trigger, count(*), sum(expected_value) FROM {offers} GROUP BY 1 ORDER BY 2 DESC, 1
-- grid by_segment
SELECT lwp_segment, count(*), sum(expected_value) FROM {offers} GROUP BY 1 ORDER BY 2 DESC, 1
-- grid best
SELECT array_to_string(coalesce(bundle_items, [coalesce(product_id, content_track)]), ','), offer_type, trigger, target_id,
    owner, expected_value, p_accept, valid_to, reason_text, evidence_text
FROM {offers}
QUALIFY row_number() OVER (PARTITION BY coalesce(bundle_items, [coalesce(product_id, content_track)])
    ORDER BY rank_score DESC, offer_row_id DESC) = 1
ORDER BY rank_score DESC, offer_row_id DESC LIMIT 20
-- grid reasons
SELECT reason_code, sum(1 + coalesce(more, 0)), min(release_date), count(*) FILTER (release_date <= DATE '2026-07-07')
FROM {suppressed_offers} GROUP BY 1 ORDER BY 2 DESC, 1
-- grid coming
SELECT coalesce(array_to_string(b.items, ','), s.product_id, s.bundle_id), s.offer_type, s.target_id, s.reason_code, s.release_date,
    s.expected_value
FROM {suppressed_offers} s LEFT JOIN {bundles} b USING (bundle_id) WHERE s.release_date IS NOT NULL AND s.expected_value > 0
QUALIFY row_number() OVER (PARTITION BY coalesce(s.product_id, s.bundle_id) ORDER BY s.expected_value DESC, s.offer_row_id DESC) = 1
ORDER BY s.expected_value DESC, s.offer_row_id DESC LIMIT 20
-- grid square
SELECT priority, count(*), sum(results) FROM {lwp_segments} GROUP BY 1 ORDER BY 1
-- grid map
SELECT least(floor(what_score * 10), 9) / 10, least(floor(pace_score * 10), 9) / 10, count(*), sum(results)
FROM {lwp_segments} GROUP BY 1, 2 ORDER BY 1, 2
-- grid segments
SELECT segment, count(*), sum(results) FROM {lwp_segments} GROUP BY 1 ORDER BY 2 DESC, 1
-- grid care
SELECT customer_id, priority, results, usage_trend, cancel_requested, open_issues, open_severe_tickets, days_since_seen
FROM {lwp_segments} WHERE segment = 'care' ORDER BY results DESC, customer_id LIMIT 20
-- grid at_risk
SELECT customer_id, priority, results, usage_trend, cancel_requested, open_issues, open_severe_tickets, days_since_seen
FROM {lwp_segments} WHERE segment = 'at_risk' ORDER BY results DESC, customer_id LIMIT 20
-- grid distribution
WITH halves AS (
    SELECT ltv, CASE WHEN ltv > 0 THEN floor(log10(ltv::DOUBLE) * 2) END AS half FROM {ltv}
), highest AS (SELECT max(half) AS half FROM halves)
SELECT CASE WHEN h.half > m.half - 10 THEN power(10, h.half / 2) ELSE 0 END, count(*), sum(ltv)
FROM halves h, highest m GROUP BY 1 ORDER BY 1
-- grid concentration
WITH classes AS (
    SELECT CASE WHEN ltv > 0 THEN floor(log10(ltv::DOUBLE) * 20) END AS class, count(*) AS n, sum(ltv)::DOUBLE AS value
    FROM {ltv} GROUP BY 1
)
SELECT 0, 0 UNION ALL
SELECT sum(n) OVER w / (SELECT sum(n) FROM classes), sum(value) OVER w / (SELECT sum(value) FROM classes)
FROM classes WINDOW w AS (ORDER BY class DESC NULLS LAST)
-- grid models
SELECT model, count(*), sum(ltv), sum(ltv_contract), sum(historic_ltv) FROM {ltv} GROUP BY 1 ORDER BY 1
-- grid fitted
SELECT model, chosen, holdout_days, forecast_ratio, holdout_error, holdout_error_naive
FROM {ltv_models} WHERE holdout_days IS NOT NULL ORDER BY chosen DESC, model
-- grid rules
SELECT array_to_string(antecedent, ','), consequent, basket_kind, count, confidence, lift, q_value
FROM {rules} ORDER BY leverage DESC, rule_id LIMIT 200
-- grid bundles
SELECT array_to_string(items, ','), count, sum_price, bundle_price, discount, unit_margin, expected_margin, lift
FROM {bundles} ORDER BY rank NULLS LAST, bundle_id LIMIT 20
-- grid surges
SELECT account_id, events_28d, baseline, people, senior_people,
    array_to_string(department_names, ', '),
    array_to_string(list_transform(interests, lambda i: i.product_id), ','), q_value
FROM {account_scores} WHERE is_surging ORDER BY q_value, score DESC, account_id LIMIT 20
-- grid effects
SELECT experiment_id, offer_type, trigger, segment, outcome, verdict, why, effect, always_low, always_high, mean_treated,
    mean_control, n_treated, n_control, n_waiting
FROM {effects} WHERE offer_type = 'all' OR verdict IN ('works', 'harms')
ORDER BY experiment_id, offer_type, trigger, segment, product_id, outcome LIMIT 40
-- grid promises
SELECT offer_type, trigger, lwp_segment, avg(p_accept), max(taken / trials), max(trials)
FROM {offers} WHERE trials > 0 GROUP BY 1, 2, 3 ORDER BY max(trials) DESC, 1, 2, 3 LIMIT 40
-- grid successes
SELECT product_id, offer_type, nullif(owned_product_id, 'all'), use_band, trigger, segment, accepted, offered, value_gained, value_low,
  value_high, others_gained, followed, still_running
FROM {success_cases} WHERE product_id <> 'all'
QUALIFY row_number() OVER (PARTITION BY offer_type, product_id, offered, accepted ORDER BY (trigger <> 'all')::INT + (segment <> 'all')::INT
  + (owned_product_id <> 'all')::INT + (use_band <> 'all')::INT DESC, trigger, segment, owned_product_id, use_band) = 1
ORDER BY accepted DESC, offered DESC, offer_type, product_id, trigger, segment, owned_product_id, use_band LIMIT 40
-- grid inputs
SELECT name, (n ->> 'accepted')::BIGINT, (n ->> 'rejected')::BIGINT, (n ->> 'after_as_of')::BIGINT, left(n ->> 'newest', 10),
  DATE '2026-06-30' - left(n ->> 'newest', 10)::DATE, NULL, NULL
FROM (SELECT unnest(json_keys(json, '$.inputs')) AS name, unnest(json_extract(json, '$.inputs.*')) AS n FROM manifest) ORDER BY name
-- grid matches
SELECT name, n ->> 'to', (n ->> 'matched_rows')::BIGINT / (n ->> 'rows')::BIGINT, (n ->> 'matched_ids')::BIGINT / (n ->> 'ids')::BIGINT
FROM (SELECT unnest(json_keys(json, '$.matches')) AS name, unnest(json_extract(json, '$.matches.*')) AS n FROM manifest)
-- grid missing
SELECT i, i FROM (SELECT unnest(json_extract_string(json, '$.absent_inputs[*]')) AS i FROM manifest)
-- grid rejects
SELECT input, reason, count(*), min(substring(detail, 1, 160)), min(substring(raw, 1, 160))
FROM {rejects} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 40

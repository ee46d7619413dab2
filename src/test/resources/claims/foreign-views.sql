-- A company that records neither behaviour nor limits of use: sentences that speak of them are not true of it.
CREATE VIEW higher AS SELECT NULL::VARCHAR AS product_id, NULL::VARCHAR AS higher_id, NULL::VARCHAR AS name WHERE false;
CREATE VIEW put AS SELECT NULL::VARCHAR AS customer_id, NULL::VARCHAR AS product_id, NULL::DATE AS day WHERE false;
CREATE VIEW events AS SELECT NULL::VARCHAR AS customer_id, NULL::VARCHAR AS product_id, 0 AS events_28d, NULL::DATE AS last_day WHERE false;
CREATE VIEW limits AS SELECT NULL::VARCHAR AS customer_id, NULL::VARCHAR AS product_id, NULL::VARCHAR AS metric, 0.0 AS utilisation WHERE false;
CREATE VIEW used AS SELECT NULL::VARCHAR AS customer_id, NULL::VARCHAR AS product_id, NULL::VARCHAR AS metric, 0.0 AS least, 0.0 AS most,
  0.0 AS total WHERE false;

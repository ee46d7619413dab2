"""Osusume every night, in Airflow (2.9 or newer, and 3).

One task, `scripts/osusume nightly`, for the day that just ended; backfills run the same command for earlier days, one at a
time, since a warehouse takes one run at a time (exit 4). Airflow variables, with their defaults:

  osusume_home  where Osusume is checked out  /opt/osusume
  osusume_conf  the company's settings        /etc/osusume/production.conf
"""

from datetime import datetime, timedelta

from airflow import DAG

try:
    from airflow.providers.standard.operators.bash import BashOperator
except ImportError:  # Airflow 2
    from airflow.operators.bash import BashOperator

with DAG(
    dag_id="osusume_nightly",
    description="Cross-sell, upsell and downsell offers from yesterday's orders and usage",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["osusume"],
) as dag:
    BashOperator(
        task_id="nightly",
        # {{ ds }} is the day on which the interval begins: for a nightly schedule, the day that has just ended.
        bash_command=(
            "{{ var.value.get('osusume_home', '/opt/osusume') }}/scripts/osusume nightly"
            " --conf {{ var.value.get('osusume_conf', '/etc/osusume/production.conf') }}"
            " --as-of {{ ds }}"
        ),
        skip_on_exit_code=[],  # every exit code but 0 is a failure; 4 (locked) is worth the retry
        retries=2,
        retry_delay=timedelta(minutes=15),
        execution_timeout=timedelta(hours=4),
    )

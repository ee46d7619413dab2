"""The same itemsets with native single-machine miners, to compare with `scripts/bench rules`; needs `pip install pyfim rusket`.

    python scripts/bench_fim.py online-retail.csv.gz

Reads the baskets into memory first; prints one JSON object: itemsets and seconds (median of five) of each miner.
"""
import csv
import gzip
import json
import statistics
import sys
import time

import fim

baskets = {}
with gzip.open(sys.argv[1], "rt", encoding="utf-8-sig") as lines:
    for row in csv.DictReader(lines):
        if int(row["Quantity"]) > 0 and not row["InvoiceNo"].startswith("C") and float(row["UnitPrice"]) >= 0:
            baskets.setdefault(row["InvoiceNo"], set()).add(row["StockCode"])
baskets = [list(items) for items in baskets.values()]


def timed(mine):
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        found = mine()
        seconds.append(time.perf_counter() - start)
    return found, round(statistics.median(seconds), 3)


figures = {"baskets": len(baskets)}
for name, support, length in [("005", 0.5, -1), ("003_length_3", 0.3, 3)]:
    for miner in (fim.fpgrowth, fim.eclat):
        found, seconds = timed(lambda: len(miner(baskets, target="s", supp=support, zmin=1, zmax=length)))
        figures[f"{miner.__name__}_{name}"] = found
        figures[f"{miner.__name__}_{name}_seconds"] = seconds
try:
    from importlib.metadata import version

    import pandas as pd
    import rusket

    codes = {}
    pairs = [(b, codes.setdefault(i, len(codes))) for b, items in enumerate(baskets) for i in items]
    frame = pd.DataFrame(pairs, columns=["basket", "item"])
    figures["rusket_version"] = version("rusket")
    matrix = rusket.from_transactions(frame, transaction_col="basket", item_col="item")
    for name, support, length in [("005", 0.005, None), ("003_length_3", 0.003, 3)]:
        found, seconds = timed(lambda: len(rusket.fpgrowth(matrix, min_support=support, max_len=length)))
        figures[f"rusket_{name}"] = found
        figures[f"rusket_{name}_seconds"] = seconds
except ImportError as e:
    figures["rusket"] = f"not there: {e}"
print(json.dumps(figures))

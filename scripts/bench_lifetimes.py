"""The same fits with the Python package `lifetimes`, to compare with `LtvBench cdnow FILE`; needs `pip install lifetimes`.

    python scripts/bench_lifetimes.py CDNOW_master.txt.gz

Prints one JSON object: parameters and seconds of each model, times in weeks, 39 weeks of calibration.
"""
import gzip
import json
import sys
import time

import pandas as pd
from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter, ParetoNBDFitter

path = sys.argv[1]
opener = gzip.open if path.endswith(".gz") else open
with opener(path, "rt") as lines:
    rows = [line.split() for line in lines]
frame = pd.DataFrame(
    [(r[0], pd.Timestamp(r[-3])) for r in rows if r and r[0].isdigit()], columns=["id", "day"]
).drop_duplicates()
end = pd.Timestamp("1997-09-30")
frame = frame[frame.day <= end]
history = frame.groupby("id").day.agg(["count", "min", "max"])
x = history["count"] - 1
t_x = (history["max"] - history["min"]).dt.days / 7
age = (end - history["min"]).dt.days / 7

figures = {"customers": len(history)}
for name, fitter in [
    ("mbg_nbd", ModifiedBetaGeoFitter()),
    ("bg_nbd", BetaGeoFitter()),
    ("pareto_nbd", ParetoNBDFitter()),
]:
    start = time.time()
    fitter.fit(x, t_x, age)
    figures[name + "_seconds"] = round(time.time() - start, 3)
    figures[name + "_parameters"] = [float(v) for v in fitter.params_.values]
print(json.dumps(figures))

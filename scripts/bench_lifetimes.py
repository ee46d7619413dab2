"""The same fits with the Python package `lifetimes`, to compare with `LtvBench cdnow FILE`; needs `pip install lifetimes`.

    python scripts/bench_lifetimes.py CDNOW_master.txt.gz

Prints one JSON object: parameters and seconds of each model, times in weeks, 39 weeks of calibration.

    python scripts/bench_lifetimes.py night HISTORIES.csv

The work of `LtvBench night`, the package's own fastest way: x, t_x, T (days) and the mean value of repeat orders of every customer, as
the bench writes them; equal histories are fitted once, with a weight, and every customer is predicted.
"""
import gzip
import json
import sys
import time

import pandas as pd
from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter, ParetoNBDFitter



def night(path):
    from lifetimes import GammaGammaFitter

    started = [time.time(), time.process_time()]

    def step(name, rows):
        now, used = time.time(), time.process_time()
        print(f"{name:<34}{rows:>12,} rows {now - started[0]:7.2f} s {used - started[1]:7.2f} cpu s", flush=True)
        started[:] = [now, used]

    frame = pd.read_csv(path)
    step("lifetimes: read", len(frame))
    grouped = frame.groupby(["x", "t_x", "age"]).size().reset_index(name="weight")
    fitter = ModifiedBetaGeoFitter(penalizer_coef=0.0001)  # without it the fit of some data does not converge
    fitter.fit(grouped.x, grouped.t_x, grouped.age, weights=grouped.weight)
    step("lifetimes: purchases fitted", len(grouped))
    repeat = frame[(frame.x > 0) & (frame["mean"] > 0)]
    value = GammaGammaFitter()
    value.fit(repeat.x, repeat["mean"])
    step("lifetimes: values fitted", len(repeat))
    worth = value.customer_lifetime_value(
        fitter, frame.x, frame.t_x, frame.age, frame["mean"], time=12, freq="D", discount_rate=1.1 ** (1 / 12) - 1
    )
    step("lifetimes: predicted", len(worth))


if sys.argv[1] == "night":
    night(sys.argv[2])
    sys.exit()

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

"use strict";
(() => {
  const main = document.getElementById("main");
  const language = main.dataset.numberFormat;
  const SHOWN = 10; // rows of a long table before "show all"
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });

  // ---- tables: sorting, searching, showing all ----
  const text = (row, i) => row.cells[i].textContent.trim();
  const value = (row, i) => row.cells[i].dataset.value;

  function sort(table, i, button) {
    const head = button.parentElement;
    const down = head.getAttribute("aria-sort") === "descending";
    const up = head.getAttribute("aria-sort") === "ascending";
    const numeric = head.classList.contains("n");
    const ascending = numeric ? down : !up;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const sign = ascending ? 1 : -1;
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => {
      const x = value(a, i), y = value(b, i);
      if (x === "" || y === "") return (x === "") - (y === ""); // what is not known stands last, both ways
      return sign * (numeric ? Number(x) - Number(y) : text(a, i).localeCompare(text(b, i), language));
    });
    table.tBodies[0].append(...rows);
    table.dispatchEvent(new Event("arranged"));
  }

  function arrange(table) {
    const block = table.closest(".block");
    const tools = block.querySelector(".tools");
    const search = tools.querySelector("input");
    const count = tools.querySelector(".count");
    const rows = () => [...table.tBodies[0].rows];
    const all = rows().length;
    let open = all <= SHOWN + 2;
    const more = document.createElement("button");
    more.type = "button";
    more.className = "more";
    more.textContent = main.dataset.more.replace("{0}", whole.format(all));
    more.addEventListener("click", () => { open = true; show(); });
    if (!open) block.append(more);
    if (all > 5) tools.hidden = false;

    function show() {
      const wanted = search.value.trim().toLowerCase();
      let found = 0;
      for (const row of rows()) {
        const matches = wanted === "" || row.textContent.toLowerCase().includes(wanted);
        if (matches) found++;
        row.hidden = !matches || (!open && wanted === "" && found > SHOWN);
      }
      more.hidden = open || wanted !== "";
      count.textContent = wanted === "" ? "" : main.dataset.found.replace("{0}", whole.format(found)).replace("{1}", whole.format(all));
    }
    search.addEventListener("input", show);
    table.addEventListener("arranged", show);
    [...table.tHead.rows[0].cells].forEach((head, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.title = main.dataset.sort;
      head.replaceChildren(button);
      button.addEventListener("click", () => sort(table, i, button));
    });
    show();
  }
  document.querySelectorAll("table.sortable").forEach(arrange);

  // ---- heat of the square ----
  const heats = [...document.querySelectorAll("[data-heat]")];
  const hottest = Math.max(1, ...heats.map((cell) => Number(cell.dataset.heat)));
  for (const cell of heats) {
    cell.style.background = `rgba(var(--heat), ${(0.04 + 0.3 * Number(cell.dataset.heat) / hottest).toFixed(3)})`;
  }

  // ---- charts, drawn from the tables under them ----
  let printing = false;
  const LIGHT = { ink: "#1b2430", soft: "#4f5b6b", line: "#d6dbe3", card: "#ffffff", mark: "#1f5fbf", mark2: "#b3541e" };
  function colours() {
    if (printing) return LIGHT;
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(name).trim();
    return { ink: read("--ink"), soft: read("--soft"), line: read("--line"), card: read("--card"), mark: read("--mark"), mark2: read("--mark-2") };
  }

  const heads = (table) => [...table.tHead.rows[0].cells].map((c) => c.textContent.trim());
  const data = (table, most) => [...table.tBodies[0].rows].slice(0, most || 1e9).map((row) => ({
    text: (i) => text(row, i),
    code: (i) => value(row, i),
    number: (i) => (value(row, i) === "" ? null : Number(value(row, i))),
  }));
  /** Where the column of a name stands; -1: nowhere, such as that of who somebody is where the report names nobody. */
  const place = (table, name) => [...table.tHead.rows[0].cells].findIndex((c) => c.classList.contains("c-" + name));
  const unit = main.dataset.currency === "" ? "" : " (" + main.dataset.currency + ")";
  const cut = (label, most) => ([...label].length > most ? [...label].slice(0, most - 1).join("") + "…" : label);

  function base(c) {
    return {
      animation: false,
      color: [c.mark, c.mark2],
      textStyle: { color: c.ink, fontFamily: "inherit" },
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: c.ink }, itemWidth: 14, itemHeight: 10 },
      tooltip: { renderMode: "richText", confine: true, backgroundColor: c.card, borderColor: c.line, textStyle: { color: c.ink } },
    };
  }
  const axis = (c, more) => ({
    axisLabel: { color: c.soft, hideOverlap: true, ...(more.axisLabel || {}) },
    axisLine: { lineStyle: { color: c.line } },
    splitLine: { lineStyle: { color: c.line, opacity: 0.6 } },
    nameTextStyle: { color: c.soft },
    ...Object.fromEntries(Object.entries(more).filter(([k]) => k !== "axisLabel")),
  });
  const numbers = (c, name, format, narrow) => axis(c, {
    type: "value", splitNumber: narrow ? 3 : 5, name, nameLocation: "middle", nameGap: 26, axisLabel: { formatter: (v) => (format || short).format(v) },
  });

  const draw = {
    bars(table, c, narrow) {
      const rows = data(table, 12).reverse();
      const [, counts] = heads(table);
      return {
        ...base(c), legend: { show: false },
        grid: { left: 8, right: 56, top: 8, bottom: 30, containLabel: true },
        xAxis: numbers(c, counts, short, narrow),
        yAxis: axis(c, { type: "category", data: rows.map((r) => cut(r.text(0), 18)), axisTick: { show: false } }),
        tooltip: { ...base(c).tooltip, trigger: "axis", axisPointer: { type: "shadow" } },
        series: [{
          type: "bar", name: counts, data: rows.map((r) => r.number(1)), barMaxWidth: 22,
          label: { show: true, position: "right", color: c.ink, formatter: (p) => whole.format(p.value) },
        }],
      };
    },
    columns(table, c) {
      const rows = data(table);
      const [from, customers, amount] = heads(table);
      return {
        ...base(c), grid: { left: 12, right: 12, top: 36, bottom: 30, containLabel: true },
        tooltip: { ...base(c).tooltip, trigger: "axis", valueFormatter: (v) => whole.format(v) },
        xAxis: axis(c, { type: "category", name: from + unit, nameLocation: "middle", nameGap: 26, data: rows.map((r) => short.format(r.number(0))) }),
        yAxis: [numbers(c, ""), { ...numbers(c, ""), splitLine: { show: false } }],
        series: [
          { type: "bar", name: customers, data: rows.map((r) => r.number(1)) },
          { type: "line", name: amount + unit, yAxisIndex: 1, data: rows.map((r) => r.number(2)) },
        ],
      };
    },
    nights(table, c) {
      const rows = data(table);
      const [, offers, amount] = heads(table);
      return {
        ...base(c),
        tooltip: { ...base(c).tooltip, trigger: "axis", valueFormatter: (v) => whole.format(v) },
        xAxis: axis(c, { type: "category", data: rows.map((r) => r.code(0)) }),
        yAxis: [{ ...numbers(c, ""), min: 0 }, { ...numbers(c, ""), splitLine: { show: false } }],
        series: [
          { type: "line", name: offers, data: rows.map((r) => r.number(1)), symbolSize: 8 },
          { type: "line", name: amount + unit, yAxisIndex: 1, data: rows.map((r) => r.number(2)), symbolSize: 8, lineStyle: { type: "dashed" } },
        ],
      };
    },
    map(table, c) {
      const rows = data(table);
      const [what, pace, customers] = heads(table);
      const steps = [...Array(10).keys()].map((i) => (i / 10).toFixed(1));
      const most = Math.max(1, ...rows.map((r) => r.number(2)));
      return {
        ...base(c), legend: { show: false },
        grid: { left: 30, right: 12, top: 12, bottom: 58, containLabel: true },
        tooltip: { ...base(c).tooltip, formatter: (p) => `${what} ${p.value[0] / 10}, ${pace} ${p.value[1] / 10}\n${customers}: ${whole.format(p.value[2])}` },
        xAxis: axis(c, { type: "category", name: what, nameLocation: "middle", nameGap: 24, data: steps }),
        yAxis: axis(c, { type: "category", name: pace, nameLocation: "middle", nameGap: 34, data: steps }),
        visualMap: {
          min: 0, max: most, calculable: false, orient: "horizontal", left: "center", bottom: 0, itemHeight: 90, itemWidth: 10,
          text: [whole.format(most), "0"], textStyle: { color: c.soft }, inRange: { color: [c.card, c.mark] },
        },
        series: [{ type: "heatmap", name: customers, data: rows.map((r) => [Math.round(r.number(0) * 10), Math.round(r.number(1) * 10), r.number(2)]) }],
      };
    },
    curve(table, c, narrow) {
      const [x, y] = heads(table);
      return {
        ...base(c), legend: { show: false }, grid: { left: 16, right: 24, top: 12, bottom: 30, containLabel: true },
        tooltip: { ...base(c).tooltip, trigger: "axis", valueFormatter: (v) => percent.format(v), axisPointer: { label: { formatter: (p) => percent.format(p.value) } } },
        xAxis: { ...numbers(c, x, percent, narrow), min: 0, max: 1 },
        yAxis: { ...numbers(c, y, percent), nameGap: 46, min: 0, max: 1 },
        series: [
          { type: "line", name: y, showSymbol: false, areaStyle: { opacity: 0.12 }, data: data(table).map((r) => [r.number(0), r.number(1)]) },
          { type: "line", showSymbol: false, silent: true, tooltip: { show: false }, lineStyle: { type: "dotted", color: c.soft }, data: [[0, 0], [1, 1]] },
        ],
      };
    },
    forecast(table, c) {
      const [bucket, , forecast, came] = heads(table);
      const all = data(table);
      const rows = all.filter((r) => r.text(1) === all[0].text(1));
      return {
        ...base(c), grid: { left: 12, right: 12, top: 36, bottom: 30, containLabel: true },
        tooltip: { ...base(c).tooltip, trigger: "axis", valueFormatter: (v) => whole.format(v) },
        xAxis: axis(c, { type: "category", name: bucket + " · " + all[0].text(1), nameLocation: "middle", nameGap: 26, data: rows.map((r) => r.text(0)) }),
        yAxis: numbers(c, ""),
        series: [
          { type: "bar", name: forecast, data: rows.map((r) => r.number(2)) },
          { type: "bar", name: came, data: rows.map((r) => r.number(3)) },
        ],
      };
    },
    pairs(table, c, narrow) {
      const rows = data(table, 12).reverse();
      const [now, past] = [place(table, "events_28d"), place(table, "baseline")];
      const who = place(table, "account_id") < 0 ? place(table, "interest_products") : place(table, "account_id");
      const names = heads(table);
      return {
        ...base(c), tooltip: { ...base(c).tooltip, trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (v) => whole.format(v) },
        xAxis: numbers(c, "", short, narrow),
        yAxis: axis(c, { type: "category", data: rows.map((r) => cut(r.text(who), 18)), axisTick: { show: false } }),
        series: [
          { type: "bar", name: names[past], data: rows.map((r) => r.number(past)), itemStyle: { color: c.soft } },
          { type: "bar", name: names[now], data: rows.map((r) => r.number(now)), itemStyle: { color: c.mark } },
        ],
      };
    },
    intervals(table, c, narrow) {
      const rows = data(table, 15).reverse();
      const names = heads(table);
      const label = (r) => cut([1, 2, 3, 0].map((i) => r.text(i)).join(" · "), narrow ? 16 : 36);
      return {
        ...base(c), legend: { show: false }, grid: { left: 8, right: 24, top: 8, bottom: 30, containLabel: true },
        xAxis: { ...numbers(c, names[4], whole, narrow), scale: true },
        yAxis: axis(c, { type: "category", data: rows.map(label), axisTick: { show: false } }),
        series: [
          {
            type: "custom", silent: true, encode: { x: [0, 1], y: 2 }, data: rows.map((r, i) => [r.number(5), r.number(6), i]),
            renderItem: (params, api) => {
              const from = api.coord([api.value(0), api.value(2)]), to = api.coord([api.value(1), api.value(2)]);
              return { type: "line", shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: c.mark, lineWidth: 3 } };
            },
          },
          { type: "scatter", name: names[4], data: rows.map((r, i) => [r.number(4), i]), symbolSize: 11, markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: c.soft }, data: [{ xAxis: 0 }] } },
        ],
      };
    },
    reliability(table, c, narrow) {
      const rows = data(table);
      const names = heads(table);
      const far = Math.min(1, Math.ceil(10 * Math.max(0.05, ...rows.map((r) => Math.max(r.number(3), r.number(4))))) / 10);
      return {
        ...base(c), legend: { show: false }, grid: { left: 28, right: 24, top: 12, bottom: 30, containLabel: true },
        tooltip: { ...base(c).tooltip, formatter: (p) => (p.name ? `${p.name}\n${names[3]} ${percent.format(p.value[0])}, ${names[4]} ${percent.format(p.value[1])}` : "") },
        xAxis: { ...numbers(c, names[3], percent, narrow), min: 0, max: far },
        yAxis: { ...numbers(c, names[4], percent), nameGap: 46, min: 0, max: far },
        series: [
          { type: "scatter", name: names[4], symbolSize: (v) => 5 + Math.min(22, Math.sqrt(v[2]) * 1.6), itemStyle: { opacity: 0.75 }, data: rows.map((r) => ({ value: [r.number(3), r.number(4), r.number(5)], name: [0, 1, 2].map((i) => r.text(i)).join(" · ") })) },
          { type: "line", showSymbol: false, silent: true, lineStyle: { type: "dotted", color: c.soft }, data: [[0, 0], [far, far]] },
        ],
      };
    },
    ranking(table, c, narrow) {
      const all = data(table);
      const last = all.reduce((most, r) => (r.code(1) > most ? r.code(1) : most), "");
      const rows = all.filter((r) => r.code(1) === last).slice(0, 12).reverse();
      const names = heads(table);
      return {
        ...base(c), legend: { show: false }, grid: { left: 8, right: 48, top: 8, bottom: 30, containLabel: true },
        xAxis: numbers(c, names[2] + " · " + last, whole, narrow),
        yAxis: axis(c, { type: "category", data: rows.map((r) => cut(r.text(0), 20)), axisTick: { show: false } }),
        series: [{ type: "bar", barMaxWidth: 22, data: rows.map((r) => r.number(2)), label: { show: true, position: "right", color: c.ink, formatter: (p) => p.value.toFixed(3) } }],
      };
    },
  };

  const drawn = new Map();
  function drawOne(place) {
    const width = place.clientWidth, height = place.clientHeight;
    if (width === 0) return; // not laid out yet: drawn when it is
    const old = drawn.get(place);
    if (old) old.dispose();
    const chart = echarts.init(place, null, { renderer: "svg", width, height });
    chart.setOption(draw[place.dataset.chart](document.getElementById(place.dataset.table), colours(), width < 480));
    drawn.set(place, chart);
  }
  const places = [...document.querySelectorAll("[data-chart]")];
  const drawAll = () => places.forEach(drawOne);
  drawAll();
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const chart = drawn.get(target);
      if (!chart || chart.getWidth() !== target.clientWidth || chart.getHeight() !== target.clientHeight) drawOne(target);
    }
  });
  places.forEach((place) => sizes.observe(place));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  addEventListener("beforeprint", () => { printing = true; drawAll(); });
  addEventListener("afterprint", () => { printing = false; drawAll(); });
})();

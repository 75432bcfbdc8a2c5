// Bars of changes over time, stacked by status, each status with a pattern of its own.
const HEIGHT = 118;
const AXIS = 20;
const UNITS = [
  { days: 1, start: (day) => day, next: (day) => new Date(day.getTime() + 864e5), length: 10 },
  { days: 7, start: (day) => new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 864e5), next: (day) => new Date(day.getTime() + 7 * 864e5), length: 10 },
  { days: 30, start: (day) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1)), next: (day) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)), length: 7 },
  { days: 365, start: (day) => new Date(Date.UTC(day.getUTCFullYear(), 0, 1)), next: (day) => new Date(Date.UTC(day.getUTCFullYear() + 1, 0, 1)), length: 4 },
  { days: 3653, start: (day) => new Date(Date.UTC(Math.floor(day.getUTCFullYear() / 10) * 10, 0, 1)), next: (day) => new Date(Date.UTC(day.getUTCFullYear() + 10, 0, 1)), length: 4 },
];
const iso = (day) => day.toISOString().slice(0, 10);

// The finest unit whose bars still fit, the bars, and the changes in each.
function binned(changes, width) {
  const dated = changes.filter((change) => change.by).map((change) => [Date.parse(change.by), change]).filter(([time]) => !Number.isNaN(time));
  if (!dated.length) return null;
  let first = Infinity;
  let last = -Infinity;
  for (const [time] of dated) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const most = Math.max(12, Math.floor(width / 11));
  const unit = UNITS.find(({ days }) => (last - first) / 864e5 / days + 2 <= most) ?? UNITS.at(-1);
  const bins = [];
  for (let day = unit.start(new Date(first)); day.getTime() <= last; day = unit.next(day)) bins.push({ start: day, end: unit.next(day), changes: [] });
  for (const [time, change] of dated) {
    let low = 0;
    for (let high = bins.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (bins[middle].start.getTime() <= time) low = middle;
      else high = middle;
    }
    bins[low].changes.push(change);
  }
  return { unit, bins };
}

function nameOf(bin, unit) {
  const first = dateInWords(iso(bin.start).slice(0, unit.length));
  if (unit.days !== 7 && unit.days !== 3653) return first;
  return `${first} – ${dateInWords(iso(new Date(bin.end.getTime() - 864e5)).slice(0, unit.length))}`;
}

function pattern(status, ...marks) {
  return draw("pattern", { id: `pattern-${status}`, class: status, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, draw("rect", { width: 6, height: 6, class: "tint" }), ...marks);
}

function patterns() {
  return draw("defs", {},
    pattern("asserted", draw("rect", { width: 6, height: 6, class: "fill" })),
    pattern("claimed", draw("path", { d: "M-1 7L7-1M-1 1L1-1M5 7L7 5", class: "line" })),
    pattern("disputed", draw("path", { d: "M0 3H6M3 0V6", class: "line" })),
    pattern("denied", draw("path", { d: "M1 1L5 5M1 5L5 1", class: "thin" })),
    pattern("possible", draw("circle", { cx: 3, cy: 3, r: 1, class: "fill" })));
}

function bar(bin, unit, x, width, scale) {
  const counts = STATUSES.map((status) => [status, bin.changes.filter((change) => change.status === status).length]);
  const told = counts.filter(([, count]) => count).map(([status, count]) => `${number(count)} ${word(status)}`).join(", ");
  const label = `${nameOf(bin, unit)} : ${told}`;
  const open = () => ask({ from: iso(bin.start), to: iso(new Date(bin.end.getTime() - 864e5)) });
  let y = HEIGHT - AXIS;
  const rects = counts.filter(([, count]) => count).map(([status, count]) => {
    const height = Math.max(2, count * scale);
    y -= height;
    return draw("rect", { x: x + 0.5, y, width: Math.max(1.5, width - 1), height, class: status, fill: `url(#pattern-${status})` });
  });
  return draw("g", {
    tabindex: 0, role: "button", "aria-label": label, class: "column", onclick: open,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } },
  }, draw("title", {}, label), draw("rect", { x, y: 0, width, height: HEIGHT - AXIS, class: "reach" }), ...rects);
}

function drawTimeline(changes) {
  const svg = byId("timeline");
  const width = svg.clientWidth || 900;
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  const found = binned(changes, width);
  svg.replaceChildren(patterns());
  if (!found) return;
  const { unit, bins } = found;
  const step = Math.min(96, width / bins.length);
  const highest = bins.reduce((most, bin) => Math.max(most, bin.changes.length), 1);
  const scale = Math.min(14, (HEIGHT - AXIS - 14) / highest);
  const every = Math.max(1, Math.ceil((unit.length === 4 ? 44 : 92) / step));
  bins.forEach((bin, index) => {
    const x = index * step;
    if (index % every === 0) {
      svg.append(draw("line", { x1: x, x2: x, y1: HEIGHT - AXIS, y2: HEIGHT - AXIS + 5, class: "tick" }),
        draw("text", { x: x + 3, y: HEIGHT - 5 }, dateInWords(iso(bin.start).slice(0, unit.length))));
    }
    if (bin.changes.length) svg.append(bar(bin, unit, x, step, scale));
  });
  svg.append(draw("line", { x1: 0, x2: width, y1: HEIGHT - AXIS, y2: HEIGHT - AXIS, class: "tick" }),
    draw("text", { x: width - 2, y: 11, class: "most" }, `max. ${number(highest)}`));
}

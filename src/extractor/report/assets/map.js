// Places on a Mercator map with coastlines only. Marks keep their size whatever the zoom.
const world = byId("map");
const view = { scale: 1, x: 0, y: 0, width: 600, height: 400 };
let located = [];
let landShape = null;
const LEAST = 12;  // degrees that a map shows across: coasts and neighbours tell where one is
const LOCATOR = { width: 112, height: 62, scale: 112 / 360, from: 95 };

const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (Math.max(-80, Math.min(84, lat)) * Math.PI) / 360)) * (180 / Math.PI);
const project = ([lat, lon]) => [lon + 180, 180 - mercator(lat)];

// Google's encoded polyline with two decimals, latitude first, as a path in the units of `project`.
function pathOf(code) {
  let path = "";
  const point = [0, 0];
  for (let at = 0, axis = 0; at < code.length; axis ^= 1) {
    let value = 0;
    for (let shift = 0, bits = 32; bits & 32; shift += 5) {
      bits = code.charCodeAt(at++) - 63;
      value |= (bits & 31) << shift;
    }
    point[axis] += value & 1 ? ~(value >> 1) : value >> 1;
    if (axis) {
      const [x, y] = project([point[0] / 100, point[1] / 100]);
      path += `${path ? "L" : "M"}${x.toFixed(2)} ${y.toFixed(2)}`;
    }
  }
  return `${path}Z`;
}

function fit(places) {
  const points = places.map(({ point }) => point);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = points.length ? [Math.min(...xs), Math.max(...xs)] : [120, 260];
  const [top, bottom] = points.length ? [Math.min(...ys), Math.max(...ys)] : [80, 220];
  const span = Math.max((right - left) / (view.width - 90), (bottom - top) / (view.height - 70), LEAST / view.width);
  view.scale = 1 / span;
  view.x = (left + right) / 2;
  view.y = (top + bottom) / 2;
}

const onScreen = ([x, y]) => [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2];

function graticule() {
  const step = [30, 20, 10, 5, 2, 1, 0.5].find((degrees) => degrees * view.scale <= 170) ?? 0.5;
  const lines = [];
  const [left, right] = [view.x - view.width / 2 / view.scale - 180, view.x + view.width / 2 / view.scale - 180];
  for (let lon = Math.ceil(left / step) * step; lon <= right; lon += step) {
    const [x] = onScreen(project([0, lon]));
    lines.push(draw("line", { x1: x, x2: x, y1: 0, y2: view.height }), draw("text", { x: x + 3, y: view.height - 5 }, `${number(Math.abs(lon))}° ${lon < 0 ? (language === "fr" ? "O" : "W") : "E"}`));
  }
  for (let lat = -60; lat <= 80; lat += step) {
    const [, y] = onScreen(project([lat, 0]));
    if (y > 0 && y < view.height) lines.push(draw("line", { x1: 0, x2: view.width, y1: y, y2: y }), draw("text", { x: 4, y: y - 3 }, `${number(Math.abs(lat))}° ${lat < 0 ? "S" : "N"}`));
  }
  return draw("g", { class: "graticule" }, ...lines);
}

// Names where they do not run into each other, the latest changes first.
function names(marks) {
  const taken = [];
  const found = [];
  for (const { name, x, y } of marks) {
    const box = [x + 8, y - 8, x + 12 + name.length * 6.3, y + 7];
    if (found.length >= 60 || box[2] > view.width || taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    found.push(draw("text", { x: x + 10, y: y + 4 }, name));
  }
  return draw("g", { class: "names", "aria-hidden": "true" }, ...found);
}

// Where the map is in the world, as long as it shows a small part of it.
function locator() {
  const across = view.width / view.scale;
  if (across > LOCATOR.from) return null;
  const { width, height, scale } = LOCATOR;
  const [left, top] = [view.x - across / 2, view.y - view.height / view.scale / 2 - 55];
  const small = landShape.cloneNode();
  small.setAttribute("transform", `scale(${scale}) translate(0 -55)`);
  const size = (length) => Math.max(5, length * scale);
  return draw("svg", { class: "locator", x: 8, y: 8, width, height, "aria-hidden": "true" },
    draw("rect", { class: "sea", width, height }), small,
    draw("rect", { class: "here", x: left * scale, y: top * scale, width: size(across), height: size(view.height / view.scale) }),
    draw("rect", { class: "frame", width, height }));
}

function drawMap() {
  view.width = world.clientWidth || 600;
  view.height = world.clientHeight || 400;
  landShape ??= draw("path", { d: LAND.map(pathOf).join(""), class: "land", "fill-rule": "evenodd", "vector-effect": "non-scaling-stroke" });
  const [x, y] = onScreen([0, 0]);
  landShape.setAttribute("transform", `translate(${x} ${y}) scale(${view.scale})`);
  const marks = located
    .map((it) => ({ ...it, x: onScreen(it.point)[0], y: onScreen(it.point)[1] }))
    .filter((it) => it.x > -20 && it.x < view.width + 20 && it.y > -20 && it.y < view.height + 20);
  world.setAttribute("viewBox", `0 0 ${view.width} ${view.height}`);
  world.replaceChildren(
    draw("rect", { class: "sea", width: view.width, height: view.height }), landShape, graticule(),
    draw("g", { class: "marks" }, ...marks.map((it) => draw("g", {
      class: `mark ${it.status}`, transform: `translate(${it.x} ${it.y})`, onclick: () => ask({ place: it.name }),
    }, draw("title", {}, it.title), draw("circle", { r: 11, class: "reach" }), ...shapeOf(it.status))).reverse()),
    names(marks), ...[locator()].filter(Boolean));
}

// The places held on the day; the view stays where the reader moved it.
function placeOnMap(held, { refit }) {
  located = held.filter(({ change }) => change.at).map(({ place, holder, since, change }) => ({
    name: place, status: change.status, point: project(change.at), since,
    title: `${place} : ${holder ?? word("nobody_named")} (${word(change.status)}, ${dateOf(change)})`,
  })).sort((a, b) => (a.since < b.since ? 1 : -1));
  byId("map-note").textContent = [word("on_map", located.length), word("not_on_map", held.length - located.length), word("no_borders")].join(" · ");
  view.width = world.clientWidth || 600;
  view.height = world.clientHeight || 400;
  if (refit) fit(located);
  drawMap();
}

function zoom(factor, x = view.width / 2, y = view.height / 2) {
  const scale = Math.max(1, Math.min(2000, view.scale * factor));
  const shift = 1 / view.scale - 1 / scale;
  view.x += (x - view.width / 2) * shift;
  view.y += (y - view.height / 2) * shift;
  view.scale = scale;
  drawMap();
}

function move(dx, dy) {
  view.x -= dx / view.scale;
  view.y -= dy / view.scale;
  drawMap();
}

function listenToMap() {
  byId("zoom-in").addEventListener("click", () => zoom(1.6));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.6));
  byId("zoom-all").addEventListener("click", () => { fit(located); drawMap(); });
  const keys = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
  world.addEventListener("keydown", (event) => {
    if (event.key in keys) move(...keys[event.key]);
    else if (event.key === "+") zoom(1.6);
    else if (event.key === "-") zoom(1 / 1.6);
    else return;
    event.preventDefault();
  });
  world.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;  // a page scrolls over a map
    event.preventDefault();
    const box = world.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  let last = null;
  world.addEventListener("pointerdown", (event) => { last = event.pointerType === "touch" ? null : [event.clientX, event.clientY]; });
  world.addEventListener("pointermove", (event) => {
    if (!last || !event.buttons) return;
    move(event.clientX - last[0], event.clientY - last[1]);
    last = [event.clientX, event.clientY];
  });
}

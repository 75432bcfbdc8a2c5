// Building elements: text only ever enters as text.
const byId = (id) => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes = {}, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

// A stretch of somebody's text, kept from turning the direction of what stands around it.
const quoted = (text, attributes = {}) => make("bdi", attributes, text);

// The shape of a status, told apart without its colour: disc, ring, halved lozenge, cross, dotted ring.
function shapeOf(status) {
  switch (status) {
    case "asserted": return [draw("circle", { r: 5.5, class: "fill" })];
    case "claimed": return [draw("circle", { r: 4.8, class: "paper" }), draw("path", { d: "M0-4.8A4.8 4.8 0 0 1 0 4.8Z", class: "fill" })];
    case "disputed": return [draw("path", { d: "M0-6.5L6.5 0 0 6.5-6.5 0Z", class: "paper" }), draw("path", { d: "M-6.5 0L0-6.5 6.5 0Z", class: "fill" })];
    case "denied": return [draw("circle", { r: 6.5, class: "halo" }), draw("path", { d: "M-4.5-4.5L4.5 4.5M-4.5 4.5L4.5-4.5", class: "cross" })];
    default: return [draw("circle", { r: 4.8, class: "paper dotted" })];
  }
}

function glyph(status) {
  return draw("svg", { class: `glyph ${status}`, viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" }, ...shapeOf(status));
}

function badge(status) {
  return make("span", { class: `badge ${status}`, title: word("status_help")[status] }, glyph(status), make("span", { class: "label" }, word(status)));
}

// A long list, a piece at a time: the rest waits behind a button.
function showInPieces(items, list, more, build, empty, size = 60) {
  list.replaceChildren();
  more.replaceChildren();
  if (!items.length) {
    more.append(make("p", { class: "empty" }, empty));
    return;
  }
  let shown = 0;
  const button = make("button", { type: "button", class: "more", onclick: () => {
    const first = add();
    first?.querySelector("button, summary, a")?.focus({ preventScroll: true });
  } });
  function add() {
    const piece = items.slice(shown, shown + size).map((item) => build(item));
    list.append(...piece);
    shown += piece.length;
    if (shown < items.length) button.textContent = word("show_more", items.length - shown);
    else button.remove();
    return piece[0];
  }
  more.append(button);
  add();
}

// Calls once for many calls in a row.
function later(action, delay = 120) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
}

// Who holds what on the day chosen.
const days = [...new Set(holdings.map((it) => it.since))].sort();
let day = days.at(-1) ?? "";
let sorting = { column: "since", turn: -1 };

const COLUMNS = {
  place: (it) => plain(it.place),
  holder: (it) => plain(it.holder ?? "\uffff"),
  since: (it) => it.since,
  status: (it) => STATUSES.indexOf(it.change.status),
};

const heldOn = (wish) => holdings.filter((it) => it.since <= day && (!it.until || day < it.until) && meets(it.change, wish, false));

function holderRow(it) {
  const { change } = it;
  const details = make("tr", { class: "details", hidden: true }, make("td", { colspan: 4 }));
  const open = () => {
    details.hidden = !details.hidden;
    if (!details.hidden && !details.firstElementChild.hasChildNodes()) details.firstElementChild.append(...versionsShown(change));
    for (const button of row.querySelectorAll("button")) button.setAttribute("aria-expanded", String(!details.hidden));
  };
  const cell = (...content) => make("td", {}, make("button", { type: "button", class: "cell", "aria-expanded": "false", onclick: open }, ...content));
  const row = make("tr", { class: change.status },
    cell(quoted(it.place, { class: "strong" }), countryOf(change)),
    cell(...holderShown(it)), cell(make("span", { title: !change.date && word("by_then_help") }, dateOf(change))),
    cell(badge(change.status), change.differences.length > 0 && make("span", { class: "differ", title: word("differ") }, "≠")));
  const body = document.createDocumentFragment();
  body.append(row, details);
  return body;
}

function holderShown({ holder, change }) {
  if (holder) return [quoted(holder)];
  return [make("i", {}, word("nobody_named")), change.loser && [" ", make("small", {}, word("lost_by", change.loser))]].flat();
}

function drawHolders(held) {
  for (const head of document.querySelectorAll("#holders th")) {
    const turned = head.dataset.column === sorting.column;
    head.setAttribute("aria-sort", turned ? (sorting.turn > 0 ? "ascending" : "descending") : "none");
  }
  const value = COLUMNS[sorting.column];
  const sorted = held.map((it) => [value(it), it]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * sorting.turn).map(([, it]) => it);
  showInPieces(sorted, document.querySelector("#holders tbody"), byId("holders-more"), holderRow, word("nothing_held"), 100);
}

function drawDay() {
  byId("day").value = day;
  const range = byId("day-range");
  range.max = Math.max(0, days.length - 1);
  const at = days.findLastIndex((it) => it <= day);
  range.value = Math.max(0, at);
  range.setAttribute("aria-valuetext", day ? dateInWords(day) : "");
  byId("day-before").disabled = !days.some((it) => it < day);
  byId("day-after").disabled = !days.some((it) => it > day);
}

function listenToDay(redraw) {
  const choose = (value) => {
    if (!value) return;
    day = value;
    redraw();
  };
  byId("day").addEventListener("change", (event) => choose(event.target.value));
  byId("day-range").addEventListener("input", (event) => choose(days[event.target.value]));
  byId("day-before").addEventListener("click", () => choose(days.findLast((it) => it < day)));
  byId("day-after").addEventListener("click", () => choose(days.find((it) => it > day)));
  for (const head of document.querySelectorAll("#holders th")) {
    head.firstElementChild.addEventListener("click", () => {
      const { column } = head.dataset;
      sorting = { column, turn: sorting.column === column ? -sorting.turn : 1 };
      redraw();
    });
  }
}

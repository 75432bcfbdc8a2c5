// What the reader asked for, and what meets it.
const form = byId("filters");

function asked() {
  const field = (name) => form.elements[name].value.trim();
  const statuses = new Set([...form.querySelectorAll("[name=status]:checked")].map((box) => box.value));
  return {
    query: plain(field("query")).split(/\s+/).filter(Boolean),
    place: plain(field("place")), actor: plain(field("actor")),
    from: field("from"), to: field("to"), statuses,
    any: ["query", "place", "actor", "from", "to"].some(field) || statuses.size < STATUSES.length,
  };
}

// The days that a change may be of, as ISO strings that compare: «2021-08» is from its first to its last day.
function daysOf(change) {
  if (!change.date) return [change.by, change.by];
  const [first, last = first] = change.date.split("/");
  return [first === ".." ? "0000" : first, last === ".." ? "9999" : `${last}~`];
}

function meets(change, wish, withDates = true) {
  if (!wish.statuses.has(change.status)) return false;
  if (wish.place && !placesOf(change).includes(wish.place)) return false;
  if (wish.actor && !actorsOf(change).includes(wish.actor)) return false;
  if (!wish.query.every((part) => wordsOf(change).includes(part))) return false;
  if (!withDates || !(wish.from || wish.to)) return true;
  const [first, last] = daysOf(change);
  return first !== null && (!wish.from || last >= wish.from) && (!wish.to || first <= wish.to);
}

// An article meets a wish by one of its changes of hands; a mere search also by its text.
function articlesThatMeet(wish, changes) {
  if (!wish.any) return DATA.articles;
  const found = new Set(changes.flatMap((change) => change.versions.map(([article]) => article)));
  const onlySearched = wish.query.length && !wish.place && !wish.actor && !wish.from && !wish.to && wish.statuses.size === STATUSES.length;
  return DATA.articles.filter((article) => found.has(article.index) || (onlySearched && wish.query.every((part) => textOf(article).includes(part))));
}

function ask(values) {
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  form.dispatchEvent(new Event("input"));
}

function drawStatuses() {
  const legend = byId("statuses").firstElementChild;
  const chosen = new Set([...form.querySelectorAll("[name=status]:checked")].map((box) => box.value));
  const first = !form.querySelector("[name=status]");
  byId("statuses").replaceChildren(legend, ...STATUSES.map((status) => {
    const box = make("input", { type: "checkbox", name: "status", value: status, checked: true });
    box.checked = first || chosen.has(status);
    return make("label", { class: `chip ${status}`, title: word("status_help")[status] }, box, glyph(status), word(status));
  }));
}

// Suggestions, the most frequent first.
function drawSuggestions() {
  const most = (names) => {
    const counts = new Map();
    for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "fr")).slice(0, 300).map(([value]) => make("option", { value }));
  };
  byId("places").replaceChildren(...most(DATA.changes.map((change) => change.place)));
  byId("actors").replaceChildren(...most(DATA.changes.flatMap((change) => [change.taker, change.loser])));
}

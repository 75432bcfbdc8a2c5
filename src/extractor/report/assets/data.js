// What the page is about, as extractor wrote it, with what is reckoned from it once.
const STATUSES = ["asserted", "claimed", "disputed", "denied", "possible"];
const HAPPENED = ["asserted", "claimed", "disputed"];
const DATA = JSON.parse(byId("data").textContent);
const LAND = JSON.parse(byId("land").textContent);

const holdings = DATA.holdings.map(([place, holder, since, until, change]) => ({ place, holder, since, until, change: DATA.changes[change] }));

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

DATA.changes.forEach((change, index) => { change.index = index; });
DATA.articles.forEach((article, index) => { article.index = index; });

const versionsOf = (change) => change.versions.map(([article, event]) => ({ article: DATA.articles[article], number: event, event: DATA.articles[article].events[event] }));

function placeName(it) {
  if (it.place) return it.place;
  if (it.count === null) return word("unnamed");
  return word("aggregate", it.count) + (it.total === null ? "" : ` ${word("of_total", it.total)}`);
}

const countryOf = (change) => (change.country ? [" ", make("small", {}, change.country)] : []);

function dateOf(change) {
  if (change.date) return dateInWords(change.date);
  if (!change.by) return word("unknown_date");
  return word(HAPPENED.includes(change.status) ? "by_then" : "told", dateInWords(change.by));
}

// The words of a change that a search looks through; made when first asked for.
function wordsOf(change) {
  change.words ??= plain([
    change.place, change.country, change.type,
    ...versionsOf(change).flatMap(({ article, event }) => [article.id, event.place, event.taker, event.loser, event.source, event.evidence]),
  ].filter(Boolean).join("\n"));
  return change.words;
}

function placesOf(change) {
  change.places ??= plain([change.place, ...versionsOf(change).map(({ event }) => event.place)].filter(Boolean).join("\n"));
  return change.places;
}

function actorsOf(change) {
  change.actors ??= plain([change.taker, change.loser, ...versionsOf(change).flatMap(({ event }) => [event.taker, event.loser])].filter(Boolean).join("\n"));
  return change.actors;
}

function textOf(article) {
  article.words ??= plain([article.id, article.text ?? ""].join("\n"));
  return article.words;
}

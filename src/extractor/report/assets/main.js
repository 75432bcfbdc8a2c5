// Draws the page, and again whatever a filter, the day or the language changes.
function drawSummary() {
  const dated = DATA.changes.map((change) => change.by).filter(Boolean);
  const places = new Set(holdings.map((it) => it.place)).size;
  byId("summary").textContent = [
    DATA.title, `${number(DATA.articles.length)} ${word("summary")}`, `${number(DATA.changes.length)} ${word("changes_of_hands")}`,
    `${number(places)} ${word("places_count")}`, dated.length > 0 && `${dateInWords(dated[0])} – ${dateInWords(dated.at(-1))}`,
  ].filter(Boolean).join(" · ");
}

function drawSituation({ refit }) {
  const held = heldOn(asked());
  drawDay();
  drawHolders(held);
  placeOnMap(held, { refit });
}

function drawFound() {
  const wish = asked();
  const changes = DATA.changes.filter((change) => meets(change, wish));
  byId("found").textContent = `${number(changes.length)} ${word(changes.length === 1 ? "one_change" : "changes_of_hands")}`;
  byId("reset").disabled = !wish.any;
  drawTimeline(changes);
  drawChanges(changes.slice().reverse());
  drawArticles(articlesThatMeet(wish, changes));
}

function drawAll() {
  translate();
  drawStatuses();
  drawSummary();
  drawSituation({ refit: true });
  drawFound();
  drawReader();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { drawSituation({ refit: true }); drawFound(); }));
form.addEventListener("input", later(() => { drawSituation({ refit: true }); drawFound(); }));
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => { language = button.dataset.language; drawAll(); });
}
addEventListener("resize", later(() => { drawMap(); drawTimeline(DATA.changes.filter((change) => meets(change, asked()))); }));
listenToDay(() => drawSituation({ refit: false }));
listenToMap();
listenToReader();
drawSuggestions();
drawAll();

// The changes of hands as a list by date, each with the sentences that tell of it.
function versionShown({ article, number: at, event }) {
  return make("li", { class: event.status },
    make("blockquote", { lang: "fr" }, quoted(event.evidence)),
    make("p", { class: "said" }, badge(event.status),
      event.source && make("span", {}, ...around(word("says"), event.source)),
      event.taker && make("span", {}, `${word("taker")} : `, quoted(event.taker)),
      event.date && make("span", {}, dateInWords(event.date)),
      make("button", { type: "button", class: "link", title: word("read"), onclick: () => openArticle(article, at) }, quoted(article.id)),
      make("span", { class: "quiet" }, article.published ? word("published", dateInWords(article.published)) : word("unpublished"))));
}

// A label with a text of the article in the place of its «%».
function around(label, text) {
  const [before, after] = label.split("%");
  return [before, quoted(text), after];
}

function versionsShown(change) {
  const differences = change.differences.map(([field, values]) => make("p", { class: "difference" },
    make("b", {}, `≠ ${word("differ")} (${word(field)}) : `),
    ...values.flatMap((value, index) => [index ? " / " : "", field === "status" ? badge(value) : quoted(field === "date" ? dateInWords(value) : value)])));
  return [...differences, make("ul", { class: "versions" }, ...versionsOf(change).map(versionShown))];
}

function sourcesOf(change) {
  const sources = [...new Set(versionsOf(change).map(({ event }) => event.source).filter(Boolean))];
  if (change.status === "asserted" || !sources.length) return null;
  return make("span", { class: "source" }, ...around(word("says"), sources.slice(0, 2).join(", ")));
}

function changeRow(change) {
  const details = make("details", { class: change.status, id: `change-${change.index}` },
    make("summary", {},
      make("time", { datetime: change.date ?? change.by, title: !change.date && word("by_then_help") }, dateOf(change)),
      glyph(change.status),
      make("span", { class: "what" },
        quoted(placeName(change), { class: "strong" }), countryOf(change), " ",
        change.taker ? make("span", {}, "← ", quoted(change.taker)) : make("i", {}, word("nobody_named")),
        change.loser && make("span", { class: "quiet" }, ...around(` ${word("from_whom")}`, change.loser)),
        change.type !== "capture" && [" ", make("span", { class: "tag" }, change.type)],
        change.retaken && [" ", make("span", { class: "tag" }, word("retaken"))]),
      make("span", { class: "status" }, word(change.status), " ", sourcesOf(change)),
      make("span", { class: "count" },
        change.differences.length > 0 && make("span", { class: "differ", title: word("differ") }, "≠ "),
        change.versions.length > 1 && word("versions", change.versions.length))));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(...versionsShown(change));
  });
  return make("li", {}, details);
}

function drawChanges(changes) {
  showInPieces(changes, byId("change-list"), byId("changes-more"), changeRow, word("nothing_found"));
}

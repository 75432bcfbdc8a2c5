// The list of articles, and one of them with what was read marked in its text.
const reader = byId("reader");
const PIECE = 20000;  // characters laid out at once

function articleRow(article) {
  const shapes = STATUSES.flatMap((status) => {
    const count = article.events.filter((event) => event.status === status).length;
    return count ? [make("span", { class: `tally ${status}`, title: word(status) }, glyph(status), number(count))] : [];
  });
  const first = article.text ?? article.events[0]?.evidence ?? "";
  return make("li", {}, make("button", { type: "button", onclick: () => openArticle(article) },
    make("span", { class: "head" }, quoted(article.id, { class: "strong" }), make("time", {}, article.published ? dateInWords(article.published) : word("unpublished")), ...shapes),
    make("span", { class: "start", lang: "fr" }, quoted(first.slice(0, 220).replace(/\s+/g, " ")))));
}

function drawArticles(articles) {
  showInPieces(articles, byId("article-list"), byId("articles-more"), articleRow, word("no_article"), 30);
}

function describe(article, [, , kind, index, trigger]) {
  const known = (value, names) => (value ? ` (${names?.[value] ?? value})` : "");
  if (kind === "person") {
    const [name, role] = article.people[index];
    return `${word("person")} : ${name}${known(role)}`;
  }
  if (kind === "place") {
    const [name, sort, country] = article.places[index];
    return `${word("place_kind")} : ${name}${known(sort, word("kinds"))}${country ? ` ${country}` : ""}`;
  }
  if (kind === "organisation") {
    const [name, sort] = article.organisations[index];
    return `${word("organisation")} : ${name}${known(sort, word("kinds"))}`;
  }
  if (kind === "date") return `${word("date_kind")} : ${article.dates[index] ? dateInWords(article.dates[index]) : word("unknown_date")}`;
  if (kind === "quantity") return `${word("quantity")} : ${quantityInWords(article.quantities[index])}`;
  const event = article.events[index];
  const [, rule, status, source, cues] = event.triggers[trigger];
  return [
    `${word(kind)} : ${placeName(event)}, ${word(status)}`, source && word("says", source), word("rule", rule),
    cues.length > 0 && word("cues", cues.map((cue) => `«${cue}»`).join(", ")),
  ].filter(Boolean).join(" · ");
}

function quantityInWords([modifier, value, least, most, of]) {
  const amount = value ?? (least !== null && most !== null ? `${number(least)} – ${number(most)}` : least ?? most ?? "?");
  return [modifier && word("modifiers")[modifier], number(amount), of].filter((part) => part !== null && part !== undefined).join(" ");
}

// The text cut wherever a mark begins or ends; each piece bears all marks that cover it.
function markedPieces(article, from, to) {
  const marks = article.marks.filter(([start, end]) => start < to && end > from);
  const cuts = [...new Set([from, to, ...marks.flatMap(([start, end]) => [Math.max(from, start), Math.min(to, end)])])].sort((a, b) => a - b);
  let first = 0;
  const pieces = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [start, end] = [cuts[at], cuts[at + 1]];
    while (first < marks.length && marks[first][1] <= start && marks.slice(0, first).every((mark) => mark[1] <= start)) first++;
    const over = [];
    for (let i = first; i < marks.length && marks[i][0] < end; i++) if (marks[i][1] > start) over.push(marks[i]);
    const text = article.text.slice(start, end);
    pieces.push(over.length ? markedPiece(article, text, over) : text);
  }
  return pieces;
}

function markedPiece(article, text, over) {
  const kinds = [...new Set(over.map((mark) => mark[2]))];
  const trigger = over.find((mark) => mark[2] === "trigger");
  const status = trigger && article.events[trigger[3]].triggers[trigger[4]][2];
  return make(trigger ? "mark" : "span", {
    class: [...kinds, status].filter(Boolean).join(" "), title: [...new Set(over.map((mark) => describe(article, mark)))].join("\n"),
    "data-event": trigger && trigger[3], tabindex: trigger && 0,
  }, trigger && glyph(status), text);
}

function drawText(article) {
  const box = byId("reader-text");
  box.replaceChildren();
  if (article.text === null) {
    box.append(make("p", { class: "empty" }, word("no_text")), ...article.events.map((event) => make("p", {}, quoted(event.evidence))));
    return;
  }
  let from = 0;
  const add = () => {
    const to = Math.min(article.text.length, from + PIECE);
    box.append(make("div", { class: "piece", dir: "auto" }, ...markedPieces(article, from, to)));
    from = to;
    if (from < article.text.length) {
      box.append(make("button", { type: "button", class: "more", onclick: (event) => { event.target.remove(); add(); } }, word("read_on", article.text.length - from)));
    }
  };
  add();
}

function eventNote(article, event, at) {
  return make("li", { class: event.status },
    make("button", { type: "button", class: "link", onclick: () => goTo(at) }, quoted(placeName(event), { class: "strong" })), " ", badge(event.status),
    make("p", {}, ...[
      event.taker && [`${word("taker")} : `, quoted(event.taker)], event.loser && [`${word("loser")} : `, quoted(event.loser)],
      event.source && around(word("says"), event.source), event.date && [dateInWords(event.date)],
    ].filter(Boolean).flatMap((part, index) => [index ? " · " : "", ...part])),
    ...event.triggers.map(([text, rule, status, source, cues]) => make("p", { class: "reason" }, quoted(`«${text}»`), ` ${word(status)} · ${word("rule", rule)}`,
      source && ` · ${word("says", source)}`, cues.length > 0 && ` · ${word("cues", cues.join(", "))}`)));
}

function drawNotes(article) {
  const list = (title, items) => items.length > 0 && [make("h3", {}, title), make("ul", {}, ...items)];
  const legend = make("p", { class: "legend", "aria-label": word("legend") }, ...[["person", "person"], ["place", "place_kind"], ["organisation", "organisation"], ["quantity", "quantity"], ["date", "date_kind"], ["cue", "cue"]]
    .map(([kind, name]) => make("span", { class: kind }, word(name))));
  byId("reader-notes").replaceChildren(...[
    list(word("events"), article.events.map((event, at) => eventNote(article, event, at))) || [make("p", { class: "empty" }, word("no_events"))],
    [legend],
    list(word("warnings"), article.warnings.map((it) => make("li", {}, quoted(it)))),
    list(word("people"), article.people.map(([name, role]) => make("li", {}, quoted(name), role && make("span", { class: "quiet" }, ", ", quoted(role))))),
    list(word("organisations"), article.organisations.map(([name, sort]) => make("li", {}, quoted(name), make("span", { class: "quiet" }, `, ${word("kinds")[sort] ?? sort}`)))),
    list(word("places"), article.places.map(([name, sort, country]) => make("li", {}, quoted(name), make("span", { class: "quiet" }, sort ? `, ${word("kinds")[sort] ?? sort}` : "", country ? ` ${country}` : "")))),
  ].filter(Boolean).flat());
}

function goTo(at) {
  const mark = byId("reader-text").querySelector(`[data-event="${at}"]`);
  mark?.scrollIntoView({ block: "center" });
  mark?.focus({ preventScroll: true });
}

let opened = null;

function drawReader() {
  if (!opened) return;
  byId("reader-title").replaceChildren(quoted(opened.id));
  byId("reader-date").textContent = opened.published ? word("published", dateInWords(opened.published)) : word("unpublished");
  drawText(opened);
  drawNotes(opened);
}

function openArticle(article, at) {
  opened = article;
  drawReader();
  reader.showModal();
  byId("reader-text").parentElement.scrollTop = 0;
  if (at !== undefined) goTo(at);
}

function listenToReader() {
  byId("reader-close").addEventListener("click", () => reader.close());
  reader.addEventListener("click", (event) => { if (event.target === reader) reader.close(); });
  reader.addEventListener("close", () => { opened = null; });
}

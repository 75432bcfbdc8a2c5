// Every label of the page in both languages. A value with «#» takes a number, «%» a text.
const WORDS = {
  fr: {
    who_holds_what: "Qui tient quoi",
    summary: "articles", changes_of_hands: "changements de mains", one_change: "changement de mains", places_count: "lieux",
    skip: "Aller à la chronologie", sections: "Parties de la page", language: "Langue",
    situation: "Situation", situation_on: "Situation au", timeline: "Chronologie", articles: "Articles",
    timeline_hint: "Une barre ouvre sa période ; une ligne ouvre ses phrases.",
    search: "Chercher", place: "Lieu", actor: "Acteur", from: "Du", to: "Au", status: "Statut", reset: "Tout montrer",
    day: "Jour", day_before: "Changement précédent", day_after: "Changement suivant",
    map: "Carte des lieux pris ; le tableau voisin dit la même chose", zoom_in: "Agrandir", zoom_out: "Réduire",
    zoom_all: "Voir tous les lieux",
    on_map: "# lieux sur la carte", not_on_map: "# sans coordonnées",
    no_borders: "Côtes seules : aucune frontière n’est tracée.",
    held_by: "Tenu par", since: "Depuis", nobody_named: "preneur non dit", lost_by: "perdu par %",
    nothing_held: "Aucun lieu pris à cette date, pour ces filtres.",
    nothing_found: "Aucun changement de mains pour ces filtres.", no_article: "Aucun article pour ces filtres.",
    show_more: "Afficher la suite (#)", read_on: "Lire la suite (# caractères)",
    asserted: "donné pour fait", claimed: "revendiqué", disputed: "contesté", denied: "démenti", possible: "possible",
    status_help: {
      asserted: "Le texte le donne pour fait, ou le perdant l’admet.",
      claimed: "Sur la seule parole de quelqu’un.",
      disputed: "Affirmé par les uns, démenti par les autres.",
      denied: "Le texte dit que cela n’a pas eu lieu.",
      possible: "Menace, tentative, combats, projet.",
    },
    versions: "# versions", taker: "preneur", loser: "perdant", date: "date", differ: "Divergence",
    retaken: "reprise", from_whom: "à %", says: "selon %", read: "Lire l’article",
    told: "dit : %", by_then: "≤ %", by_then_help: "La date n’est pas dite : au plus tard à la publication", unknown_date: "date inconnue", published: "publié : %", unpublished: "date de publication inconnue",
    aggregate: "# lieux", of_total: "sur #", unnamed: "lieu non nommé",
    close: "Fermer", events: "Changements de mains", no_events: "Aucun changement de mains dans cet article.",
    no_text: "Le texte n’est pas dans le fichier : voici les phrases.",
    people: "Personnes", places: "Lieux", organisations: "Organisations", warnings: "À savoir",
    person: "personne", place_kind: "lieu", organisation: "organisation", quantity: "quantité", date_kind: "date",
    trigger: "déclencheur", cue: "indice", rule: "règle %", cues: "indices : %",
    legend: "Légende",
    about: "Chaque ligne dit ce que des articles disent, et sur la parole de qui ; non ce qui est vrai. Les articles sont lus par des règles : vérifiez à la phrase.",
    credits: "Fait avec extractor. Côtes : Natural Earth (domaine public). Coordonnées : GeoNames (CC BY 4.0).",
    kinds: {
      settlement: "localité", country: "pays", region: "région", continent: "continent", water: "eau", site: "site",
      other: "autre", armed_group: "groupe armé", military: "armée", government: "gouvernement",
      international: "organisation internationale", media: "média", party: "parti", company: "entreprise",
    },
    modifiers: { about: "environ", at_least: "au moins", at_most: "au plus", more_than: "plus de", less_than: "moins de" },
  },
  en: {
    who_holds_what: "Who holds what",
    summary: "articles", changes_of_hands: "changes of hands", one_change: "change of hands", places_count: "places",
    skip: "Skip to the timeline", sections: "Sections of the page", language: "Language",
    situation: "Situation", situation_on: "Situation on", timeline: "Timeline", articles: "Articles",
    timeline_hint: "A bar opens its period; a row opens its sentences.",
    search: "Search", place: "Place", actor: "Actor", from: "From", to: "To", status: "Status", reset: "Show all",
    day: "Day", day_before: "Previous change", day_after: "Next change",
    map: "Map of the places taken; the table beside it says the same", zoom_in: "Zoom in", zoom_out: "Zoom out",
    zoom_all: "Show all places",
    on_map: "# places on the map", not_on_map: "# without coordinates",
    no_borders: "Coastlines only: no border is drawn.",
    held_by: "Held by", since: "Since", nobody_named: "taker not named", lost_by: "lost by %",
    nothing_held: "No place taken by this day, with these filters.",
    nothing_found: "No change of hands with these filters.", no_article: "No article with these filters.",
    show_more: "Show more (#)", read_on: "Read on (# characters)",
    asserted: "reported as fact", claimed: "claimed", disputed: "disputed", denied: "denied", possible: "possible",
    status_help: {
      asserted: "The text tells it as a fact, or the losing side admits it.",
      claimed: "On somebody’s word only.",
      disputed: "Claimed by some, denied by others.",
      denied: "The text says that it did not happen.",
      possible: "Threat, attempt, fighting, plan.",
    },
    versions: "# versions", taker: "taker", loser: "loser", date: "date", differ: "Contradiction",
    retaken: "retaken", from_whom: "from %", says: "according to %", read: "Read the article",
    told: "told %", by_then: "≤ %", by_then_help: "No date is told: at the latest when published", unknown_date: "unknown date", published: "published %", unpublished: "publication date unknown",
    aggregate: "# places", of_total: "of #", unnamed: "unnamed place",
    close: "Close", events: "Changes of hands", no_events: "No change of hands in this article.",
    no_text: "The text is not in the file: here are the sentences.",
    people: "People", places: "Places", organisations: "Organisations", warnings: "Worth knowing",
    person: "person", place_kind: "place", organisation: "organisation", quantity: "quantity", date_kind: "date",
    trigger: "trigger", cue: "cue", rule: "rule %", cues: "cues: %",
    legend: "Legend",
    about: "Each line says what articles say, and on whose word; not what is true. Rules read the articles: check against the sentence.",
    credits: "Made with extractor. Coastlines: Natural Earth (public domain). Coordinates: GeoNames (CC BY 4.0).",
    kinds: {
      settlement: "settlement", country: "country", region: "region", continent: "continent", water: "water", site: "site",
      other: "other", armed_group: "armed group", military: "military", government: "government",
      international: "international organisation", media: "media", party: "party", company: "company",
    },
    modifiers: { about: "about", at_least: "at least", at_most: "at most", more_than: "more than", less_than: "less than" },
  },
};

let language = (navigator.language || "fr").toLowerCase().startsWith("fr") ? "fr" : "en";

function word(name, value) {
  const text = WORDS[language][name] ?? name;
  if (value === undefined) return text;
  return typeof value === "number" ? text.replace("#", () => number(value)) : text.replace("%", () => value);
}

function number(value) {
  return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
}

const FORMATS = { 4: { year: "numeric" }, 7: { month: "short", year: "numeric" }, 10: { day: "numeric", month: "short", year: "numeric" } };
const formats = new Map();

// An EDTF day, month or year in words; an interval as two; what is none of these as it is.
function dateInWords(edtf) {
  if (edtf.includes("/")) return edtf.split("/").map((end) => (end === ".." ? "…" : dateInWords(end))).join(" – ");
  if (!/^\d{4}(-\d\d){0,2}$/.test(edtf)) return edtf;
  const key = language + edtf.length;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language, { ...FORMATS[edtf.length], timeZone: "UTC" }));
  const time = Date.parse(edtf.padEnd(10, "-01"));
  return Number.isNaN(time) ? edtf : formats.get(key).format(time);
}

// Labels of the template, in the language chosen.
function translate() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-word-label]")) {
    const label = word(element.dataset.wordLabel);
    element.setAttribute("aria-label", label);
    if (element.tagName === "BUTTON") element.title = label;
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}

// The site's search. Loaded when a visitor focuses the field, or by the search page.
// Pagefind finds; here a question is made ready for it and its answers are shown.

const STOP = {
  ru: "а без бы был была были было быть в вам вами вас ваш ваша ваше ваши во вот все всё вы где для до его ее её если есть еще ещё же за и из или им их к как какая какие какой ко когда кто куда ли мне можно мой мы на над нам нас наш не нет ни но о об он она они от по под почему при про с сколько со так такой там то тоже только у уже чего чем что чтобы это этот я",
  en: "a about an and are as at be been but by can do does for from had has have he her his how i if in into is it its me much my no not of on or our she so than that the their them then there they this to us was we were what when where which who why will with would you your",
}
const FIRST = 4, MORE = 10, SHORT = 3, ENDING = 4, END = "_"
const lang = document.documentElement.lang
const stop = new Set((STOP[lang] ?? "").split(" "))

// Pages and products answer before articles: their words count more (plugins/search/staged.py),
// and so do their titles, which are called otherwise in articles.
const ranking = {
  termSimilarity: 4,
  pageLength: 0.3,
  diacriticSimilarity: 0,
  metaWeights: { title: 6, headline: 1, text: 0 },
}

// Endings of nouns, as Snowball takes them off: «грузов» is «груз», not «грузовой».
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|[аеийоуыьюя])$/

let engine
const index = () => (engine ??= import("../pagefind/pagefind.js").then(pagefind =>
  pagefind.createInstance({ noWorker: true, excerptLength: 32, ranking })))

// As plugins/search/keys.py does it: the two must agree.
const wordsOf = text => {
  const letters = text.toLowerCase().replace(/[\u0300\u0301\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
  const words = letters.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter(word => !stop.has(word) && !/^\p{L}$/u.test(word)).slice(0, 12)
    .map(word => word.replaceAll("ё", "е").replace(/([бвгджзклмнпрстфхцчшщ])[ыио]й$/, "$1ом"))
}

let styles
// What weighs nothing is no answer: Pagefind also finds what only begins like the word.
const found = async words =>
  (await (await index()).search(words.join(" "))).results.filter(result => result.score > 0)

// A word as it is: a key is a stem, that is, the word without its ending. «Печь» is not «печать».
const asItIs = async word => {
  const parts = []
  if (word.length > SHORT) parts.push(word.replace(NOUN, ""), word.replace(/([^aeiou])y$/, "$1i"))
  for (let length = word.length; length >= word.length - ENDING; length--)
    if (!/^[мхг]/.test(word.slice(length))) parts.push(word.slice(0, length))
  for (const part of new Set(parts)) {
    if (part.length < Math.min(SHORT, word.length)) continue
    const key = part + END, results = await found([key])
    if (results.length) return [key, results]
  }
}

// A word that is nowhere may be the beginning of one; otherwise it loses a third of its letters.
const asBeginning = async word => {
  for (let length = word.length; length > SHORT && length >= word.length - Math.max(3, word.length / 3); length--) {
    const part = word.slice(0, length), results = await found([part])
    if (results.length) return [part, results]
  }
}

// Pages with all words of a question; where there are none, those with most of them.
const search = async text => {
  const words = [], without = []
  for (const word of wordsOf(text)) {
    const part = await asItIs(word) ?? await asBeginning(word)
    part ? words.push(part) : without.push(word)
  }
  const all = words.length > 1 ? await found(words.map(([word]) => word)) : words[0]?.[1] ?? []
  return { results: all.length ? all : united(words), without }
}

const united = words => {
  const pages = new Map()
  for (const [, results] of words)
    for (const result of results) {
      const page = pages.get(result.id) ?? { ...result, score: 0 }
      pages.set(result.id, { ...page, score: page.score + 100 + result.score })
    }
  return [...pages.values()].sort((a, b) => b.score - a.score)
}

const element = (name, className, ...children) => {
  const made = Object.assign(document.createElement(name), { className })
  made.append(...children)
  return made
}

// An excerpt as nodes. A place that nobody sees stands for another form of the word before it.
const excerpt = html => html
  .replace(/^(?:(?:<mark>)?\u2060(?:<\/mark>)? ?)+/, "")
  .replace(/(\S+)((?: (?:<mark>)?\u2060(?:<\/mark>)?)+)/g, (_, word, more) =>
    more.includes("<mark>") && !word.startsWith("<mark>") ? `<mark>${word}</mark>` : word)
  .replace(/<mark>([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)<\/mark>/gu, "$1<mark>$2</mark>$3")
  .replace(/([^.!?…])$/, "$1…")
  .split(/<mark>|<\/mark>/)
  .map(text => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
  .map((text, at) => (at % 2 ? element("mark", "", text) : text))

const weight = part => part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0)

const item = page => {
  const link = element("a", "hit", page.meta.title)
  link.href = page.url
  const shown = element("li", "", link)
  if (page.meta.label) shown.append(" ", element("span", "proof", page.meta.label))
  const [best] = [...page.sub_results].sort((a, b) => weight(b) - weight(a))
  shown.append(element("p", "", ...excerpt(best?.excerpt || page.excerpt)))
  if (best?.anchor?.id) {
    const section = element("a", "section", best.title)
    section.href = best.url
    shown.append(section)
  }
  return shown
}

// What is found is shown only after its styles are there.
const styled = () => new Promise(resolve => {
  const link = Object.assign(element("link", ""), { rel: "stylesheet", href: new URL("search.css", import.meta.url) })
  link.onload = link.onerror = resolve
  document.head.append(link)
})

const load = results => Promise.all(results.map(result => result.data()))

// A form, its panel of results, and how the panel is filled: `ask` a question, `say` what came of it.
const panelOf = form => {
  form.append(form.querySelector("template").content)
  const part = css => form.querySelector(css)
  const panel = part(".found"), list = part(".found ol"), help = part(".help"), more = part(".more")
  const status = part("[role=status]")

  const say = (...sentences) => {
    const text = sentences.map(([name, values]) =>
      status.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key])).join(" ")
    for (const line of [status, part(".count")]) line.textContent = text
  }
  const open = isOpen => (panel.hidden = !isOpen)
  const links = () => [...list.querySelectorAll(".hit")]
  const show = (pages, rest, isMore, helps) => {
    isMore ? list.append(...pages.map(item)) : list.replaceChildren(...pages.map(item))
    more.hidden = !rest
    help.hidden = !helps
  }
  open(false)
  return { panel, more, say, open, links, show }
}

const attach = form => {
  const input = form.elements.q, isPage = !form.closest("header")
  const { panel, more, say, open, links, show } = panelOf(form)
  const address = () => `?q=${encodeURIComponent(input.value.trim())}`
  let asked = 0, answered = "", rest = [], waiting

  const ask = async () => {
    const text = input.value.trim(), mine = ++asked
    if (text === answered || text.length < 2) return open(text.length > 1)
    try {
      const { results, without } = await search(text), first = isPage ? MORE : FIRST
      const pages = await load(results.slice(0, first))
      await (styles ??= styled())
      if (mine !== asked) return
      answered = text
      rest = results.slice(first)
      show(pages, rest.length, false, !results.length)
      const count = { count: results.length }, words = { words: without.join(", ") }
      if (!results.length) say(["none", { text }])
      else say(["some", count], ...(without.length ? [["without", words]] : []))
    } catch {
      engine = undefined
      answered = ""
      show([], 0, false, true)
      say(["failed"])
    }
    more.search = address()
    open(true)
  }

  const askSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 200)
  }

  const showMore = async event => {
    event.preventDefault()
    const at = links().length, pages = await load(rest.splice(0, MORE))
    show(pages, rest.length, true, false)
    links()[at].focus()
  }

  const key = event => {
    const places = [input, ...links()], at = places.indexOf(document.activeElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === "Escape" && !panel.hidden && !isPage) {
      open(false)
      input.focus()
    } else if (step && at >= 0 && places.length > 1) {
      open(true)
      places[at + step]?.focus()
    } else return
    event.preventDefault()
  }

  input.removeAttribute("onfocus")
  input.addEventListener("input", askSoon)
  input.addEventListener("focus", () => index().catch(() => (engine = undefined)))
  form.addEventListener("keydown", key)
  if (isPage) {
    input.value ||= new URLSearchParams(location.search).get("q") ?? ""
    more.addEventListener("click", showMore)
    form.addEventListener("submit", event => {
      event.preventDefault()
      history.replaceState(null, "", address())
      ask()
    })
  } else form.addEventListener("focusout", event => form.contains(event.relatedTarget) || open(false))
  if (input.value) ask()
  else if (document.activeElement === input) index().catch(() => (engine = undefined))
}

document.querySelectorAll("form.search").forEach(attach)

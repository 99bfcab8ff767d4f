// The visitor's choice: asked once, remembered here, changed from the foot of any page.
// Metrica and visit.js are loaded after "accept" and never before. Without a counter this file is
// not published. Others hear of the choice by the event "consent" and by <html data-consent>.
(() => {
  const { counter, version, visit } = document.currentScript.dataset
  const root = document.documentElement
  const banner = document.getElementById('choice')
  const buttons = [...banner.querySelectorAll('button')]
  const KEY = 'consent'
  const LINKS = 'a[href*="?t=eyJ"]' // into the payment service
  const FIELDS = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'yclid']
  let now = null // for browsers that keep nothing
  let opener = null
  let loaded = false // the counter's file is there

  const choice = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY))
      if (kept && kept.version === version) return kept.choice
    } catch {}
    return now
  }

  const remember = chosen => {
    now = chosen
    try {
      localStorage.setItem(KEY, JSON.stringify({ choice: chosen, version, at: new Date().toISOString() }))
    } catch {}
  }

  // An address with these sources and no others
  const sourced = (href, from) => {
    const url = new URL(href)
    for (const name of [...FIELDS, 'cid']) {
      const text = String(from[name] || '').slice(0, 150).replace(/\p{C}/gu, '').trim()
      url.searchParams.delete(name)
      if (text) url.searchParams.set(name, text)
    }
    return url.href
  }

  const add = (src, data) => {
    const script = document.createElement('script')
    Object.assign(script, { async: true, src })
    Object.assign(script.dataset, data)
    document.head.append(script)
    return script
  }

  const start = () => window.ym(Number(counter), 'init', { trackLinks: true, accurateTrackBounce: true, clickmap: false, webvisor: false, ecommerce: 'dataLayer' })
  const load = () => {
    // Until its file is there the counter has done nothing and may begin anew; a stopped one rests until the next page
    if (window.ym) return loaded || start()
    window.dataLayer = window.dataLayer || []
    window.ym = (...call) => (window.ym.a = window.ym.a || []).push(call)
    window.ym.l = Date.now()
    start()
    add(visit, { counter })
    const tag = add('https://mc.yandex.ru/metrika/tag.js')
    window.counted = new Promise(done => (tag.onload = done)).then(() => (loaded = true))
  }

  const stop = () => {
    happened.length = 0
    for (const link of document.querySelectorAll(LINKS)) if (/[?&](utm_|yclid=|cid=)/.test(link.search)) link.href = sourced(link.href, {})
    try {
      if (loaded) window.ym(Number(counter), 'destruct')
      else if (window.ym) window.ym.a = []
    } catch {}
    const names = document.cookie.split('; ').map(pair => pair.split('=')[0]).filter(name => name.startsWith('_ym'))
    const parts = location.hostname.split('.')
    const domains = parts.map((_, n) => '; domain=.' + parts.slice(n).join('.')).concat('')
    for (const name of names)
      for (const domain of domains) document.cookie = `${name}=; max-age=0; path=/${domain}`
    for (const store of ['localStorage', 'sessionStorage'])
      try {
        for (const name of Object.keys(window[store])) if (/^(_ym|visit)/.test(name)) window[store].removeItem(name)
      } catch {}
  }

  // First said, then done: visit.js must write nothing after its records are gone.
  const obey = chosen => {
    root.dataset.consent = chosen
    document.dispatchEvent(new CustomEvent('consent', { detail: chosen }))
    if (chosen === 'all') load()
    else stop()
  }

  // The end of the page moves up by the height of the banner, so that it covers nothing for good.
  const fit = () => {
    const height = banner.hidden ? '' : `${banner.offsetHeight}px`
    document.body.style.paddingBottom = height
    root.style.scrollPaddingBottom = height
  }

  const show = open => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === choice()))
    banner.hidden = !open
    fit()
  }

  new ResizeObserver(fit).observe(banner)

  for (const button of buttons)
    button.addEventListener('click', () => {
      remember(button.value)
      show(false)
      obey(button.value)
      if (opener) opener.focus()
      opener = null
    })

  for (const link of document.querySelectorAll('[data-choice]')) {
    link.style.visibility = 'visible' // its room is kept: nothing jumps
    link.addEventListener('click', () => {
      opener = link
      show(true)
      banner.focus()
    })
  }

  banner.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !choice()) return
    show(false)
    if (opener) opener.focus()
  })

  // Chosen in another tab, or while this page slept in the browser's memory
  const follow = () => {
    const chosen = choice()
    if (!chosen || chosen === root.dataset.consent) return
    show(false)
    obey(chosen)
  }
  addEventListener('storage', follow)
  addEventListener('pageshow', event => event.persisted && follow())

  // Whoever leaves before visit.js is there loses nothing: what happened waits for it in the browser, and a Buy
  // link takes along where its visitor came from (visit.js does both once it is there).
  const happened = window.happened = window.happened || []
  const alone = () => choice() === 'all' && happened.push === Array.prototype.push
  const look = () => {
    const place = document.querySelector('[data-detail]')
    if (!place) return
    const { sku: id, name, price, brand, category } = place.dataset
    happened.push({ name: 'detail', goods: [{ id, name, price: price && +price, brand, category, quantity: 1 }] })
    delete place.dataset.detail // cart.js tells it otherwise
  }
  const press = ({ target, button }) => {
    const link = target.closest && target.closest(LINKS)
    if (!link || button > 1 || !alone()) return
    look()
    if (!happened.some(one => one.link)) happened.push({ name: 'checkout', link: link.href })
    const here = Object.fromEntries(new URL(location).searchParams)
    let kept
    try { kept = JSON.parse(localStorage.getItem('visit')) } catch {}
    if (!kept || kept.v !== 1 || !(Date.now() - Date.parse(kept.day) < 90 * 864e5)) kept = {}
    link.href = sourced(link.href, { ...(FIELDS.some(name => here[name]) ? here : kept), cid: kept.cid })
  }
  const leave = () => {
    if (!alone()) return
    look()
    if (happened.length) try {
      localStorage.setItem(`visit.${Date.now()}.${Math.random()}`, JSON.stringify(happened))
      happened.length = 0
    } catch {}
  }
  for (const type of ['click', 'auxclick']) addEventListener(type, press, true)
  for (const type of ['pagehide', 'visibilitychange']) addEventListener(type, leave)

  if (choice()) obey(choice())
  show(!choice())
})()

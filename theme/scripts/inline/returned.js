// Right after the table that it fills, on the pages to which buyers come back: what the payment service says of the
// order is read before anybody can leave the page, and the table is there from the first frame. The token in `?r=`
// (docs/checkout-contract.md, 7) is for the buyer's eyes and proves nothing, so its signature is not verified: the
// site does not publish the service's keys. A forged one shows an order that is none and may take goods out of the
// cart of whoever opens it; money and goods hang on the service's notices alone.
(() => {
  const place = document.currentScript.previousElementSibling
  const asked = new URL(location)
  const state = history.state || {}
  const token = asked.searchParams.get('r') ?? state.r
  if (token === undefined) return

  const { returned, site, service, files } = place.dataset // no files without a cart
  const GOODS = /^[\dA-Za-zА-Яа-яЁё][\dA-Za-zА-Яа-яЁё._/-]{0,31} [1-9]\d{0,2}$/
  // Currency, moments, language, number of the order, total, reason: each as the contract writes it
  const VALUES = /^[A-Z]{3} [1-9]\d{0,9} [1-9]\d{0,9} [a-z]{2,3} [\dA-Za-z][\dA-Za-z-]{0,31} [1-9]\d{0,13} [a-z]*$/
  const read = () => {
    const [, part] = /^[\w-]{1,99}\.([\w-]{1,3900})\.[\w-]{86}$/.exec(token)
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt())
    const { s, n, g = [[s, n]], ...said } = JSON.parse(new TextDecoder().decode(bytes))
    const { c, exp, iat, l, o, p, r } = said
    const now = Date.now() / 1000
    const day = 86400 // clocks of buyers are wrong by hours, seldom by more
    return Object.keys(said).join() === 'aud,c,exp,iat,iss,l,o,p,r,st,u' && VALUES.test([c, exp, iat, l, o, p, r].join(' '))
      && said.aud === site && said.iss === service && said.st === returned && (returned === 'failure') === !!r
      && g[0] && !g[20] && g.every(pair => pair[0].trim && GOODS.test(pair.join(' ')))
      && iat - day < now && now < exp + day && { ...said, g }
  }
  // The address loses the token before a counter reads it; the state of the page keeps it for a reload.
  const keep = url => history.replaceState(said ? { r: token } : null, '', url)

  let said
  try { said = read() } catch {}
  asked.searchParams.delete('r')
  keep(asked)
  if (!said) return
  if (said.r && !location.hash) {
    location.replace('#' + said.r) // it stands first, also for whoever has lost the fragment on the way
    keep(location)
  }
  // The style sheet does this by `:target`, which browsers know only after the first frame
  try {
    if (location.hash === '#' + said.r) document.styleSheets[0].insertRule(`.reasons:has(#${said.r}) > :not(#${said.r}) { display: none }`)
  } catch {} // browsers without :has() show every reason

  const fill = (name, text) => { place.querySelector(`[data-said=${name}]`).textContent = text }
  const list = goods => fill('goods', goods.map(({ id, name, quantity }) => `${name || id} × ${quantity}`).join('; '))
  const roubles = kopecks => said.c === 'RUB' && kopecks / 100 || undefined
  const bought = said.g.map(([id, quantity]) => ({ id, quantity }))
  list(bought)
  fill('order', said.o)
  fill('sum', (said.p / 100).toLocaleString(document.documentElement.lang, {
    style: 'currency', currency: said.c, currencyDisplay: 'narrowSymbol', minimumFractionDigits: said.p % 100 ? 2 : 0
  }))
  place.hidden = false

  if (said.r) document.addEventListener('DOMContentLoaded', () => {
    fill('reason', document.querySelector(`#${said.r} h3, #other h3`).textContent)
  })

  // What is paid leaves the cart, once an order however often its return is opened: the cart keeps the numbers.
  // Of a cart that is damaged or of another make nothing is touched but these goods, or nothing at all.
  let paid = returned === 'success' || returned === 'paid'
  const settle = () => {
    const kept = JSON.parse(localStorage.getItem('cart')) || { v: 1, goods: [] }
    const orders = Array.isArray(kept.paid) ? kept.paid : []
    if (kept.v !== 1 || orders.includes(said.o)) return
    for (const { id, quantity } of bought) {
      let rest = quantity
      for (const pair of kept.goods) if (pair[0] === id && rest > 0 && pair[1] > 0) {
        const n = Math.min(rest, pair[1])
        pair[1] -= n
        rest -= n
      }
    }
    const { v, goods } = { ...kept, goods: kept.goods.filter(pair => pair[1] !== 0) }
    const write = cart => localStorage.setItem('cart', JSON.stringify(cart))
    try { write({ v, goods, paid: [...orders, said.o].slice(-9) }) } catch { write({ v, goods }) }
  }
  try { if (paid) settle() } catch {}

  const tell = goods => {
    if (paid) (window.happened ||= []).push({ name: 'purchase', order: { id: said.o, revenue: roubles(said.p) }, goods })
    paid = false
  }
  addEventListener('pagehide', () => tell(bought))
  addEventListener('visibilitychange', () => document.hidden && tell(bought))
  // What the site knows of the goods, if it says so soon
  if (files) Promise.all(bought.map(({ id, quantity }) => Promise.race([
    fetch(files + encodeURIComponent(id.replace(/\//g, '~')) + '.json').then(answer => answer.json()),
    new Promise((_, late) => setTimeout(late, 2000))
  ]).catch(() => ({})).then(({ name, price, brand, category }) => (
    { id, name, price: roubles(said.g[1] ? price : said.p / quantity), brand, category, quantity }
  )))).then(goods => {
    list(goods)
    tell(goods)
  })
  else tell(bought)
})()

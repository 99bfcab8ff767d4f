// The cart: skus and quantities, kept in this browser and nowhere else. Prices come from small files
// of this site whenever the cart is shown, words from the page. Runs after the first frame.
(() => {
  const KEY = 'cart'
  const [MOST, ROWS, PAID] = [999, 100, 20] // pieces of one, kinds at all, kinds in one payment
  const SKU = /^[0-9A-Za-zА-Яа-яЁё][\wА-Яа-яЁё./-]{0,31}$/
  const all = (query, root = document) => [...root.querySelectorAll(query)]
  const one = (query, root = document) => root.querySelector(query)
  const page = one('[data-goods]') // on the page of the cart only
  const says = (key, yes = true) => all(`[data-say=${key}]`).forEach(words => (words.hidden = !yes))
  const happen = (name, goods) => (window.happened ||= []).push({ name, goods })
  const counted = (goods, sku) => (goods.find(pair => pair[0] === sku) || [])[1] || 0
  const packed = goods => goods.map(([sku, n]) => `${encodeURIComponent(sku)}*${n}`).join('~')
  const bare = () => location.pathname + location.search
  let paid // orders that returned.js has taken out of the cart
  let memory = null // the cart where nothing can be written: it lives here and in addresses
  let came // a link waits for the visitor's choice; the address keeps it

  // Pairs of whatever became of them in, goods out; `odd` where something had to be mended
  const tidy = pairs => {
    const goods = new Map()
    let odd = pairs.length > 999
    for (const [name, given] of pairs.slice(0, 999)) {
      const sku = String(name)
      const n = /^[1-9]\d*$/.test(given) ? Math.min(given, MOST) : 1
      if (String(n) !== String(given)) odd = true
      if (!SKU.test(sku) || (!goods.has(sku) && goods.size >= ROWS)) odd = true
      else goods.set(sku, Math.min(MOST, n + (goods.get(sku) || 0)))
    }
    return Object.assign([...goods], { odd })
  }

  // Older carts may be bare lists or objects
  const pairs = kept =>
    Array.isArray(kept)
      ? kept.map(item => (Array.isArray(item) ? item : item && item.sku ? [item.sku, item.quantity] : [item, 1]))
      : Object.entries(kept).filter(([name]) => name !== 'v')

  const linked = () => {
    let text = location.hash
    if (!text.startsWith('#cart=')) return null
    try { text = decodeURIComponent(text) } catch {}
    return tidy(text.slice(6).split('~').filter(Boolean).map(part => part.split('*')))
  }

  const read = () => {
    // Elsewhere than on the page of the cart only a tab whose browser keeps nothing has it in its address
    if (memory || (!page && (memory = linked()))) return memory
    let text
    try {
      text = localStorage.getItem(KEY)
    } catch {
      says('unkept')
      return (memory = linked() || [])
    }
    if (!text) return []
    try {
      const kept = JSON.parse(text)
      const list = kept.goods || kept
      paid = Array.isArray(kept.paid) ? kept.paid : undefined
      if (typeof list !== 'object') throw list
      const goods = tidy(pairs(list))
      if (kept.v > 1) {
        says('newer')
        memory = goods
      } else if (goods.odd) says('mended')
      return goods
    } catch {
      says('mended')
      return tidy([...text.matchAll(/"([^"]+)",(\d+)/g)].map(found => found.slice(1)))
    }
  }

  const write = goods => {
    try {
      if (!memory) return goods.length || paid ? localStorage.setItem(KEY, JSON.stringify({ v: 1, goods, paid })) : localStorage.removeItem(KEY)
    } catch {
      says('unkept')
    }
    memory = goods
  }

  // Every change begins with what another tab may have written
  const change = make => {
    write(make(read()))
    render()
  }
  const put = (sku, n, at = ROWS) =>
    change(goods => {
      const rest = goods.filter(pair => pair[0] !== sku)
      if (n) rest.splice(rest.length < goods.length ? goods.findIndex(pair => pair[0] === sku) : at, 0, [sku, n])
      return rest
    })

  const item = ({ sku, name, price, brand, category }, quantity) => ({ id: sku, name, price: price && +price, brand, category, quantity })

  const render = () => {
    const goods = read()
    const count = goods.reduce((sum, pair) => sum + pair[1], 0)
    for (const badge of all('[data-cart] b')) {
      badge.hidden = !count
      badge.textContent = count
    }
    for (const place of all('.add')) {
      const [button, link] = place.children
      place.dataset.n = one('b', link).textContent = counted(goods, button.dataset.sku) || ''
    }
    if (memory) {
      const hash = goods.length ? `#cart=${packed(goods)}` : ''
      const free = place => !place.hash || place.hash.startsWith('#cart=')
      for (const link of document.links) if (link.origin === location.origin && free(link)) link.hash = hash
      if (!came && (page || free(location))) history.replaceState(history.state, '', hash || bare())
    }
    if (page) show(goods)
  }

  // The second half of a double click neither pays again nor follows the link that has taken the button's place
  addEventListener('click', event => event.detail > 1 && event.target.closest('.add a, .till form') && event.preventDefault())

  for (const button of all('[data-sku]'))
    button.addEventListener('click', () => {
      const { dataset: { sku }, nextElementSibling: link } = button
      const n = counted(read(), sku)
      if (!n && !memory && read().length >= ROWS) return location.assign(`${link.pathname}#cart-full`)
      put(sku, Math.min(MOST, n + 1))
      happen('add', [item(button.dataset, 1)])
      link.focus()
    })

  // ---- The page of the cart
  const known = new Map() // sku: what its file says
  const states = new Map() // sku: loading, failed, missing, sold-out, known
  const removed = new Map() // sku: where it stood, how many
  const noted = new Set() // skus whose quantity had to be changed
  const rows = new Map()
  let before = null // the cart before a link changed it

  const when = (root, state) =>
    all('[data-when]', root).forEach(part => (part.hidden = !part.dataset.when.split(' ').includes(state)))
  const money = minor => {
    const digits = minor % 100 ? 2 : 0
    const number = (minor / 100).toLocaleString(page.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    return page.dataset.money.replace('0', number).replace(/\s/g, '\u00a0')
  }

  const load = async sku => {
    states.set(sku, 'loading')
    const stop = new AbortController()
    const late = setTimeout(() => stop.abort(), 15000)
    let state = 'failed'
    try {
      const file = `${page.dataset.goods}${encodeURIComponent(sku.replace(/\//g, '~'))}.json`
      const answer = await fetch(file, { cache: 'no-cache', signal: stop.signal })
      if (answer.status === 404 || answer.status === 410) state = 'missing'
      else if (answer.ok) {
        const good = await answer.json()
        if (good.sku === sku && good.price > 0 && good.n[1] > 0) {
          known.set(sku, good)
          state = good.sold ? 'known' : 'sold-out'
        }
      }
    } catch {}
    clearTimeout(late)
    states.set(sku, state)
    const n = counted(read(), sku)
    if (state === 'known' && n && n !== fit(sku, n)) set(sku, n)
    else render()
  }

  const fit = (sku, n) => {
    const [least, most] = known.has(sku) ? known.get(sku).n : [1, MOST]
    return Math.max(least, Math.min(most, n))
  }
  // A new quantity: what does not fit is brought within bounds, and said
  const set = (sku, wanted) => {
    const old = counted(read(), sku)
    const n = fit(sku, Number.isInteger(wanted) ? wanted : old)
    if (n === wanted) noted.delete(sku)
    else noted.add(sku)
    put(sku, n)
    tell(sku, n - old)
  }
  const sold = (sku, n) => {
    const good = known.get(sku)
    return item(good ? { ...good, price: good.price / 100 } : { sku }, n)
  }
  const tell = (sku, n) => {
    if (n) happen(n > 0 ? 'add' : 'remove', [sold(sku, Math.abs(n))])
  }

  const take = sku => {
    const goods = read()
    const n = counted(goods, sku)
    removed.set(sku, [goods.findIndex(pair => pair[0] === sku), n])
    put(sku, 0)
    tell(sku, -n)
    one('[value=undo]', rows.get(sku)).focus()
  }
  const bring = sku => {
    const [at, n] = removed.get(sku)
    removed.delete(sku)
    put(sku, n, at)
    tell(sku, n)
    one('input', rows.get(sku)).focus()
  }

  const made = sku => {
    const row = one('template', page).content.firstElementChild.cloneNode(true)
    row.addEventListener('click', ({ target: { value } }) => {
      if (value === 'remove') take(sku)
      else if (value === 'undo') bring(sku)
      else if (value === 'again') load(sku).then(() => one(states.get(sku) === 'failed' ? '[value=again]' : 'input', row).focus())
      else if (value === 'less' || value === 'more') set(sku, counted(read(), sku) + (value === 'more' ? 1 : -1))
    })
    one('input', row).addEventListener('change', ({ target }) => {
      set(sku, target.value ? +target.value : NaN)
      target.value = counted(read(), sku)
    })
    rows.set(sku, row)
    return row
  }

  const fill = (row, sku, n, state) => {
    const good = known.get(sku) || { name: sku }
    const link = one('a', row)
    link.textContent = good.name
    if (good.url) link.href = good.url
    one('.sku', row).textContent = good.sku || ''
    one('.each', row).textContent = good.shown || ''
    one('.sum', row).textContent = good.price ? money(good.price * n) : ''
    const input = one('input', row)
    if (input !== document.activeElement || +input.value !== n) input.value = n
    ;[input.min, input.max] = good.n || [1, MOST]
    for (const part of all('[data-label]', row)) part.setAttribute('aria-label', `${part.dataset.label}: ${good.name}`)
    when(row, state)
    one('[data-note]', row).hidden = !noted.has(sku)
  }

  const show = goods => {
    const shown = goods.map(([sku, n]) => [sku, n, states.get(sku)])
    for (const [sku, [at, n]] of removed) if (!counted(goods, sku)) shown.splice(at, 0, [sku, n, 'removed'])
    const list = one('.rows', page)
    shown.forEach(([sku, n, state], at) => {
      const row = rows.get(sku) || made(sku)
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] || null)
      fill(row, sku, n, state || 'loading')
      if (!states.has(sku)) load(sku)
    })
    while (list.children.length > shown.length) list.lastChild.remove()
    sumUp(goods)
  }

  const sumUp = goods => {
    const has = state => goods.some(([sku]) => states.get(sku) === state)
    const ready = goods.filter(([sku]) => states.get(sku) === 'known')
    const total = ready.reduce((sum, [sku, n]) => sum + known.get(sku).price * n, 0)
    const state = !goods.length ? 'empty' : has('loading') ? 'loading' : has('failed') ? 'failed' : !ready.length ? 'nothing' : ready.length > PAID ? 'many' : 'ready'
    page.dataset.state = state
    when(one('.till', page), state)
    for (const place of all('.total', page)) place.textContent = place.dataset.words.replace('{sum}', money(total))
    for (const part of all('[data-from]', page)) part.hidden = total < part.dataset.from || total > (part.dataset.to || Infinity)
    const fields = one('.fields', page)
    if (fields)
      fields.replaceChildren(
        ...(state === 'ready' ? ready : []).flatMap(([sku, n]) =>
          [['t', known.get(sku).token], ['q', n]].map(([name, value]) => Object.assign(document.createElement('input'), { type: 'hidden', name, value })))
      )
    const lines = goods.map(([sku, n]) => `${n} × ${sku} ${(known.get(sku) || {}).name || ''}`)
    const mail = one('[href^=mailto]', page)
    mail.href = `${mail.href.split('&')[0]}&body=${encodeURIComponent([...lines, '', address(goods)].join('\r\n'))}`
  }

  const address = goods => `${location.origin}${location.pathname}#cart=${packed(goods)}`
  const share = async () => {
    const url = address(read())
    if (navigator.share) return navigator.share({ title: document.title, url }).catch(failed => failed.name === 'AbortError' || copy(url))
    copy(url)
  }
  // The field stays: whoever may not copy by script copies by hand
  const copy = url => {
    const field = one('.link', page)
    field.parentNode.hidden = false
    field.value = url
    field.select()
    says('copied', false)
    if (navigator.clipboard) navigator.clipboard.writeText(url).then(() => says('copied'), () => {})
  }

  // A link never overwrites silently. The address keeps it until the visitor has chosen
  const opened = () => {
    const goods = linked()
    if (!goods) return
    const mine = read()
    if (goods.odd) says('odd')
    const other = goods.length && packed(mine) !== packed(goods)
    one('.came', page).textContent = goods.map(pair => pair.join(' × ')).join(', ')
    says('offer', (came = other && mine.length))
    if (came) return
    if (other) write(goods)
    settle()
  }
  const settle = () => {
    says('offer', (came = 0))
    if (!memory) history.replaceState(null, '', bare())
    render()
  }
  const choose = {
    join: mine => tidy([...mine, ...linked()]),
    replace: linked,
    keep: mine => mine,
  }

  if (page) {
    page.addEventListener('click', ({ target: { value } }) => {
      if (value === 'share') share()
      else if (value === 'back') {
        change(() => before)
        says('changed', false)
        page.focus()
      } else if (choose[value]) {
        before = read()
        const next = choose[value](before)
        write(next)
        says('changed', value !== 'keep')
        settle()
        ;(value === 'keep' ? page : one('[value=back]', page)).focus()
      }
    })
    all('form', page).forEach(form =>
      form.addEventListener('submit', () => {
        write(read()) // in the form of this version, which returned.js understands
        happen('checkout', read().filter(([sku]) => states.get(sku) === 'known').map(pair => sold(...pair)))
      })
    )
    addEventListener('hashchange', opened)
    addEventListener('online', () => states.forEach((state, sku) => state === 'failed' && load(sku)))
  }

  addEventListener('storage', event => (event.key === KEY || event.key === null) && render())
  addEventListener('pageshow', render)

  const looked = one('[data-detail]')
  if (looked) {
    happen('detail', [item(looked.dataset, 1)])
    delete looked.dataset.detail // consent.js tells it otherwise
  }
  if (page) opened()
  render()
})()

// Where a visitor came from, and what happens on the way to an order. consent.js loads this file
// after "accept" and never before; "only necessary" makes it forget everything and fall silent.
(() => {
  const counter = Number(document.currentScript.dataset.counter)
  const FIELDS = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'yclid']
  const GOALS = { detail: 'product-view', add: 'cart-add', remove: 'cart-remove' } // others bear their own names
  const LINKS = 'a[href*="?t="]'
  const FORMS = 'form[data-attributed]'

  const agreed = () => document.documentElement.dataset.consent === 'all'
  const listen = addEventListener
  const pause = time => new Promise(done => setTimeout(done, time))
  const attempt = job => { try { return job() } catch {} }

  // localStorage, or memory where it is forbidden or full: `visit` is the record, `visit.<time>.<lot>` an
  // event that waits.
  const memory = {}
  const get = key => attempt(() => JSON.parse(memory[key] || localStorage.getItem(key))) || {}
  const remove = key => {
    delete memory[key]
    attempt(() => localStorage.removeItem(key))
  }
  const set = (key, value) => {
    memory[key] = JSON.stringify(value)
    attempt(() => {
      localStorage.setItem(key, memory[key])
      delete memory[key]
    })
  }
  // What is older than 12 hours belongs to no visit that Metrica would put it into.
  const waiting = () => Object.keys({ ...attempt(() => localStorage), ...memory })
    .filter(key => /^visit\./.test(key) && (Date.now() - key.split('.')[1] < 12 * 36e5 || remove(key))).sort()

  // 1. Attribution, for 90 days. The last click with a source wins; a visit without one erases nothing.
  const clean = text => String(text || '').slice(0, 150).replace(/\p{C}/gu, '').trim()
  const today = () => new Date().toISOString().slice(0, 10)
  const record = () => {
    const kept = get('visit')
    const fresh = kept.v === 1 && Date.now() - Date.parse(kept.day) < 90 * 864e5
    return fresh ? kept : { v: 1, day: today() }
  }
  const note = change => set('visit', { ...record(), ...change })
  const sourced = values => FIELDS.some(name => values[name])
  const arrive = (url, others) => {
    const query = new URL(url).searchParams
    const found = { day: today() }
    for (const name of FIELDS) found[name] = clean(query.get(name))
    if (sourced(found) && (others || !sourced(record()))) note(found)
  }
  // Hands over each name with its value, empty where there is none.
  const attribute = give => {
    const kept = agreed() ? record() : {}
    for (const name of [...FIELDS, 'cid']) give(name, clean(kept[name]))
  }

  // What the address of a Buy link promises; nothing for other links.
  const promise = href => attempt(() => {
    const part = new URL(href).searchParams.get('t').split('.')[1].replace(/-/g, '+').replace(/_/g, '/')
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), sign => sign.charCodeAt())))
  })
  const bought = ({ target }) => {
    const link = target.closest && target.closest(LINKS)
    return link && promise(link.href) && link
  }
  const address = link => {
    const url = new URL(link.href)
    attribute((name, value) => {
      url.searchParams.delete(name)
      if (value) url.searchParams.set(name, value)
    })
    link.href = url
  }
  const fill = form => {
    for (const old of form.querySelectorAll('.visit')) old.remove()
    attribute((name, value) => {
      if (value) form.append(Object.assign(document.createElement('input'), { type: 'hidden', className: 'visit', name, value }))
    })
  }

  // 2. The outbox: one key an event, so that two tabs cannot overwrite each other's; the newest 50.
  const known = {} // goods of this page by sku
  let last = 0
  const shaped = ({ name, goods, order, goal, link }) => {
    if (link) {
      const { s: id, p, c, n } = promise(link)
      goods = [{ id, ...known[id], price: c === 'RUB' ? p / 100 : undefined, quantity: n[0] }]
    }
    for (const one of goods || []) known[one.id] = one
    return {
      goal: (goal || GOALS[name] || name).replace(/[/\\&=?#"]/g, '-'),
      order,
      ecommerce: goods && { currencyCode: 'RUB', [name]: { actionField: order, products: goods } }
    }
  }
  let pressed = 0
  const take = happening => {
    if (happening.name === 'checkout') {
      if (Date.now() - pressed < 1000) return // a double press buys once
      pressed = Date.now()
    }
    last = Math.max(last + 1, Date.now())
    attempt(() => set(`visit.${last}.${Math.random()}`, shaped(happening)))
    waiting().slice(0, -50).forEach(remove)
    drain()
  }

  let live = false // the counter has answered with its ClientID
  let loaded, stopped // a counter that was stopped counts on the next page again
  let ready
  const flying = new Set()
  const reach = ({ goal, order }) => {
    const price = order && { order_price: order.revenue, currency: 'RUB' }
    const flight = new Promise(done => window.ym(counter, 'reachGoal', goal, price, done)).then(() => flying.delete(flight))
    flying.add(flight)
    return flight
  }

  const hand = ({ goal, order, ecommerce }) => {
    const { orders = [] } = record()
    if (!goal || order && orders.includes(order.id)) return
    if (order) note({ orders: [...orders, order.id].slice(-20) })
    if (ecommerce) window.dataLayer.push({ ecommerce })
    reach({ goal, order })
  }

  // The tag sends nothing before its page view is through, and loses what waits for that when the page goes;
  // afterwards it keeps and repeats by itself whatever does not arrive. So a goal that means nothing goes first.
  // Until it is back events stay here and nothing is lost; then each is handed over and forgotten, because
  // what was handed over may have arrived, and a sum that is counted twice is worse than one that lacks.
  const deliver = () => {
    for (let key; live && agreed() && (key = waiting()[0]);) {
      const kept = get(key)
      remove(key)
      // consent.js leaves a list of what happened before this file was there
      for (const one of [].concat(kept)) attempt(() => hand(one === kept ? one : shaped(one)))
    }
  }
  // One tab at a time, and the next one a moment later: what one process removes another sees with a delay.
  // Without locks it is enough that a key is removed first.
  const drain = async () => {
    if (!waiting()[0] || !live) return
    await null // the tag may be in the middle of calling us
    ready = ready || Promise.race([reach({ goal: 'ready' }), pause(5000)])
    await ready
    if (!navigator.locks) return deliver()
    await new Promise(done => navigator.locks.request('visit', () => {
      done(deliver())
      return pause(100)
    }).catch(() => done(deliver())))
  }

  // 3. The way out. A buyer waits for what is on its way, 300 ms at most, and never for a counter that is not there.
  let held = 0 // 1: waits, 2: goes
  const hold = (event, leave) => {
    if (event.defaultPrevented || held > 1 || !live || !(waiting().length + flying.size)) return
    event.preventDefault()
    if (held) return
    held = 1
    Promise.race([drain().then(() => Promise.all(flying)), pause(300)]).then(() => {
      held = 2
      leave()
      held = 0
    })
  }

  const press = event => {
    const link = bought(event)
    if (!link) return
    address(link)
    if (!/^(aux)?click/.test(event.type) || event.button > 1 || held || !agreed()) return
    take({ name: 'checkout', link: link.href })
  }
  for (const type of ['pointerdown', 'click', 'auxclick', 'contextmenu']) listen(type, press, true)
  listen('click', event => {
    const link = bought(event)
    const here = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    if (link && here && !link.target) hold(event, () => link.click())
  })
  listen('submit', ({ target }) => target.matches(FORMS) && fill(target), true)
  listen('submit', event => {
    const form = event.target
    if (form.matches(FORMS) && form.querySelector('[name=t]'))
      hold(event, () => HTMLFormElement.prototype.submit.call(form))
  })

  // 4. Whatever happened on this page, before consent too; after a withdrawal nothing of it is left.
  const happened = window.happened = window.happened || []
  const collect = () => { while (agreed() && happened.length) take(happened.shift()) }
  happened.push = (...all) => {
    happened.splice(happened.length, 0, ...all)
    collect()
  }
  const start = () => {
    // Reloads and steps back are no clicks. The page before matters to whoever agrees on the second one.
    const [way] = performance.getEntriesByType('navigation')
    arrive(location, !way || way.type === 'navigate')
    if (document.referrer.startsWith(location.origin + '/')) arrive(document.referrer)
    collect()
    drain()
  }
  document.addEventListener('consent', () => {
    if (agreed()) return start()
    for (const key in memory) delete memory[key]
    live = false
    stopped = stopped || loaded
    document.querySelectorAll(FORMS).forEach(fill)
  })
  listen('storage', ({ key }) => /^visit/.test(key) && drain())
  if (agreed()) start()
  window.ym(counter, 'getClientID', cid => {
    if (!clean(cid) || !agreed() || stopped) return
    live = true
    note({ cid: clean(cid) })
    drain()
  })
  // A counter that is there and calls nobody back (a proxy, a tag of one's own) gets events all the same.
  window.counted.then(() => (loaded = true)).then(() => pause(1000)).then(() => {
    if (live || !agreed() || stopped) return
    live = true
    ready = ready || pause(0)
    drain()
  })
})()

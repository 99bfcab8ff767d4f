// Behaves as Yandex's tag does: takes the calls that wait in ym.a, sends nothing before its page view is
// through, then keeps each hit until it is answered and repeats on the next page what was not.
(() => {
  const { late, start, mute } = __WAYS__
  const pause = time => new Promise(done => setTimeout(done, time))
  const KEEP = '_ym_retryReqs'
  const kept = () => JSON.parse(localStorage.getItem(KEEP) || '{}')
  const keep = hits => localStorage.setItem(KEEP, JSON.stringify(hits))
  const attempt = job => { try { job() } catch {} }
  const ask = hit => fetch('https://mc.yandex.ru/watch/1?hit=' + encodeURIComponent(JSON.stringify(hit))).then(() => pause(late))
  let first, stopped = false

  const arrive = hit => ask(hit).then(() => attempt(() => {
    const { [hit.id]: gone, ...rest } = kept()
    if (!stopped) keep(rest)
  }))
  const send = (kind, what) => first.then(() => {
    if (stopped) return
    const hit = { id: String(Math.random()), kind, what }
    attempt(() => keep({ ...kept(), [hit.id]: hit }))
    return arrive(hit)
  })
  const layer = data => data && data.ecommerce && send('ecommerce', data.ecommerce)
  const METHODS = {
    init({ ecommerce }) {
      document.cookie = '_ym_uid=1; path=/; max-age=999'
      first = ask({ id: String(Math.random()), kind: 'view', what: location.href })
      first.then(() => attempt(() => Object.values(kept()).forEach(arrive)))
      const list = window[ecommerce]
      const push = list.push
      list.push = (...items) => {
        push.apply(list, items)
        layer(items[0])
      }
      list.forEach(layer)
    },
    getClientID: found => mute || found('1732345678901234567'),
    reachGoal: (name, params, done) => send('goal', { name, ...params }).then(() => mute || done()),
    destruct: () => (window.stopped = stopped = true)
  }
  const obey = ([, name, ...rest]) => METHODS[name] && METHODS[name](...rest)
  pause(start).then(() => {
    const calls = [...window.ym.a]
    window.ym.a.push = obey
    calls.forEach(obey)
  })
})()

// The visitor's choice: asked once, remembered here, changed from the foot of any page.
// Metrica is loaded after "accept" and never before. Without a counter this file is not published.
(() => {
  const { counter, version } = document.currentScript.dataset
  const banner = document.getElementById('choice')
  const buttons = [...banner.querySelectorAll('button')]
  const KEY = 'consent'
  let now = null // for browsers that keep nothing
  let opener = null

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

  const load = () => {
    if (window.ym) return
    window.ym = (...call) => (window.ym.a = window.ym.a || []).push(call)
    window.ym.l = Date.now()
    const script = document.createElement('script')
    script.async = true
    script.src = 'https://mc.yandex.ru/metrika/tag.js'
    document.head.append(script)
    window.ym(Number(counter), 'init', { trackLinks: true, accurateTrackBounce: true, clickmap: false, webvisor: false })
  }

  const stop = () => {
    try { if (window.ym) window.ym(Number(counter), 'destruct') } catch {}
    const names = document.cookie.split('; ').map(pair => pair.split('=')[0]).filter(name => name.startsWith('_ym'))
    const parts = location.hostname.split('.')
    const domains = parts.map((_, n) => '; domain=.' + parts.slice(n).join('.')).concat('')
    for (const name of names)
      for (const domain of domains) document.cookie = `${name}=; max-age=0; path=/${domain}`
    for (const store of ['localStorage', 'sessionStorage'])
      try {
        for (const name of Object.keys(window[store])) if (name.startsWith('_ym')) window[store].removeItem(name)
      } catch {}
  }

  // The end of the page moves up by the height of the banner, so that it covers nothing for good.
  const fit = () => {
    const height = banner.hidden ? '' : `${banner.offsetHeight}px`
    document.body.style.paddingBottom = height
    document.documentElement.style.scrollPaddingBottom = height
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
      if (button.value === 'all') load()
      else stop()
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

  if (choice() === 'all') load()
  show(!choice())
})()

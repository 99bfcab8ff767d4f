// Forms: says what is wrong beside the field, sends what is typed, and keeps every word until it
// has arrived. All words for people are in the page (macros/forms.html); nothing is stored.
(() => {
  const parts = document.getElementById('forms_'), words = parts.dataset
  const began = performance.now()
  const HUMAN = 2000 // milliseconds that a person needs at least
  const PATIENCE = 15000
  const LINK = 1500 // with a note that the rest is missing, mail programs take up to 2,000 characters

  const digits = text => text.replace(/\D/g, '')
  const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
  const fits = (text, at) => {
    const weights = WEIGHTS.slice(at)
    return weights.reduce((sum, weight, n) => sum + weight * text[n], 0) % 11 % 10 == text[weights.length]
  }
  const RIGHT = {
    email: text => /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(text),
    // Of this country: ten digits, after +7, 8 or nothing; of another: after its own plus
    phone: text => /^[+\d\s().‑–-]+$/.test(text) &&
      (/^\+(?!7)/.test(text) ? /^\d{8,15}$/ : /^([78][3-9]|[3-69])\d{9}$/).test(digits(text)),
    contact: text => RIGHT[text.includes('@') ? 'email' : 'phone'](text),
    inn: text => {
      const inn = text.replace(/\s/g, '')
      return /^\d{10}$/.test(inn) ? fits(inn, 2) : /^\d{12}$/.test(inn) && fits(inn, 1) && fits(inn, 0)
    },
  }

  const wrong = field => {
    const { missing, most, check, wrong } = field.dataset, text = field.value.trim()
    if (field.required && !(field.type == 'checkbox' ? field.checked : text)) return missing
    if (most && text.length > most) return words.long
    return text && check && !RIGHT[check](text) ? wrong : ''
  }

  const mark = field => {
    const text = wrong(field)
    document.getElementById(field.id.slice(0, -1) + '-wrong_').textContent = text
    if (text) field.setAttribute('aria-invalid', true)
    else field.removeAttribute('aria-invalid')
    return text
  }

  const grow = area => {
    area.style.height = 0
    area.style.height = area.scrollHeight + 2 + 'px'
  }

  // What the fields say, a line each, as a person would write it; half a sign is none.
  const letter = form => [...form.elements].flatMap(({ dataset, labels, name, type, checked, value, selectedOptions }) => {
    const label = dataset.label || (name && name != 'website' && labels && labels[0] && labels[0].textContent)
    if (!label || !value.trim() || type == 'checkbox' && !checked) return []
    return type == 'checkbox' ? '+ ' + label : label + ': ' + (selectedOptions ? selectedOptions[0].text : value.trim())
  }).join('\n').replace(/\xa0/g, ' ').replace(/\p{Cs}/gu, '\ufffd')

  // A link that mail programs take whole. Every sign is encoded, so nothing typed becomes a header.
  const link = (mail, text) => {
    let body = ''
    for (const sign of text.replace(/\r?\n|\r/g, '\r\n')) {
      const next = encodeURIComponent(sign)
      if (mail.length + body.length + next.length > LINK) {
        body += '%0D%0A' + encodeURIComponent(words.rest)
        break
      }
      body += next
    }
    return mail + '&body=' + body
  }

  const lot = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => (byte + 256).toString(16).slice(1)).join('')

  // Why a message did not arrive: a name of words, empty if it did.
  const send = async form => {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), PATIENCE)
    let answer
    try {
      answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: 'application/json' },
        credentials: 'omit',
        redirect: 'manual',
        signal: stop.signal,
      })
      if (answer.ok) return (await answer.json()).ok === true ? '' : 'refused'
      return answer.status == 429 ? 'many' : answer.status >= 400 && answer.status < 500 ? 'refused' : 'broken'
    } catch {
      return stop.signal.aborted ? 'late' : answer ? 'broken' : navigator.onLine ? 'down' : 'offline'
    } finally {
      clearTimeout(timer)
    }
  }

  const attach = form => {
    const { goal, mail, done } = form.dataset, hidden = form.elements
    const fields = [...hidden].filter(field => field.dataset.missing || field.dataset.check)
    const button = form.querySelector('button').parentNode, status = form.nextElementSibling
    const endpoint = form.hasAttribute('action')
    const summary = document.createElement('div')
    let failed, tried, busy, sent

    const say = text => {
      status.textContent = text
      if (text) status.focus()
    }
    // Who has a cart need not write it down again
    const fill = () => {
      const { goods } = hidden
      try {
        goods.value = goods.value || JSON.parse(localStorage.cart).goods.slice(0, 20)
          .map(([sku, pieces]) => goods.dataset.line.replace('{pieces}', () => pieces).replace('{sku}', () => sku)).join('\n')
        grow(goods)
      } catch {}
    }

    const showFaults = faults => {
      summary.replaceChildren()
      if (!faults[1]) return faults[0].focus()
      const list = document.createElement('ul')
      for (const field of faults) {
        const item = document.createElement('li'), to = document.createElement('a')
        to.href = '#' + field.id
        to.textContent = wrong(field)
        to.onclick = event => {
          event.preventDefault()
          field.focus()
        }
        item.append(to)
        list.append(item)
      }
      summary.append(words.several, list)
      summary.focus()
    }

    const showFailure = why => {
      const text = letter(form)
      if (!failed) {
        form.append(parts.content.cloneNode(true))
        failed = form.lastElementChild
      }
      const [said, again] = failed.querySelectorAll('p'), copy = failed.querySelector('textarea')
      button.hidden = endpoint
      again.hidden = !endpoint
      failed.querySelector('details').open = !endpoint
      copy.value = text
      failed.querySelector('a').href = link(mail, text)
      said.className = endpoint ? 'wrong' : ''
      said.textContent = words[why]
      said.focus()
    }

    const arrived = () => {
      form.reset()
      form.hidden = true
      say(done)
    }

    form.noValidate = true
    summary.className = 'wrong'
    summary.tabIndex = -1
    summary.setAttribute('role', 'alert')
    form.prepend(summary)
    if (!endpoint) {
      form.hidden = false
      form.previousElementSibling.hidden = true
    }
    if (hidden.goods) form.parentNode.addEventListener('toggle', fill)

    form.addEventListener('input', ({ target }) => {
      if (tried && fields.includes(target)) mark(target)
      if (target.type == 'textarea') grow(target)
    })

    form.addEventListener('submit', async event => {
      event.preventDefault()
      if (busy) return
      tried = true
      const faults = fields.filter(mark)
      if (faults[0]) return showFaults(faults)
      summary.replaceChildren()
      if (hidden.website.value) return arrived()
      if (performance.now() - began < HUMAN) return say(words.soon)
      if (!endpoint) {
        showFailure('letter')
        return failed.querySelector('a').click()
      }
      // The same words again are the same message; after a change it is another one, which must not be dropped
      const text = letter(form)
      if (text != sent) hidden.idempotency.value = lot()
      sent = text
      busy = true
      say(words.sending)
      const why = await send(form)
      busy = false
      say('')
      if (why) return showFailure(why)
      arrived()
      ;(window.happened = window.happened || []).push({ name: 'goal', goal })
    })
  }

  const open = () => {
    const folded = document.querySelector('details:target')
    if (folded) folded.open = true
  }

  document.querySelectorAll('.form').forEach(attach)
  addEventListener('hashchange', open)
  open()
})()

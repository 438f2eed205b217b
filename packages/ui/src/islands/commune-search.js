// Turns the commune field into a combo box (ARIA 1.2, list popup). Without this script the field works by its « Chercher » button.
const DELAY = 200
const SHORTEST = 2

/** @param {HTMLElement} root */
function enhance(root) {
  const name = root.dataset.name ?? ''
  const control = (suffix) => root.querySelector(`[name="${CSS.escape(name + suffix)}"]`)
  const input = control('-text')
  const answered = control('-for')
  if (!input || !answered) return

  // The choices found by the server, if any, give way to one hidden code.
  const chosen = root.querySelector(`input[type="radio"][name="${CSS.escape(name)}"]:checked`)
  const code = control('')?.type === 'hidden' ? control('') : document.createElement('input')
  if (code.type !== 'hidden') {
    code.type = 'hidden'
    code.name = name
    code.value = chosen?.value ?? ''
    if (chosen) {
      input.value = chosen.labels[0].textContent
      answered.value = input.value
    }
    root.querySelector('.m-commune-matches')?.remove()
    root.append(code)
  }
  root.querySelector('button[name="_search"]')?.remove()

  const list = document.createElement('ul')
  list.className = 'm-commune-list'
  list.id = `${name}-list`
  list.role = 'listbox'
  list.ariaLabel = 'Communes proposées'
  const status = document.createElement('div')
  status.className = 'govuk-visually-hidden'
  status.role = 'status'
  input.after(list)
  root.append(status)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)

  let active = -1
  let timer = 0
  let request = new AbortController()

  const show = (matches) => {
    active = -1
    input.removeAttribute('aria-activedescendant')
    input.ariaExpanded = String(matches.length > 0)
    list.replaceChildren(
      ...matches.map((match, index) => {
        const option = document.createElement('li')
        option.className = 'm-commune-option'
        option.id = `${list.id}-${index}`
        option.role = 'option'
        option.ariaSelected = 'false'
        option.dataset.code = match.code
        option.textContent = match.label
        return option
      }),
    )
  }
  const move = (step) => {
    const options = [...list.children]
    if (options.length === 0) return
    options[active]?.setAttribute('aria-selected', 'false')
    active = active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length
    options[active].setAttribute('aria-selected', 'true')
    options[active].scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', options[active].id)
  }
  const choose = (option) => {
    input.value = option.textContent
    answered.value = option.textContent
    code.value = option.dataset.code
    show([])
    status.textContent = `${option.textContent}, choisie`
  }
  const search = async () => {
    request.abort()
    request = new AbortController()
    const text = input.value.trim()
    if (text.length < SHORTEST) return show([])
    try {
      const response = await fetch(`/communes.json?q=${encodeURIComponent(text)}`, { signal: request.signal })
      const matches = response.ok ? await response.json() : []
      show(matches)
      status.textContent =
        matches.length === 0
          ? 'Aucune commune trouvée'
          : `${matches.length} commune${matches.length > 1 ? 's' : ''}, flèche bas pour choisir`
    } catch {
      // Overtaken by the next letter, or cut off: sending the form searches on the server.
    }
  }

  show([])
  input.addEventListener('input', () => {
    code.value = ''
    answered.value = ''
    clearTimeout(timer)
    timer = setTimeout(() => void search(), DELAY)
  })
  input.addEventListener('focus', () => {
    if (code.value === '') void search()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && active >= 0) choose(list.children[active])
    else if (event.key === 'Escape' && list.children.length > 0) show([])
    else return
    event.preventDefault()
  })
  // Before the box loses the focus, so that the click is not lost with the list.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    const option = event.target.closest('li')
    if (option) choose(option)
  })
  input.addEventListener('blur', () => {
    clearTimeout(timer)
    request.abort()
    show([])
  })
}

for (const root of document.querySelectorAll('[data-island="commune-search"]')) enhance(root)

// What a page is asked in a browser. Every function returns a list of faults in words; none is good.
(() => {
  const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getClientRects().length > 0
  const drawings = () => [...document.querySelectorAll('figure.chart svg')].filter(shown)
  const name = (element) => (element.textContent || '').trim().slice(0, 40)

  // MARK: Charts

  const oneDrawingAChart = () => [...document.querySelectorAll('figure.chart')].filter((figure) => {
    const isVisible = figure.checkVisibility({ contentVisibilityAuto: true })
    return isVisible && [...figure.querySelectorAll('svg')].filter(shown).length !== 1
  }).map((figure) => `not one drawing: ${name(figure)}`)

  const described = () => [...document.querySelectorAll('svg:not([aria-hidden])')].filter((svg) =>
    svg.getAttribute('role') !== 'img' || !name(svg.querySelector('title') || {}) || !name(svg.querySelector('desc') || {})
  ).map((svg) => `no title or description: ${name(svg)}`)

  const smallText = (least) => drawings().flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    const sizes = [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale)
    const smallest = Math.min(...sizes)
    return smallest < least ? [`${smallest.toFixed(1)} px in ${name(svg)}`] : []
  })

  const crowdedText = () => drawings().flatMap((svg) => {
    const frame = svg.getBoundingClientRect()
    const boxes = [...svg.querySelectorAll('text')].map((text) => [name(text), text.getBoundingClientRect()])
    const outside = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 ||
      box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => `leaves its drawing: ${text}`)
    const pairs = boxes.flatMap(([text, box], index) => boxes.slice(index + 1).filter(([, other]) =>
      Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
      // A box of text is higher than its letters.
      Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 6
    ).map(([other]) => `${text} stands on ${other}`))
    return outside.concat(pairs)
  })

  const tables = () => [...document.querySelectorAll('section, .detail > *')].filter((section) =>
    section.querySelector(':scope > figure') && !section.querySelector(':scope > details table')
  ).map((section) => `no table: ${section.id}`).concat([...document.querySelectorAll('table')].filter((table) =>
    !table.caption || table.querySelectorAll('th:not([scope])').length > 0
  ).map((table) => `no caption or scope: ${name(table)}`))

  // MARK: Page

  const tooWide = () => document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} px`] : []

  const identities = () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`)
    const lost = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1))
      .filter((id) => !ids.includes(id)).map((id) => `leads nowhere: ${id}`)
    return twice.concat(lost)
  }

  const headings = () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.tagName[1]))
    const jumps = levels.filter((level, index) => index > 0 && level > levels[index - 1] + 1)
    return (levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1'])
      .concat(jumps.map((level) => `a jump to h${level}`), document.documentElement.lang ? [] : ['no language'])
  }

  const firstScreen = (limit) => {
    const end = document.querySelector('.tiles').getBoundingClientRect().bottom + scrollY
    return end > limit ? [`the tiles end at ${end.toFixed(0)} px`] : []
  }

  const tapTargets = () => [...document.querySelectorAll('a, summary')].filter(shown).flatMap((element) => {
    const height = element.getBoundingClientRect().height
    return height < 44 ? [`${height.toFixed(0)} px: ${name(element)}`] : []
  })

  // MARK: Focus

  const reachable = () => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter(shown).length

  const focused = () => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const style = getComputedStyle(element)
    return { name: `${element.tagName} ${name(element)}`, visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 }
  }

  // MARK: Contrast

  const channels = (color) => (color.match(/[\d.]+/g) || []).map(Number)
  // A colour as it is seen through its opacity.
  const mixed = (color, below, opacity) => {
    const [front, back] = [channels(color), channels(below)]
    return `rgb(${[0, 1, 2].map((index) => opacity * front[index] + (1 - opacity) * back[index])})`
  }
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => value / 255).map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (left, right) => {
    const [a, b] = [luminance(channels(left)), luminance(channels(right))].sort((x, y) => y - x)
    return (a + 0.05) / (b + 0.05)
  }
  const ground = (element) => {
    for (let parent = element; parent; parent = parent.parentElement) {
      const color = getComputedStyle(parent).backgroundColor
      if (color && channels(color)[3] !== 0 && color !== 'transparent') return color
    }
    return 'rgb(255, 255, 255)'
  }
  // Text in a drawing stands on the last box painted below it, else on the page.
  const under = (text) => {
    const box = text.getBoundingClientRect()
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const boxes = [...text.parentElement.querySelectorAll('rect')].filter((rect) => {
      const area = rect.getBoundingClientRect()
      const isBefore = rect.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
      return isBefore && area.left <= x && x <= area.right && area.top <= y && y <= area.bottom
    })
    return boxes.length ? getComputedStyle(boxes.at(-1)).fill : ground(text.closest('figure'))
  }
  const faintText = () => {
    const own = [...document.querySelectorAll('body *')].filter((element) => shown(element) && !element.closest('svg') &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    const words = own.map((element) => [element, contrast(getComputedStyle(element).color, ground(element))])
    const drawn = drawings().flatMap((svg) => [...svg.querySelectorAll('text')])
      .map((text) => [text, contrast(getComputedStyle(text).fill, under(text))])
    return words.concat(drawn).filter(([, ratio]) => ratio < 4.5).map(([element, ratio]) => `${ratio.toFixed(2)}: ${name(element)}`)
  }
  const faintMarks = () => drawings().flatMap((svg) => {
    const below = ground(svg)
    const fills = [...svg.querySelectorAll('.up, .flat, .down, .dot, .bubble')].map((mark) => getComputedStyle(mark))
      .map((style) => mixed(style.fill, below, parseFloat(style.fillOpacity)))
    const outlines = '.line, .curve, .leader, .cut, .before, .was, .ghost, .target, .moved-up, .moved-down, .axis, .marker, .link, .ours'
    const strokes = [...svg.querySelectorAll(outlines)].map((mark) => getComputedStyle(mark).stroke)
    return [...new Set(fills.concat(strokes))].map((color) => contrast(color, below)).filter((ratio) => ratio < 3)
      .map((ratio) => `${ratio.toFixed(2)} in ${name(svg)}`)
  })

  // MARK: Print

  const split = () => [...document.querySelectorAll('figure.chart')].filter((figure) =>
    getComputedStyle(figure).breakInside !== 'avoid').map((figure) => `may be split: ${name(figure)}`)

  // MARK: Links

  // Whether what the address names stands on the screen.
  const arrived = () => {
    const target = document.querySelector(':target')
    if (!target) return [`nothing is called ${location.hash}`]
    const box = (target.firstElementChild || target).getBoundingClientRect()
    const isOn = box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    return isOn ? [] : [`${location.hash} stands at ${box.left.toFixed(0)}, ${box.top.toFixed(0)}`]
  }

  // Leaves what is printed before the appendix.
  const dropAppendix = () => {
    document.querySelectorAll('main > section > details, main > section > .small, #why:has(figure) > .scroll, #why:has(tr:nth-child(5)) > .scroll, .appendix, #segments, #vendors, .detail, #numbers, #checks, footer').forEach((part) => part.remove())
  }

  const blackOnWhite = () => {
    const style = getComputedStyle(document.body)
    return style.color === 'rgb(0, 0, 0)' && style.backgroundColor === 'rgb(255, 255, 255)'
      ? [] : [`${style.color} on ${style.backgroundColor}`]
  }

  const hiddenTables = () => [...document.querySelectorAll('table')].filter((table) => !shown(table)).map(name)

  // MARK: Numbers

  const texts = (selector) => [...document.querySelectorAll(selector)].map((text) => text.textContent)

  const cells = (selector) => [...document.querySelectorAll(`${selector} tbody tr`)].map((row) =>
    [...row.children].map((cell) => cell.innerText || cell.textContent))

  return {
    oneDrawingAChart, described, smallText, crowdedText, tables, tooWide, identities, headings, firstScreen, tapTargets,
    reachable, focused, faintText, faintMarks, arrived, split, dropAppendix, blackOnWhite, hiddenTables, texts, cells,
  }
})()

// The reading pane. Text arrives as pieces already cut at the marks' ends, and is only ever set as textContent:
// nothing in an article can become markup.
const LAYERS = {
  figure: "Figures", date: "Dates", quote: "Quotations", actor: "Names", frame: "Frame words", hard: "Hard sentences",
  furniture: "Page furniture", at: "What you came for",
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".reader")
  const pane = parentElement.querySelector(".pane")
  const list = parentElement.querySelector(".finds")
  const which = parentElement.querySelector(".which")
  const count = parentElement.querySelector(".count")
  const [previous, next] = parentElement.querySelectorAll(".steps button")

  // n and p work wherever the reader is on the page, except while something is being written.
  const keys = event => {
    if ((event.key !== "n" && event.key !== "p") || event.ctrlKey || event.metaKey || event.altKey) return
    const at = event.composedPath()[0]
    if (at instanceof Element && at.closest("input:not([type=radio]), textarea, select, [contenteditable=true], [role=combobox], canvas")) return
    event.preventDefault()
    root.step?.(event.key === "n" ? 1 : -1)
  }
  root.leave?.()
  document.addEventListener("keydown", keys)
  root.leave = () => document.removeEventListener("keydown", keys)

  const place = JSON.stringify([data.id, data.at])
  const signature = place + data.state
  if (pane.dataset.signature === signature) return root.leave
  const samePlace = pane.dataset.place === place
  const sameArticle = pane.dataset.article === data.id
  const kept = pane.scrollTop
  const keptFind = sameArticle ? pane.dataset.find : undefined
  Object.assign(pane.dataset, { signature, place, article: data.id })

  const body = document.createDocumentFragment()
  const piecesOf = new Map()
  const findsOf = new Map()
  const finds = new Map(data.finds.map(find => [find.id, find]))
  data.pieces.forEach(piece => {
    const element = document.createElement("span")
    element.textContent = piece.text
    if (piece.layers.length) {
      const voices = piece.finds.map(id => finds.get(id).voice).filter(Boolean)
      element.className = ["mark", ...piece.layers, ...voices].join(" ")
      if (piece.tip) element.title = piece.tip
      findsOf.set(element, piece.finds.map(id => finds.get(id)))
      piece.finds.forEach(id => {
        if (!piecesOf.has(id)) piecesOf.set(id, [])
        piecesOf.get(id).push(element)
      })
    }
    body.append(element)
  })
  pane.replaceChildren(body)

  // What the margin lists: everything listed, one layer, or one speaker.
  const groups = [["", find => find.listed, `All (${data.finds.filter(find => find.listed).length})`, ""]]
  for (const layer of new Set(data.finds.map(find => find.layer))) {
    const of = find => find.layer === layer
    if (layer !== "at") groups.push([`layer ${layer}`, of, `${LAYERS[layer]} (${data.finds.filter(of).length})`, "Layers"])
  }
  for (const speaker of new Set(data.finds.map(find => find.speaker).filter(Boolean))) {
    const of = find => find.speaker === speaker
    groups.push([`speaker ${speaker}`, of, `${speaker} (${data.finds.filter(of).length})`, "Quotations by speaker"])
  }
  const chosen = sameArticle ? which.value : ""
  which.replaceChildren()
  groups.forEach(([value, , label, heading]) => {
    let holder = which
    if (heading) {
      holder = [...which.children].find(child => child.label === heading)
      if (!holder) {
        holder = document.createElement("optgroup")
        holder.label = heading
        which.append(holder)
      }
    }
    const option = document.createElement("option")
    option.value = value
    option.textContent = label
    holder.append(option)
  })
  which.value = groups.some(([value]) => value === chosen) ? chosen : ""

  let shown = []
  let current = -1
  const show = (number, { focus = false, scrollText = true } = {}) => {
    if (!shown.length) return
    current = (number + shown.length) % shown.length
    const find = shown[current]
    pane.dataset.find = find.place
    pane.querySelectorAll(".current").forEach(e => e.classList.remove("current"))
    list.querySelectorAll("[aria-current]").forEach(e => e.removeAttribute("aria-current"))
    const pieces = piecesOf.get(find.id) || []
    pieces.forEach(e => e.classList.add("current"))
    const entry = list.children[current]
    const button = entry.firstElementChild
    button.setAttribute("aria-current", "true")
    list.scrollTop = entry.offsetTop - list.offsetTop - list.clientHeight / 2
    if (focus) button.focus({ preventScroll: true })
    if (pieces.length && scrollText) pane.scrollTop = pieces[0].offsetTop - pane.offsetTop - pane.clientHeight / 3
    count.textContent = `${current + 1} of ${shown.length}`
  }
  root.step = way => show(current < 0 && way < 0 ? -1 : current + way)

  const labelled = (tag, className, text) => {
    const element = document.createElement(tag)
    element.className = className
    element.textContent = text
    return element
  }
  const fill = () => {
    const lets = groups.find(([value]) => value === which.value)[1]
    shown = data.finds.filter(lets)
    current = -1
    list.replaceChildren(...shown.map((find, number) => {
      const item = document.createElement("li")
      const button = document.createElement("button")
      button.type = "button"
      const said = labelled("div", "said", "")
      if (find.speaker) said.append(labelled("b", "speaker", find.speaker), " ")
      said.append(labelled("span", "label", find.label))
      button.append(labelled("span", `kind ${find.layer} ${find.voice}`, find.kind), said)
      button.onclick = () => show(number)
      item.append(button)
      return item
    }))
    list.scrollTop = 0
    pane.querySelectorAll(".current").forEach(e => e.classList.remove("current"))
    pane.classList.toggle("one-voice", which.value.startsWith("speaker "))
    pane.querySelectorAll(".picked").forEach(e => e.classList.remove("picked"))
    shown.forEach(find => (piecesOf.get(find.id) || []).forEach(e => e.classList.add("picked")))
    count.textContent = shown.length ? `${shown.length} found` : "nothing of these layers found"
    previous.disabled = next.disabled = !shown.length
  }
  which.onchange = fill
  previous.onclick = () => root.step(-1)
  next.onclick = () => root.step(1)
  list.onkeydown = event => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!way) return
    event.preventDefault()
    const at = [...list.children].indexOf(event.target.closest("li"))
    show(Math.min(Math.max(at + way, 0), shown.length - 1), { focus: true })
  }
  pane.onclick = event => {
    const here = findsOf.get(event.target)
    if (!here || String(document.getSelection() || "")) return
    const narrow = (a, b) => a.length - b.length
    let find = here.filter(one => shown.includes(one)).sort(narrow)[0]
    if (!find) {
      find = [...here].sort(narrow)[0]
      which.value = find.listed ? "" : `layer ${find.layer}`
      fill()
    }
    show(shown.indexOf(find), { scrollText: false })
  }

  fill()
  const again = shown.findIndex(find => find.place === keptFind)
  const wanted = shown.findIndex(find => find.id === data.at)
  if (wanted >= 0 && !samePlace) requestAnimationFrame(() => show(wanted))
  else {
    pane.scrollTop = samePlace ? kept : 0
    if (samePlace && again >= 0) show(again, { scrollText: false })
  }
  return root.leave
}

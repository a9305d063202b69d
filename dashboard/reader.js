// The reading pane. Text arrives as pieces already cut at the marks' ends, and is only ever set as textContent:
// nothing in an article can become markup.
export default function ({ data, parentElement }) {
  const pane = parentElement.querySelector(".pane")
  const list = parentElement.querySelector(".finds")
  const count = parentElement.querySelector(".count")
  const [previous, next] = parentElement.querySelectorAll(".steps button")
  const place = JSON.stringify([data.id, data.at])
  const signature = place + JSON.stringify(data.layers)
  if (pane.dataset.signature === signature) return
  const samePlace = pane.dataset.place === place
  const kept = pane.scrollTop
  pane.dataset.signature = signature
  pane.dataset.place = place

  const body = document.createDocumentFragment()
  const firstPiece = new Map()
  data.pieces.forEach(piece => {
    const element = document.createElement("span")
    element.textContent = piece.text
    if (piece.layers.length) {
      element.className = piece.layers.join(" ")
      if (piece.tip) element.title = piece.tip
      piece.finds.forEach(find => {
        if (!firstPiece.has(find)) firstPiece.set(find, [])
        firstPiece.get(find).push(element)
      })
    }
    body.append(element)
  })
  pane.replaceChildren(body)

  let current = -1
  const show = (number, focus) => {
    if (!data.finds.length) return
    current = (number + data.finds.length) % data.finds.length
    pane.querySelectorAll(".current").forEach(e => e.classList.remove("current"))
    list.querySelectorAll("[aria-current]").forEach(e => e.removeAttribute("aria-current"))
    const pieces = firstPiece.get(data.finds[current].id) || []
    pieces.forEach(e => e.classList.add("current"))
    const entry = list.children[current]
    if (entry) {
      const button = entry.firstElementChild
      button.setAttribute("aria-current", "true")
      list.scrollTop = entry.offsetTop - list.offsetTop - list.clientHeight / 2
      if (focus) button.focus({ preventScroll: true })
    }
    if (pieces.length) pane.scrollTop = pieces[0].offsetTop - pane.offsetTop - pane.clientHeight / 3
    count.textContent = `${current + 1} of ${data.finds.length}`
  }

  list.replaceChildren(...data.finds.map((find, number) => {
    const item = document.createElement("li")
    const button = document.createElement("button")
    const kind = document.createElement("span")
    kind.className = `kind ${find.layer}`
    kind.textContent = find.kind
    const label = document.createElement("span")
    label.textContent = find.label
    button.type = "button"
    button.append(kind, label)
    button.onclick = () => show(number, false)
    item.append(button)
    return item
  }))
  count.textContent = data.finds.length ? `${data.finds.length} found` : "nothing of these layers found"
  previous.disabled = next.disabled = !data.finds.length
  previous.onclick = () => show(current - 1, false)
  next.onclick = () => show(current + 1, false)
  parentElement.querySelector(".reader").onkeydown = event => {
    if (event.key === "n" || event.key === "p") {
      event.preventDefault()
      show(current + (event.key === "n" ? 1 : -1), false)
    }
  }

  const wanted = data.finds.findIndex(find => find.id === data.at)
  if (wanted >= 0 && !samePlace) requestAnimationFrame(() => show(wanted, false))
  else pane.scrollTop = samePlace ? kept : 0
}

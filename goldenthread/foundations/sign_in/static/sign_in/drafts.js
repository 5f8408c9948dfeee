// Keeps what is being typed, now and then, on the server. Nothing is kept in the browser.

const QUIET = 5000 // milliseconds after the last key

for (const place of document.querySelectorAll("[data-keep]")) {
  const form = place.closest("form")
  const said = place.querySelector("[data-kept]")
  let waiting = 0
  let asked = ""

  async function keep() {
    const fields = new FormData(form)
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name)
    const now = JSON.stringify([...fields])
    if (now === asked) return
    const answer = await fetch(place.dataset.keep, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json" },
      redirect: "manual",
    }).catch(() => ({ ok: false }))
    if (!answer.ok) {
      said.textContent = "This could not be kept just now. Nothing on the page is lost."
      return
    }
    const { over } = await answer.json()
    form.elements.namedItem("draft-over").value = over
    form.elements.namedItem("draft-sent").value = over
    asked = JSON.stringify([...new FormData(form)].filter(([, value]) => !(value instanceof File)))
    said.textContent = `Kept at ${new Date().toLocaleTimeString("en-GB", { timeStyle: "short" })}`
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, QUIET)
  })
}

// Everything works without this. It starts the GOV.UK components, makes long selects searchable,
// closes the menu that hides what did not fit, and takes needless stops out of the tab order.
import { initAll } from "./govuk-frontend.min.js"

initAll()

const searchable = document.querySelectorAll("select[data-searchable]")
if (searchable.length) {
  const style = document.createElement("link")
  style.rel = "stylesheet"
  style.href = new URL("./accessible-autocomplete.min.css", import.meta.url)
  const script = document.createElement("script")
  script.src = new URL("./accessible-autocomplete.min.js", import.meta.url)
  script.onload = () => searchable.forEach(makeSearchable)
  document.head.append(style, script)
}

function makeSearchable(select) {
  window.accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.value ? select.selectedOptions[0].text : "",
    showAllValues: true,
    preserveNullOptions: true,
    autoselect: false,
    menuAttributes: { "aria-labelledby": select.id },
  })
}

document.querySelectorAll(".gt-scroll").forEach((box) => {
  if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex")
})

const more = document.querySelector(".gt-more__details")
document.addEventListener("click", (event) => {
  if (more && !more.contains(event.target)) more.open = false
})
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && more?.open) {
    more.open = false
    more.querySelector("summary").focus()
  }
})

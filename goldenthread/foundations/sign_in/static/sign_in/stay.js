// Asks, two minutes before being away ends the session, whether one is still there.

const BEFORE = 2 * 60 * 1000
const OUT = "You have been signed out. Send what you typed all the same: it is kept until you have signed in again."

const dialog = document.querySelector("dialog[data-stay]")
const lasts = Number(dialog.dataset.minutes) * 60 * 1000
let seen = Date.now()

setInterval(() => {
  if (Date.now() - seen > lasts - BEFORE && !dialog.open) dialog.showModal()
}, 5000)

dialog.querySelector("button").addEventListener("click", async () => {
  const answer = await fetch(dialog.dataset.stay).catch(() => ({ ok: false }))
  if (!answer.ok) dialog.querySelector("[role=status]").textContent = OUT
  // Either way one may go on typing; when signed out there is nothing left to ask.
  seen = answer.ok ? Date.now() : Infinity
  if (answer.ok || dialog.dataset.told) dialog.close()
  dialog.dataset.told = answer.ok ? "" : "yes"
})

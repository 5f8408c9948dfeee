// Asks the device for a passkey and posts what it answers. Nothing is kept in the browser.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0))
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
const named = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }))

function toCreate(options, alone) {
  const asked = { ...options, challenge: bytes(options.challenge) }
  asked.user = { ...options.user, id: bytes(options.user.id) }
  asked.excludeCredentials = named(options.excludeCredentials)
  asked.authenticatorSelection = {
    ...options.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone ? { userVerification: "required" } : {}),
  }
  return navigator.credentials.create({ publicKey: asked })
}

function toUse(options) {
  const asked = { ...options, challenge: bytes(options.challenge) }
  asked.allowCredentials = named(options.allowCredentials)
  return navigator.credentials.get({ publicKey: asked })
}

function written(credential) {
  const { response } = credential
  const said = { clientDataJSON: text(response.clientDataJSON) }
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) said[part] = text(response[part])
  }
  if (response.getTransports) said.transports = response.getTransports()
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: said,
    clientExtensionResults: credential.getClientExtensionResults(),
  })
}

async function optionsOf(place) {
  if (!place.dataset.fetch) return JSON.parse(place.dataset.options)
  const answer = await fetch(place.dataset.fetch, { headers: { Accept: "application/json" } })
  if (!answer.ok) throw new Error("the site did not answer")
  return answer.json()
}

async function ask(place) {
  const form = document.getElementById(place.dataset.form)
  const options = await optionsOf(place)
  const alone = form.elements.namedItem("passwordless")
  const credential = place.dataset.passkey === "create"
    ? await toCreate(options.creation_options.publicKey, Boolean(alone && alone.checked))
    : await toUse(options.request_options.publicKey)
  form.elements.namedItem("credential").value = written(credential)
  form.submit()
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) continue
  place.hidden = false
  place.querySelector("button").addEventListener("click", async () => {
    const problem = place.querySelector("[role=alert]")
    problem.replaceChildren()
    try {
      await ask(place)
    } catch (error) {
      problem.append(place.querySelector("template").content.cloneNode(true))
    }
  })
}

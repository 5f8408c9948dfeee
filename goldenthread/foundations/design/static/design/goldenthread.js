// Everything works without this. It starts the GOV.UK components, and makes long selects searchable.
import { initAll } from "./govuk-frontend.min.js"

initAll()

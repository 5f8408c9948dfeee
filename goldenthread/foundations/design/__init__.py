"""How every page looks: GOV.UK's Design System under our own name and colours. The catalogue, with each
component drawn at /design/ in the demonstration:

Pages extend `design/base.jinja` and fill the blocks `title` and `content`, and `before` for a way back. A form
named `form` in the context has its errors in the title and in the summary by itself; a page with other forms fills
the block `errors` with `{{ error_summary(one, two) }}`. Django's messages appear as banners (success in green).
A page that asks once more before what cannot be undone extends or renders `design/confirm.jinja`.

Forms. `{{ form.title.as_field_group() }}` draws any plain Django field. `forms.py`: `GovukForm`, `GovukModelForm`
(error messages, `sections`, `looks`), `Section`; `look.py`: `Look(width, prefix, suffix, inline, hints, rows, size,
revealed_by=("kind", "other"))`; `dates.py`: `DateField`; `fields.py`: `PoundsField`, `CountField`, `TimeOfDayField`,
`Searchable` (a widget: a select that can be searched).
`design/form.jinja`: `error_summary(form, …)`, `fields(form)`, `whole_form(form, csrf_input, button, cancel, warning,
action)`, `buttons(button, cancel, warning)`.

Lists. `listing.py`: `Listing(queryset, request.GET, columns=…, filters=…, sorted_by=…, one="action")`, `Column`;
`filters.py`: `Choice`, `Search`, `Conditions`. `design/lists.jinja`: `filters(list)`,
`{% call(row) listing(list, caption) %}` cells of one row `{% endcall %}`, `table(caption, headings, rows)`,
`frame(caption, headings)`, `pages(list)`.

Showing. `design/show.jinja`: `status(text, tone)` (good, watch, bad, moving, waiting, closed), `rag(value)`,
`empty_state(title, text, action, href)`, `tiles(list)`, `meter(done, of, words)`, `summary(rows, title)`,
`tasks(list)`, `source(says, place, href)`. `design/story.jinja`: `timeline(marks, title)`, `chart(title, svg,
headings, rows, said, note)`, `changed(before, after)`, `what_changed(rows)`. `design/parts.jinja`: `back(href)`,
`sections(pairs, label, request.path)` (the pages of one place), `breadcrumbs(pairs)`, `details(summary)`, `inset()`, `warning(text)`, `banner(text)`, `tabs(title, list)`,
`link_button(href, text)`. Classes: `gt-under` (a second
line in a cell), `gt-panel`, `gt-link-button` (a form's button that looks like a link), `gt-no-print`.

In every template: `static(path)`, `url(name, kwargs={…})`, `address_of(name, …)` ('' where there is no such page), and
the filters `day`, `day_and_time`, `counted("action")`, `listed`, `pounds`. A missing name is an error when printed.
`refusals.py` draws 400, 403, 404, 500 and a refused form without touching the database.
"""

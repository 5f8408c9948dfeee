"""How every page looks: GOV.UK's Design System under our own name and colours. The catalogue:

Pages extend `design/base.jinja` and fill the blocks `title` and `content`, and `before` for a back link
or breadcrumbs. A form named `form` in the context has its errors in the title and in the summary by
itself; a page with other forms fills the block `errors` with `{{ error_summary(one, two) }}`.
Django's messages appear as banners (success in green).

Forms. `{{ form.title.as_field_group() }}` draws any plain Django field. `design/forms.py`: `GovukForm`,
`GovukModelForm` (error messages, `sections`, `looks`); `look.py`: `Look(width, prefix, suffix, inline, hints,
revealed_by=("kind", "other"), size …)`; `dates.py`: `DateField`.
From `design/form.jinja`: `error_summary(form, …)`, `fields(form)`, `whole_form(form, csrf_input, button, cancel,
warning, action)`, `buttons(button, cancel, warning)`.

Lists. `listing.py`: `Listing(queryset, request.GET, columns=…, filters=…, sorted_by=…, one="action")`, `Column`;
`filters.py`: `Choice`, `Search`, `Conditions`. From `design/lists.jinja`: `filters(list)`,
`{% call(row) listing(list, caption) %}` cells of one row `{% endcall %}`, `table(caption, headings, rows)`,
`frame(caption, headings)`, `pages(list)`.

In every template: `static(path)`, `url(name, kwargs={…})`, and the filters `day`, `day_and_time`, `counted("action")`,
`listed`, `pounds`. A name that is missing is an error when printed, never a blank.
"""

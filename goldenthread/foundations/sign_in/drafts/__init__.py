"""Words typed and not yet sent: kept for the person who typed them, and for nobody else.

Three ways lead here: the button "Save for later", a script that saves now and then while one types,
and a form that is sent after the session has ended. Each only ever adds a version; nothing kept is
carried out by itself.

A page takes part by putting `{{ save_for_later(request, draft_here) }}` (from "sign_in/draft.jinja")
inside its form, and, to open with what was kept, `Form(request.POST or None, initial=typed(request))`.
"""

from django.urls import path

from goldenthread.capabilities.dataset.views import bringing, catalogue, keeping

app_name = "dataset"

urlpatterns = [
    path("", catalogue.index, name="index"),
    path("measures/add/", keeping.add_measure, name="add_measure"),
    path("measures/adopt/", catalogue.adopt, name="adopt"),
    path("measures/<slug:code>/", catalogue.measure, name="measure"),
    path("measures/<slug:code>/change/", keeping.change_measure, name="change_measure"),
    path("measures/<slug:code>/table.<slug:kind>", catalogue.measure_file, name="measure_file"),
    path("figures/<int:pk>/", keeping.figure, name="figure"),
    path("figures/<int:pk>/correct/", keeping.correct, name="correct"),
    path("figures.<slug:kind>", catalogue.export, name="export"),
    path("flags/", catalogue.flags, name="flags"),
    path("bring/", bringing.bring, name="bring"),
    path("bring/<int:pk>/", bringing.preview, name="preview"),
    path("bring/<int:pk>/columns/", bringing.columns, name="columns"),
    path("bring/<int:pk>/drop/", bringing.drop, name="drop"),
    path("imports/", catalogue.imports, name="imports"),
    path("imports/<int:pk>/", catalogue.one_import, name="import"),
    path("small-numbers/", keeping.small_numbers, name="small_numbers"),
]

from django.urls import path

from goldenthread.capabilities.yearly_report.views import (
    arranging,
    reading,
    reports,
    signing,
    writing,
)

app_name = "yearly_report"

urlpatterns = [
    path("", reports.index, name="index"),
    path("start/", reports.start, name="start"),
    path("headings/", reports.headings, name="headings"),
    path("headings/<str:edition>/<int:number>/", reports.correct_heading, name="correct-heading"),
    path("<int:pk>/", reports.report, name="report"),
    path("<int:pk>/sections/add/", writing.add_section, name="add-section"),
    path("<int:pk>/sections/<int:section>/", writing.section, name="section"),
    path("<int:pk>/sections/<int:section>/add/", writing.add_block, name="add-block"),
    path("<int:pk>/sections/<int:section>/hold/", writing.hold, name="hold"),
    path("<int:pk>/sections/<int:section>/let-go/", writing.let_go, name="let-go"),
    path("<int:pk>/blocks/<int:block>/write/", writing.write, name="write"),
    path("<int:pk>/blocks/<int:block>/remove/", writing.remove_block, name="remove-block"),
    path("<int:pk>/blocks/<int:block>/history/", writing.block_history, name="block-history"),
    path(
        "<int:pk>/sections/<int:section>/change/", arranging.change_section, name="change-section"
    ),
    path("<int:pk>/sections/<int:section>/move/", arranging.move_section, name="move-section"),
    path("<int:pk>/sections/<int:section>/quote/", arranging.add_quotation, name="add-quotation"),
    path("<int:pk>/blocks/<int:block>/quote/", arranging.change_quotation, name="change-quotation"),
    path("<int:pk>/blocks/<int:block>/move/", arranging.move_block, name="move-block"),
    path(
        "<int:pk>/sections/<int:section>/remove/", arranging.remove_section, name="remove-section"
    ),
    path(
        "<int:pk>/sections/<int:section>/put-back/",
        arranging.put_section_back,
        name="put-section-back",
    ),
    path("<int:pk>/blocks/<int:block>/to/", arranging.move_block_to, name="move-block-to"),
    path("<int:pk>/blocks/<int:block>/put-back/", arranging.put_block_back, name="put-block-back"),
    path("<int:pk>/versions/", reading.versions, name="versions"),
    path("<int:pk>/sent/", signing.sent, name="sent"),
    path("<int:pk>/comment/", writing.comment, name="comment"),
    path("<int:pk>/comments/<int:comment>/settle/", writing.settle_comment, name="settle-comment"),
    path("<int:pk>/preview/", reading.preview, name="preview"),
    path("<int:pk>/proof/", reading.proof, name="proof"),
    path("<int:pk>/print/", reading.print_out, name="print"),
    path("<int:pk>/download/<slug:form>/", reading.download, name="download"),
    path("<int:pk>/sign/", signing.sign, name="sign"),
    path("<int:pk>/steps/<slug:step>/", signing.step, name="step"),
]

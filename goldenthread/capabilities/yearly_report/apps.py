from django.apps import AppConfig

from goldenthread.foundations.capability import Capability


class YearlyReportConfig(Capability, AppConfig):
    name = "goldenthread.capabilities.yearly_report"
    slug = "yearly-report"
    title = "Yearly report"
    order = 90

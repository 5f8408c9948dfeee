from django.apps import AppConfig

from goldenthread.foundations.capability import Capability


class BusinessPlanConfig(Capability, AppConfig):
    name = "goldenthread.capabilities.business_plan"
    slug = "business-plan"
    title = "Business plan"
    order = 10

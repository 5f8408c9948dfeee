from django.apps import AppConfig

from goldenthread.foundations.capability import Capability


class DatasetConfig(Capability, AppConfig):
    name = "goldenthread.capabilities.dataset"
    slug = "dataset"
    title = "Figures"
    order = 40

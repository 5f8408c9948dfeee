from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "goldenthread.foundations.messages"
    label = "post"  # `messages` is Django's own label for the notices at the top of a page

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings.production")
application = get_wsgi_application()

# What was loaded so far lives as long as the process. Without this the collector walks all of it
# again every few dozen pages, and whoever asks just then waits a tenth of a second for it.
gc.collect()
gc.freeze()

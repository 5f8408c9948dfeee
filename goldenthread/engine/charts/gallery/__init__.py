"""Every chart on one page, from invented figures, so that they can be looked at."""

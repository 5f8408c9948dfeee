"""What is asked in the thread, one file a page or a few that belong together."""

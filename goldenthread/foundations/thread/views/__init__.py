"""Every page of the thread: get, ask, act, answer."""

"""Hands that never leave the keyboard: Tab to a thing, then type, tick or press."""

MOST_STOPS = 150
HOLDS_FOCUS = "wanted => document.activeElement && document.activeElement.matches(wanted)"


class Keyboard:
    def __init__(self, page):
        self.page = page

    def reach(self, wanted: str) -> None:
        """Tab, from the top of the page, until this (a CSS selector) holds the focus."""
        self.page.evaluate("document.activeElement && document.activeElement.blur()")
        assert self.page.locator(wanted).count(), f"{wanted} is not on {self.page.url}"
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(HOLDS_FOCUS, wanted):
                return
        raise AssertionError(f"Tab never came to {wanted} on {self.page.url}")

    def write(self, wanted: str, words: str) -> None:
        self.reach(wanted)
        self.page.keyboard.type(words)

    def press(self, wanted: str, key: str = "Enter") -> None:
        """Go where a link or button leads."""
        self.reach(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def tick(self, wanted: str) -> None:
        self.reach(wanted)
        self.page.keyboard.press("Space")

    def choose(self, group: str, steps: int) -> None:
        """The radio so many below the first: a group is one stop of Tab, and arrows move in it."""
        self.reach(f"{group} input[type=radio]")
        self.page.keyboard.press("Space")
        for _ in range(steps):
            self.page.keyboard.press("ArrowDown")

    def hand_over(self, wanted: str, file) -> None:
        self.reach(wanted)
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Space")
        asked.value.set_files(file)

"""Every component on one page, with the words of the field. Only the demonstration and the tests have it."""

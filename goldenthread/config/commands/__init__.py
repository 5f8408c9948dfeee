"""The commands that need the site, one a file, each with `main(arguments) -> exit code`."""

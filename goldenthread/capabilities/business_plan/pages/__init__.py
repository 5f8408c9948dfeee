"""What is shown, gathered for the templates; no HTML."""

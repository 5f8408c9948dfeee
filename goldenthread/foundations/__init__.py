"""What every capability stands on. Imports run one way; pyproject.toml holds the order."""

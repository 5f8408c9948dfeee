"""Where this checkout stands. Apart from the settings, so that reading it starts nothing."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

"""The pages of the yearly report: `reports` (the list and one report), `writing`, `reading`, `signing`, `public`."""

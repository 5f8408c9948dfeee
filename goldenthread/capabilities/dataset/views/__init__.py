"""The pages of figures: the catalogue, one measure, one figure, bringing figures in, and settings."""

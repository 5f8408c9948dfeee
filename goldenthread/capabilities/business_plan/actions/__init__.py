"""Everything that changes in the business plan. Each asks permission, changes, and leaves one mark."""

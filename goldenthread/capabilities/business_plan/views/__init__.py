"""The pages of the business plan, one file a noun."""

"""What is asked about the plan, one file a noun."""

"""What each page of the thread says, ready to print. No database, no HTML."""

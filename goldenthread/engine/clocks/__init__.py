"""`goldenthread clock`: what a time limit falls due on, and why, with England's bank holidays."""

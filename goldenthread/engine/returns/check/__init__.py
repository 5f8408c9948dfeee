"""`goldenthread check`: check a return on a laptop, without a server."""

"""The demonstration: an embedded database, the site, its worker, and a made-up region to look at.

`goldenthread demo` sets all of it up, leaves it running and comes back; `goldenthread stop` stops it.
"""

"""Invented returns for testing and training. Nothing in them is about anybody.

`goldenthread synthesise cin --children 5000 --seed 1 cin.xml` writes a return that passes every
rule; `--faults` plants known faults and writes down which, so that a validator can be tried;
`--last-year` writes the return of the year before too, of the same council, for figures that need both.
"""

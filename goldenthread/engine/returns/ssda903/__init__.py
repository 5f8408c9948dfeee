"""The children looked after return (SSDA903): a set of CSV files, or one XML.

    given = opening.open_return([Path("episodes.csv"), …], last_year=[…])
    given.tables["Episodes"]        typed, with the row's position in `#Episodes`

Its validation rules are not checked in this version; `goldenthread rules --return 903` lists them.
"""

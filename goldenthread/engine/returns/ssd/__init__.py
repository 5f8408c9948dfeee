"""The Standard Safeguarding Dataset: 48 tables, each as a CSV file, told apart by their columns.

    given = dataset.open_files([Path("ssd_person.csv"), …])
    given.tables["ssd_person"]      typed

Names of keys are not wholly consistent where the dataset is published, so `refers` in fields.csv is
what was meant and is not enforced.
"""

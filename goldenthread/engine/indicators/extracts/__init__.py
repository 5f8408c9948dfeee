"""What is counted from what stood in a council's system on one day: Annex A, and the Standard
Safeguarding Dataset. Neither is a return for a year, and neither says which day that was.
"""

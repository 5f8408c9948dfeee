"""What is counted from a children looked after return (SSDA903): indicators 25 to 45.

Children under a series of short breaks (legal status V3 and V4) are left out of every line.
"""

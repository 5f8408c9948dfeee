"""What is counted from the Standard Safeguarding Dataset: each visit and each missing episode, over
the years that it holds, and what it says of the day on which it was drawn.
"""

"""What is due: one table that capabilities write and the inbox reads.

Asking twenty capabilities at each page what is due would be twenty queries; here it is one.
"""

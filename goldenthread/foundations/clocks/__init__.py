"""What is due: one table that capabilities write and the inbox reads; and the days a partnership is closed.

Asking twenty capabilities at each page what is due would be twenty queries; here it is one.
"""

"""The business plan: what the partnership will do, who answers for it, and how far it has come.

Members rank what worries them most in a ballot; the ranking becomes priorities; priorities have
objectives, each with owners, a due date, a measure and the difference it will make for children.
Owners tell progress with evidence, managers rate, and a page for the chair says it all on one sheet.
"""

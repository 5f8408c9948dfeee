"""The only place that knows what today is, and which days are working days in England."""

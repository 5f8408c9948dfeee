"""From figures as read to observations as kept: first a plan that can be shown, then all or nothing."""

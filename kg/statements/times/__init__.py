"""Time expressions -> closed intervals of days: when something was said, and the times that a content speaks of."""

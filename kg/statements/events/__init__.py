"""Votes, meetings, sanctions and their like, each by the voice that tells it; drafts, mandates and regimes."""

"""The panes. A widget shows what it is told and posts what was asked of it; it knows no other."""

"""Whole screens: the browser itself, and what opens above it."""

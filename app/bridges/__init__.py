"""Bridges on the screen."""

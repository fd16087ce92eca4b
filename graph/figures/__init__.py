"""Figures for everybody: what the town did, and which figures that can hurt the municipality chose to publish."""

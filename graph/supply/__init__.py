"""What parties need and offer: which fit each other and why, the market of all, and rings in which everybody gains."""

"""What leaves the house by itself: what is new as a feed, and the list of public pages; never a person."""

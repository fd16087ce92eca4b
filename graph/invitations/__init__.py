"""Who to invite, in which order, and why.

subject.py     what was chosen, with everything below it in the trees
candidates.py  who touches it, how, and on which basis they may be asked
selection.py   the choice itself: relevance and coverage, greedy, without a database
lists.py       the list as one answer
guests.py      guests the organiser thinks of, by name
wider.py       what the subject or the area would give alone
meetings.py    meetings, and the invitations that were put ready for them
"""

from graph.invitations.lists import Gap, InvitationList, Place, make
from graph.invitations.subject import Item, Subject

__all__ = ["Gap", "InvitationList", "Item", "Place", "Subject", "make"]

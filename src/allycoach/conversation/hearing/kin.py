"""Words for people by what they are to somebody."""

from .words import stems

KIN = frozenset(
    stems(
        """
wife husband partner boyfriend girlfriend fiance ex mum mother mam dad father parents son daughter child children kid kids
brother sister siblings gran nan grandmother grandad grandfather uncle aunt auntie cousin nephew niece grandson
granddaughter grandchildren friend mate boss manager neighbour
"""
    )
)
ROLES = frozenset(
    stems(
        """
woman man lad lass girl boy lady bloke fella chap person supervisor gaffer lead colleague teacher tutor doctor nurse adviser
coach director vicar landlord customer lot team crew people women men girls lads lodger cat dog
"""
    )
)
"""What somebody is that a name may stand beside."""

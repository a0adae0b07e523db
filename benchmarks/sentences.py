"""Words of our own that measurements put into documents; the same for the same seed."""

import random

_SUBJECTS = ("The Recipient", "Each Party", "The Supplier", "An Affiliate", "The Operator", "The Holder")
_DUTIES = (
    "shall keep a record of every release",
    "may publish a summary of its tests",
    "must name a person who answers for errors",
    "shall return all copies on request",
    "agrees to review the schedule once a quarter",
    "may appoint an auditor at its own cost",
)
_LIMITS = (
    "for {0} months after the last delivery",
    "within {0} days of a written request",
    "unless the other side objects within {0} days",
    "up to {0} times in a calendar year",
)
_ENDS = ("and bears the cost of it", "without any further fee", "in every region it serves", "as the annex describes")
_PHRASES = (
    "without undue delay",
    "in writing",
    "at its own expense",
    "where this is practicable",
    "in good faith",
    "as of the same day",
)
_WORDS = (
    "promptly",
    "reasonable",
    "written",
    "material",
    "annual",
    "quarterly",
    "applicable",
    "competent",
    "separate",
    "ordinary",
    "mutual",
    "binding",
)
_TERMS = ("Permitted Work", "Reference Build", "Service Window", "Named User", "Closing Date", "Field of Work")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def sentence(chance: random.Random) -> str:
    """Return a sentence of a clause."""
    limit = chance.choice(_LIMITS).format(chance.randint(3, 96))
    return f"{chance.choice(_SUBJECTS)} {chance.choice(_DUTIES)} {limit}, {chance.choice(_ENDS)}."


def phrase(chance: random.Random) -> str:
    """Return a few words that can stand after any other."""
    return chance.choice(_PHRASES)


def word(chance: random.Random) -> str:
    """Return one word."""
    return chance.choice(_WORDS)


def term(chance: random.Random) -> str:
    """Return what a defined term could be called."""
    return chance.choice(_TERMS)


def month(chance: random.Random) -> str:
    """Return the name of a month."""
    return chance.choice(_MONTHS)

"""The currency that words name, so that sums are shown with it and compared only where it is the same."""

import re

_DOLLARS = (
    ("USD", r"\bUSD|\bU\.?\s?S\.?A?\.?\s*(?:\$|dollars)|United\s+States\s+dollars"),
    ("CAD", r"\bCAD|\bCDN|\bCA?\s?\$|Canadian\s+dollars"),
    ("AUD", r"\bAUD|\bAU?\s?\$|Australian\s+dollars"),
    ("NZD", r"\bNZD?\s?\$|\bNZD"),
    ("SGD", r"\bSGD|\bS\s?\$|Singapore\s+dollars"),
    ("HKD", r"\bHKD?\s?\$|\bHKD|Hong\s+Kong\s+dollars"),
)
_OTHERS = (
    ("EUR", r"€|\bEUR\b|\beuros?\b"),
    ("GBP", r"£|\bGBP\b|\bpounds?\b"),
    ("CHF", r"\bCHF\b|\bSwiss\s+francs?\b"),
    ("INR", r"₹|\bINR\b|\bRs\b|\brupees?\b"),
    ("CNY", r"\bCNY\b|\bRMB\b|\brenminbi\b|\byuan\b"),
    ("JPY", r"¥|\bJPY\b|\byen\b"),
    ("$", r"\$|\bdollars?\b"),
)
_CURRENCIES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in (*_DOLLARS, *_OTHERS))
_CODE = re.compile(r"\b(?:SEK|NOK|DKK|PLN|ZAR|BRL|ILS)\b", re.IGNORECASE)


def currency_of(words: str) -> str:
    """Return the code of the currency of a sum of money as written; "$" for dollars of no country, "" for none."""
    named = next((name for name, pattern in _CURRENCIES if pattern.search(words)), "")
    if named:
        return named
    code = _CODE.search(words)
    return code.group().upper() if code else ""

"""Numbers as words and as Roman numerals."""

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def number_in_words(number: int) -> str:
    """Return a number from 0 to 999 in words: "one hundred eighty", "forty-five"."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return f"{TENS[tens - 2]}-{UNITS[units]}" if units else TENS[tens - 2]
    hundreds, rest = divmod(number, 100)
    return f"{UNITS[hundreds]} hundred" + (f" {number_in_words(rest)}" if rest else "")


def roman(number: int) -> str:
    """Return a number above 0 as a Roman numeral in small letters."""
    digits = []
    for worth, digit in _ROMAN:
        count, number = divmod(number, worth)
        digits.append(digit * count)
    return "".join(digits)

"""The characters that fonts of symbols show, which have them at codes of their own (ECMA-376-1 17.3.3.30)."""

_REPLACEMENT = "\ufffd"
_PRIVATE = 0xF000  # where a font of symbols has its 256 codes in Unicode

_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)
_WINGDINGS = {
    0x20: " ✏✂✁👓🕭🕮🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓",
    0x6A: "&&●❍■☐◻❑❒⬧⧫◆❖⬥☒⍓⌘❀✿❝❞",
    0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿",
    0x9E: "·•▪○⭕◯◉◎◦▪☐▲✦★✶✴✹✵",
    0xD8: "➢",
    0xDF: "←→↑↓↖↗↙↘⬅➔",
    0xEF: "⇦⇨⇧⇩⬄⇳",
    0xF9: "▭▫✗✓☒☑",
}
_WINGDINGS_2 = {0x4F: "✗✓☒☑☒☒☒", 0xA3: "☐"}
_WEBDINGS = {0x61: "✔", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✘"}


def _table(rows: dict[int, str]) -> dict[int, str]:
    return {first + place: character for first, row in rows.items() for place, character in enumerate(row)}


_FONTS = {
    "symbol": _table({0x20: _SYMBOL[0], 0xA0: _SYMBOL[1]}),
    "wingdings": _table(_WINGDINGS),
    "wingdings 2": _table(_WINGDINGS_2),
    "webdings": _table(_WEBDINGS),
}


def symbol(font: str, code: int) -> str:
    """Return the character that `font` shows at `code`; U+FFFD where that cannot be told.

    A font of symbols may be asked with the code of its own or with that in the private area of Unicode.
    """
    known = _FONTS.get(font.lower())
    if known is not None and (code < 0x100 or _PRIVATE <= code <= _PRIVATE + 0xFF):
        return known.get(code & 0xFF, _REPLACEMENT)
    plain = 0x20 <= code <= 0x10FFFF and not 0xE000 <= code <= 0xF8FF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if plain else _REPLACEMENT


def in_font(text: str, font: str) -> str:
    """Return `text` with what stands in the private area of Unicode shown as `font` has it, where that is known."""
    known = _FONTS.get(font.lower())
    if known is None:
        return text
    return "".join(
        known.get(ord(each) - _PRIVATE, each) if _PRIVATE <= ord(each) <= _PRIVATE + 0xFF else each for each in text
    )

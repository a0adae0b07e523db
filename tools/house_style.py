"""An empty A4 Word document with nothing in it but what we put there, and how its styles are made."""

from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

SERIF = "Palatino Linotype"
SANS = "Arial"
INK = "1F2933"
NAVY = "1B365D"
GREY = "5F6B76"
RULE = "C9CFD6"
SHADE = "F1F3F6"

_KEPT_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
_SETTINGS = f"""<w:settings {nsdecls("w")}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="567"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="en-GB"/>
</w:settings>"""
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office Word</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph style differs from the style it is based on; None leaves a trait as it is.

    Lengths are in points, `indent` and `hanging` in centimetres.
    """

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    lines: float | None = None
    indent: float | None = None
    hanging: float | None = None
    keep_next: bool | None = None
    small_caps: bool | None = None
    outline: int | None = None
    rule_below: str | None = None
    bar_left: str | None = None


def empty_document(
    *, font: str, size: float, margins: tuple[float, float, float, float] = (2.5, 2.3, 2.3, 2.3)
) -> Document:
    """Return an A4 document whose only styles are the defaults; margins are top, right, bottom, left in centimetres."""
    document = docx.Document()
    package = document.part.package
    for key, relationship in list(package.rels.items()):
        if relationship.reltype.endswith("/thumbnail"):
            del package.rels[key]
        elif relationship.reltype.endswith("/extended-properties"):
            relationship.target_part._blob = _APP  # noqa: SLF001 - python-docx has no other way
    for key, relationship in list(document.part.rels.items()):
        if relationship.reltype.endswith(("/customXml", "/stylesWithEffects")):
            del document.part.rels[key]
    _replace_children(document.settings.element, parse_xml(_SETTINGS))
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT_STYLES:
            styles.remove(style)
    numbering = document.part.numbering_part.element
    _replace_children(numbering, parse_xml(f"<w:numbering {nsdecls('w')}/>"))
    _set_defaults(document, font, size)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = (Cm(margin) for margin in margins)
    page.header_distance = page.footer_distance = Cm(1.2)
    return document


def add_style(
    document: Document, name: str, look: Look, *, based_on: str = "Normal", following: str = ""
) -> ParagraphStyle:
    """Add the paragraph style `name`, after which a new paragraph takes the style `following`."""
    builtin = name.startswith(("Heading", "Title", "Subtitle", "Body Text", "List", "Header", "Footer"))
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
    style.base_style = document.styles[based_on]
    style.quick_style = True
    dress(style, look)
    if following:
        style.next_paragraph_style = document.styles[following]
    return style


def dress(style: ParagraphStyle, look: Look) -> None:
    """Give `style` the traits that `look` states."""
    _dress_font(style, look)
    paragraph = style.paragraph_format
    paragraph.keep_with_next = look.keep_next
    if look.before is not None:
        paragraph.space_before = Pt(look.before)
    if look.after is not None:
        paragraph.space_after = Pt(look.after)
    if look.lines is not None:
        paragraph.line_spacing = look.lines
    if look.indent is not None:
        paragraph.left_indent = Cm(look.indent)
    if look.hanging is not None:
        paragraph.first_line_indent = Cm(-look.hanging)
    _add_borders(style, look)
    if look.outline is not None:
        outline = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{look.outline}"/>')
        style.element.get_or_add_pPr().append(outline)


def _dress_font(style: ParagraphStyle, look: Look) -> None:
    font = style.font
    if look.font is not None:
        font.name = look.font
        for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
            style.element.rPr.rFonts.set(qn(script), look.font)
    if look.size is not None:
        font.size = Pt(look.size)
    if look.colour is not None:
        font.color.rgb = RGBColor.from_string(look.colour)
    font.bold, font.italic, font.small_caps = look.bold, look.italic, look.small_caps


def add_character_style(document: Document, name: str, *, bold: bool | None = None, colour: str | None = None) -> None:
    """Add a character style."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.font.bold = bold
    if colour is not None:
        style.font.color.rgb = RGBColor.from_string(colour)


def add_table_style(document: Document, name: str, *, padding: int = 85) -> None:
    """Add a table style: hair lines between rows, a shaded first row in bold; `padding` in twentieths of a point."""
    document.styles.element.append(
        parse_xml(
            f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">
  <w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="60" w:type="dxa"/><w:left w:w="{padding}" w:type="dxa"/>
      <w:bottom w:w="60" w:type="dxa"/><w:right w:w="{padding}" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""
        )
    )


def add_grid_style(document: Document, name: str) -> None:
    """Add a table style: hair lines around every cell."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{GREY}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    document.styles.element.append(
        parse_xml(
            f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">
  <w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>
  <w:tblPr>
    <w:tblBorders>{sides}</w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="45" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="25" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
</w:style>"""
        )
    )


def add_field(paragraph: docx.text.paragraph.Paragraph, instruction: str) -> None:
    """Add a simple field, such as PAGE, to `paragraph`."""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _set_defaults(document: Document, font: str, size: float) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    new = parse_xml(
        f"""<w:docDefaults {nsdecls("w")}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>
    <w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>
    <w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""
    )
    defaults.getparent().replace(defaults, new)


def _add_borders(style: ParagraphStyle, look: Look) -> None:
    if look.rule_below is None and look.bar_left is None:
        return
    left = f'<w:left w:val="single" w:sz="18" w:space="8" w:color="{look.bar_left}"/>' if look.bar_left else ""
    below = f'<w:bottom w:val="single" w:sz="6" w:space="3" w:color="{look.rule_below}"/>' if look.rule_below else ""
    properties = style.element.get_or_add_pPr()
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{left}{below}</w:pBdr>")
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _replace_children(element: docx.oxml.xmlchemy.BaseOxmlElement, source: docx.oxml.xmlchemy.BaseOxmlElement) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(source):
        element.append(child)

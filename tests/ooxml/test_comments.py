"""Comments, and what Word keeps about them in other parts."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.errors import EditsError
from app.ooxml.changes import Deletion, Place, Remark, Reply, Rewording
from app.ooxml.comments import Comments, find_anchor
from app.ooxml.cuts import Ids
from app.ooxml.marks import Stamp
from app.ooxml.names import MC, W14, W15, W16CID, R, W, w
from app.ooxml.package import open_package
from app.ooxml.proof import Claim, prove
from app.ooxml.writer import write_changes
from app.text.diff import TextEdit

PATH = Path("contract.docx")
MAIN = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TEXT = "<w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p>"
ASKED = (
    '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Fees</w:t></w:r><w:commentRangeEnd w:id="7"/>'
    '<w:r><w:commentReference w:id="7"/></w:r></w:p>'
)
NAMED = (
    f'<w:comments xmlns:w14="{W14}" mc:Ignorable="w14"><w:comment w:id="7" w:author="Bo">'
    '<w:p w14:paraId="0000000A"><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>'
)
UNNAMED = (
    '<w:comments><w:comment w:id="7" w:author="Bo"><w:p/><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>'
)


def extended(*entries):
    return f'<w15:commentsEx xmlns:w15="{W15}">{"".join(entries)}</w15:commentsEx>'


def entry(name, *, done="0", parent=""):
    answered = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{name}"{answered} w15:done="{done}"/>'


def members(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def commenting(package, author="Ann Reviewer", session=""):
    return Comments(package, Stamp(author, datetime(2026, 1, 2, tzinfo=UTC), Ids({"7"}), session=session))


def saved(package):
    return open_package(package.save(), PATH)


def part(package, kind):
    return package.tree(package.related(package.main, kind)[0])


def texts(package):
    return ["".join(each.itertext()) for each in part(package, "comments")]


def names(package):
    """Return the ids of the last paragraphs of all comments."""
    return [comment[-1].get(f"{{{W14}}}paraId") for comment in part(package, "comments")]


def entries(package):
    """Return the id, the parent and the state of each comment as the list of threads has them."""
    return [
        tuple(each.get(f"{{{W15}}}{name}") for name in ("paraId", "paraIdParent", "done"))
        for each in part(package, "commentsExtended")
    ]


@pytest.fixture
def opened(make_package):
    """Open a package with this body and these parts."""

    def build(body=TEXT, *, strict=False, **parts):
        files = members(make_package(body, **parts))
        if strict:
            files[MAIN] = files[MAIN].replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        return open_package(packed(files), PATH)

    return build


@pytest.fixture
def commented(opened):
    """Give a package after a comment on its first paragraph."""

    def build(body=TEXT, text="One.\nTwo.", **parts):
        package = opened(body, **parts)
        commenting(package).add_to_paragraph(text, next(package.edit(MAIN).iter(w("p"))))
        return saved(package)

    return build


@pytest.fixture
def answered(opened):
    """Give a package after an answer to its comment 7."""

    def build(body=ASKED, text="Because.", **parts):
        package = opened(body, **parts)
        commenting(package).reply("7", text)
        return saved(package)

    return build


# the parts beside the text


@pytest.mark.parametrize(
    ("kind", "relationship"),
    [
        ("comments", f"{R}/comments"),
        ("commentsExtended", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"),
        ("commentsIds", "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"),
        ("people", "http://schemas.microsoft.com/office/2011/relationships/people"),
    ],
)
def test_a_part_that_is_missing_is_added_with_its_type_and_its_relationship(commented, kind, relationship):
    package = commented()
    (name,) = package.related(package.main, kind)
    types = [each.get("Type") for each in package.tree("word/_rels/document.xml.rels")]
    assert package.content_type(name) == f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    assert types.count(relationship) == 1


def test_a_strict_document_gets_its_comments_in_strict_terms(opened):
    package = opened(strict=True)
    commenting(package).add_to_paragraph("Why", next(package.edit(MAIN).iter(w("p"))))
    data = members(package.save())
    assert b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in data[RELATIONSHIPS]
    assert b'Type="http://schemas.microsoft.com/office/2011/relationships/people"' in data[RELATIONSHIPS]
    assert b'"http://purl.oclc.org/ooxml/wordprocessingml/main"' in data["word/comments.xml"]


def test_a_part_is_never_added_under_a_name_that_is_taken(make_package):
    files = members(make_package(TEXT)) | {"word/people.xml": b"<other/>"}
    package = open_package(packed(files), PATH)
    commenting(package).add_to_paragraph("Why", next(package.edit(MAIN).iter(w("p"))))
    assert members(package.save())["word/people.xml"] == b"<other/>"
    assert saved(package).related(MAIN, "people") == ("word/people2.xml",)


def test_comments_go_to_the_part_that_lists_them_whatever_its_name(make_package):
    files = members(make_package(TEXT, comments=NAMED))
    files["word/notes/remarks.xml"] = files.pop("word/comments.xml")
    files[RELATIONSHIPS] = files[RELATIONSHIPS].replace(b"comments.xml", b"notes/remarks.xml")
    package = open_package(packed(files), PATH)
    commenting(package).add_to_paragraph("Mine", next(package.edit(MAIN).iter(w("p"))))
    assert saved(package).related(MAIN, "comments") == ("word/notes/remarks.xml",)
    assert texts(saved(package)) == ["Why?", "Mine"]


def test_lists_that_are_there_are_only_added_to(commented):
    package = commented(
        comments=NAMED,
        commentsExtended=extended(entry("0000000A", done="1")),
        commentsIds=f'<cid:commentsIds xmlns:cid="{W16CID}"><cid:commentId cid:paraId="0000000A" '
        'cid:durableId="00000001"/></cid:commentsIds>',
    )
    assert entries(package)[0] == ("0000000A", None, "1")
    assert part(package, "commentsIds")[0].get(f"{{{W16CID}}}durableId") == "00000001"
    assert len(entries(package)) == len(part(package, "commentsIds")) == 2


def test_the_last_paragraph_of_a_comment_has_the_id_by_which_lists_name_it(commented):
    package = commented()
    (name,) = names(package)
    assert entries(package) == [(name, None, "0")]
    assert [each.get(f"{{{W16CID}}}paraId") for each in part(package, "commentsIds")] == [name]


def test_ids_are_the_same_each_time_and_below_what_word_takes(commented):
    first, second = commented(), commented()
    assert names(first) == names(second)
    assert 0 < int(names(first)[0], 16) < 0x80000000
    assert first.read("word/commentsIds.xml") == second.read("word/commentsIds.xml")


def test_no_id_is_used_twice_in_the_package(commented):
    (taken,) = names(commented())
    package = commented(TEXT.replace("<w:p>", f'<w:p xmlns:w14="{W14}" w14:paraId="{taken.lower()}">'))
    assert names(package) != [taken]


@pytest.mark.parametrize(
    ("comments", "ignoring"),
    [
        (NAMED, None),
        (UNNAMED, "w14"),
        (NAMED.replace('"w14"', '"other"').replace(" mc:", ' xmlns:other="urn:other" mc:'), "w14"),
    ],
)
def test_readers_that_do_not_know_the_namespace_of_the_id_may_pass_over_it(commented, comments, ignoring):
    (mine,) = part(commented(text="Mine", comments=comments), "comments")[-1]
    assert mine.get(f"{{{MC}}}Ignorable") == ignoring
    assert mine.nsmap["w14"] == W14


def test_a_new_list_of_comments_says_itself_what_may_be_passed_over(commented):
    assert part(commented(), "comments").get(f"{{{MC}}}Ignorable") == "w14"


def test_the_author_is_listed_once_and_with_no_account(opened):
    package = opened()
    comments = commenting(package, "Ann Reviewer")
    comments.add_to_paragraph("One", package.edit(MAIN)[0][0])
    comments.add_to_paragraph("Two", package.edit(MAIN)[0][0])
    (person,) = part(saved(package), "people")
    assert [*person.attrib.values(), *person[0].attrib.values()] == ["Ann Reviewer", "None", "Ann Reviewer"]


def test_people_who_are_listed_keep_their_accounts(commented):
    known = (
        f'<w15:people xmlns:w15="{W15}"><w15:person w15:author="Ann Reviewer"><w15:presenceInfo w15:providerId="AD" '
    )
    known += 'w15:userId="S::ann"/></w15:person></w15:people>'
    assert [person[0].get(f"{{{W15}}}userId") for person in part(commented(people=known), "people")] == ["S::ann"]


def test_paragraphs_of_a_comment_carry_the_session(opened):
    package = opened()
    commenting(package, session="00ABCDEF").add_to_paragraph("Why", package.edit(MAIN)[0][0])
    assert [p.get(w("rsidR")) for p in part(saved(package), "comments")[0]] == ["00ABCDEF"]


# answers


def test_an_answer_has_the_range_of_the_comment_and_stands_in_its_thread(answered, shown):
    package = answered(comments=NAMED, commentsExtended=extended(entry("0000000A")))
    assert shown(package.tree(MAIN)[0][0]) == (
        "<p><commentRangeStart/><commentRangeStart/><r><t>Fees</t></r><commentRangeEnd/><commentRangeEnd/>"
        "<r><commentReference/></r><r><commentReference/></r></p>"
    )
    assert entries(package) == [("0000000A", None, "0"), (names(package)[1], "0000000A", "0")]
    assert texts(package) == ["Why?", "Because."]


def test_answers_stand_in_their_order(opened):
    package = opened(ASKED, comments=NAMED)
    comments = commenting(package)
    comments.reply("7", "One")
    comments.reply("7", "Two")
    assert [mark.get(w("id")) for mark in package.tree(MAIN).iter(w("commentReference"))] == ["7", "1", "2"]


def test_an_answer_to_an_answer_is_one_to_the_first_of_the_thread(answered):
    listed = extended(entry("0000000B"), entry("0000000A", parent="0000000b"))
    assert entries(answered(comments=NAMED, commentsExtended=listed))[-1][1] == "0000000B"


def test_threads_that_answer_each_other_do_not_hang(answered):
    listed = extended(entry("0000000B", parent="0000000A"), entry("0000000A", parent="0000000B"))
    assert len(entries(answered(comments=NAMED, commentsExtended=listed))) == 3


def test_a_resolved_thread_stays_resolved(answered):
    package = answered(comments=NAMED, commentsExtended=extended(entry("0000000A", done="1")))
    assert [done for _, _, done in entries(package)] == ["1", "1"]


def test_a_comment_without_an_id_gets_one_and_nothing_else(answered):
    package = answered(comments=UNNAMED)
    theirs, _ = part(package, "comments")
    assert [each[:2] for each in entries(package)] == [
        (names(package)[0], None),
        (names(package)[1], names(package)[0]),
    ]
    assert dict(theirs[0].attrib) == {}
    assert set(theirs[1].attrib) == {f"{{{W14}}}paraId", f"{{{MC}}}Ignorable"}


def test_a_comment_on_a_point_is_answered_at_that_point(answered, shown):
    point = '<w:p><w:r><w:t>Fees</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    assert shown(answered(point, comments=NAMED).tree(MAIN)[0][0]) == (
        "<p><r><t>Fees</t></r><r><commentReference/></r><commentRangeStart/><commentRangeEnd/>"
        "<r><commentReference/></r></p>"
    )


def test_the_proof_lets_an_earlier_comment_have_the_id_that_its_answer_needs(make_package):
    data = make_package(ASKED, comments=UNNAMED)
    package = open_package(data, PATH)
    comments = commenting(package)
    comments.reply("7", "Because.")
    claim = Claim((), comments.made, {MAIN: ("Fees",)}, (*package.records, *comments.grown))
    assert prove(open_package(data, PATH), saved(package), claim) == ()


def test_the_proof_sees_an_earlier_comment_that_is_changed(make_package):
    data = make_package(ASKED, comments=UNNAMED)
    package = open_package(data, PATH)
    comments = commenting(package)
    comments.reply("7", "Because.")
    next(part(package, "comments").iter(w("t"))).text = "Other"
    claim = Claim((), comments.made, {MAIN: ("Fees",)}, (*package.records, *comments.grown))
    assert prove(open_package(data, PATH), saved(package), claim) == ("word/comments.xml is changed",)


@pytest.mark.parametrize(
    "change",
    [
        Rewording(Place(MAIN, 0), (TextEdit(0, 4, "Costs"),), "Changed"),
        Deletion(Place(MAIN, 0), "Gone"),
        Remark(Place(MAIN, 0), "Noted", 1, 3),
    ],
)
def test_a_comment_is_answered_beside_a_change_of_its_words(make_package, change):
    package = open_package(make_package(ASKED + TEXT, comments=NAMED), PATH)
    done = write_changes(package, (Reply("7", "Because."), change), author="Ann", when=datetime(2026, 1, 2, tzinfo=UTC))
    assert sorted(texts(open_package(done.data, PATH))) == sorted(("Why?", "Because.", change.comment))


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (TEXT, "comment 7: the document shows it nowhere"),
        (
            ASKED.replace("<w:r><w:commentR", '<w:del w:id="1"><w:r><w:commentR').replace("</w:p>", "</w:del></w:p>"),
            "deleted",
        ),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{ASKED}</w:tc></w:tr></w:tbl>", "stands in deleted text"),
    ],
)
def test_a_comment_that_has_no_place_cannot_be_answered(opened, body, problem):
    with pytest.raises(EditsError, match=problem):
        find_anchor(opened(body, comments=NAMED), "7")


@pytest.mark.parametrize("comments", [{}, {"comments": NAMED.replace('"7"', '"8"')}])
def test_a_comment_that_does_not_exist_is_named(opened, comments):
    with pytest.raises(EditsError, match="comment 7: the document has no such comment; check its id"):
        find_anchor(opened(ASKED, **comments), "7")


# where Word shows no comment

NOTE = '<w:p><w:r><w:t>Fees</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("kind", "xml", "said"),
    [
        (
            "footnotes",
            '<w:footnotes><w:footnote w:id="2">{}</w:footnote></w:footnotes>',
            "On “Draft” in a footnote: Why",
        ),
        ("endnotes", '<w:endnotes><w:endnote w:id="2">{}</w:endnote></w:endnotes>', "On “Draft” in an endnote: Why"),
        ("header", "<w:hdr>{}</w:hdr>", "On “Draft” in the header: Why"),
        ("footer", "<w:ftr>{}</w:ftr>", "On “Draft” in the footer: Why"),
    ],
)
def test_a_comment_outside_of_the_body_begins_with_its_words(opened, kind, xml, said):
    package = opened(NOTE, **{kind: xml.format("<w:p><w:r><w:t>Draft</w:t></w:r></w:p>")})
    p = next(package.edit(f"word/{kind}.xml").iter(w("p")))
    commenting(package).add_to_paragraph("Why", p)
    assert texts(saved(package)) == [said]
    assert len(list(package.tree(MAIN).iter(w("commentRangeStart")))) == 1


def test_a_comment_in_a_text_box_begins_with_its_words(opened):
    package = opened(f"<w:p>{BOX}</w:p>")
    commenting(package).add("Why", *(2 * [next(package.edit(MAIN).iter(w("t"))).getparent()]))
    assert texts(saved(package)) == ["On “In a box” in a text box: Why"]


def test_a_comment_on_a_header_of_a_document_without_paragraphs_is_refused(opened):
    package = opened("<w:sectPr/>", header="<w:hdr><w:p/></w:hdr>")
    with pytest.raises(EditsError, match="a comment in the header has no paragraph"):
        commenting(package).add_to_paragraph("Why", next(package.edit("word/header.xml").iter(w("p"))))


def test_a_comment_on_an_empty_paragraph_of_a_header_says_where(opened):
    package = opened(header="<w:hdr><w:p/></w:hdr>")
    commenting(package).add_to_paragraph("Why", next(package.edit("word/header.xml").iter(w("p"))))
    assert texts(saved(package)) == ["In the header: Why"]


def test_of_a_change_the_words_that_go_are_quoted(opened):
    change = '<w:p><w:del w:id="1"><w:r><w:delText>Old</w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t>New</w:t>'
    change += "</w:r></w:ins></w:p>"
    package = opened(header=f"<w:hdr>{change}</w:hdr>")
    first, last = package.edit("word/header.xml")[0]
    commenting(package).add("Why", first, last)
    assert texts(saved(package)) == ["On “Old” in the header: Why"]


def test_many_words_are_cut_short(opened):
    package = opened(header=f"<w:hdr><w:p><w:r><w:t>{'word ' * 50}</w:t></w:r></w:p></w:hdr>")
    commenting(package).add_to_paragraph("Why", next(package.edit("word/header.xml").iter(w("p"))))
    assert len(texts(saved(package))[0]) < 100


# awkward places in the body


@pytest.mark.parametrize(
    ("content", "result"),
    [
        ("", "<p><commentRangeStart/><commentRangeEnd/><r><commentReference/></r></p>"),
        (
            "<w:pPr><w:jc/></w:pPr>",
            "<p><pPr><jc/></pPr><commentRangeStart/><commentRangeEnd/><r><commentReference/></r></p>",
        ),
    ],
)
def test_a_comment_on_an_empty_paragraph(opened, shown, content, result):
    package = opened(f"<w:p>{content}</w:p>")
    p = package.edit(MAIN)[0][0]
    commenting(package).add_to_paragraph("Why", p)
    assert shown(p) == result


@pytest.mark.parametrize("tag", ["ins", "del"])
def test_a_comment_within_a_revision_of_others_stands_outside_of_it(opened, shown, tag):
    package = opened(
        f'<w:p><w:{tag} w:id="3" w:author="Bo"><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:{tag}></w:p>'
    )
    p = package.edit(MAIN)[0][0]
    commenting(package).add("Why", p[0][1], p[0][1])
    assert shown(p) == (
        f'<p><{tag} author="Bo"><r><t>a</t></r></{tag}><commentRangeStart/><{tag} author="Bo"><r><t>b</t></r></{tag}>'
        "<commentRangeEnd/><r><commentReference/></r></p>"
    )


def test_a_comment_that_begins_in_a_link_takes_the_whole_of_it(opened, shown):
    package = opened(
        "<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:hyperlink><w:r><w:t>c</w:t></w:r></w:p>"
    )
    p = package.edit(MAIN)[0][0]
    commenting(package).add("Why", p[0][1], p[1])
    assert shown(p).startswith(
        "<p><commentRangeStart/><hyperlink><r><t>a</t></r><r><t>b</t></r></hyperlink><r><t>c</t>"
    )

"""Bring the window's second languages up to date with its texts; with `--check` only tell what is missing.

Every text of `app/desktop` that is given to `tr` or `translate`, and what it shows of the questions of the profile, the
count of users and the inspection, stands in `resources/i18n/counterdraft_LANGUAGE.ts`. `python tools/translations.py`
adds what is new, keeps what is translated and drops what is gone.
How to write the translations, and the German words for our terms, is in docs/translating.md.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from app.desktop.profile.form import FIRST
from app.desktop.translation import Translations, read_translations
from app.model.questions import COMPANY_QUESTIONS, QUESTIONS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NOT_SHOWN = ("release date", "planned acquisition", "would pass it", "would not pass it")
"""What the count of users compares, or puts into sentences with figures: those stay English."""
_TRANSLATE = "QCoreApplication.translate"
"""What translates; a painter and a rectangle have a `translate` too, which moves them."""
_FROM_BELOW = ("questions", "outgoing")
"""The contexts of texts that other parts of the program hand to the window."""
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Text = tuple[str, str]
"""Context and English text."""


class NotLiteralError(Exception):
    """A call gives a text that cannot be read from the source; names file and line."""


@dataclass(frozen=True, slots=True)
class _Module:
    """A module of the window.

    Attributes:
        called: The functions that translate, by the name under which the module calls them, with their context.
    """

    path: Path
    tree: ast.Module
    called: dict[str, str]


def window_texts(folder: Path = ROOT / "app" / "desktop") -> tuple[Text, ...]:
    """Return the texts of the window, sorted.

    Raises:
        NotLiteralError: A text is put together before it is translated.
    """
    trees = {path: ast.parse(path.read_text("utf-8"), str(path)) for path in sorted(folder.rglob("*.py"))}
    makers = {(_dotted(path, folder), name): ctx for path, tree in trees.items() for name, ctx in _makers(tree)}
    found: set[Text] = set()
    for path, tree in trees.items():
        found.update(_texts(_Module(path, tree, _called(tree, _dotted(path, folder), makers)), tree, ""))
    return tuple(sorted(found))


def texts_from_below() -> tuple[Text, ...]:
    """Return the texts that the window shows of the model, the count of users and the inspection, sorted."""
    said = {FIRST, *_sentences(ROOT / "app" / "planning" / "users.py")}
    for question in (*QUESTIONS, *COMPANY_QUESTIONS):
        said |= {question.topic, question.asks, question.why, *(called for _, called in question.answers)}
    outgoing = {text for path in (ROOT / "app" / "export" / "inspection").glob("*.py") for text in _items(path)}
    return tuple(sorted({*(("questions", text) for text in said), *(("outgoing", text) for text in outgoing)}))


def all_texts() -> tuple[Text, ...]:
    """Return all texts that a translation has to hold."""
    return tuple(sorted({*window_texts(), *texts_from_below()}))


def problems(texts: Sequence[Text], translations: Translations) -> tuple[str, ...]:
    """Return what is wrong with `translations` of `texts`, a line each."""
    missing = [
        f"{context}: “{text}” is not translated" for context, text in texts if not translations.get((context, text))
    ]
    gone = [
        f"{context}: “{text}” is no text of the window any more" for context, text in translations.keys() - set(texts)
    ]
    unlike = [
        f"{context}: “{text}” has other placeholders or marks of keys than “{translated}”"
        for (context, text), translated in translations.items()
        if translated and _marks(text) != _marks(translated)
    ]
    return (*missing, *sorted(gone), *unlike)


def written(language: str, texts: Sequence[Text], translations: Translations) -> str:
    """Return the file of a language: a translation for each of `texts`, as far as there is one."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for context, text in texts:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translated = translations.get((context, text), "")
        ET.SubElement(message, "translation", {} if translated else {"type": "unfinished"}).text = translated
    ET.indent(root)
    return f"{_HEAD}{ET.tostring(root, encoding='unicode')}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the files; return the exit status."""
    parser = argparse.ArgumentParser(description="Bring the window's second languages up to date with its texts.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if a text is not translated")
    check = parser.parse_args(arguments).check
    texts = all_texts()
    found: list[str] = []
    for path in sorted(FOLDER.glob("counterdraft_*.ts")):
        translations = read_translations(path)
        if not check:
            path.write_text(written(path.stem.removeprefix("counterdraft_"), texts, translations), encoding="utf-8")
            translations = read_translations(path)
        found += [f"{path.name}: {problem}" for problem in problems(texts, translations)]
    sys.stdout.write("".join(f"{problem}\n" for problem in found))
    return 1 if found else 0


def _sentences(path: Path) -> Iterator[str]:
    """Yield the texts of several words in a module that stand by themselves, docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    apart = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    apart |= {id(part) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for part in each.values}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in apart else None
        if isinstance(text, str) and " " in text and text not in _NOT_SHOWN:
            yield text


def _items(path: Path) -> Iterator[str]:
    """Yield the titles and reasons of what leaves with a file; those with figures stay English."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "why":
            yield from _literals(node.value)
        elif isinstance(node, ast.Call) and _name(node) == "item":
            yield from _literals(node.args[1])


def _dotted(path: Path, folder: Path) -> str:
    """Return the name under which a module is imported."""
    return ".".join(("app", "desktop", *path.relative_to(folder).with_suffix("").parts))


def _makers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield the functions of a module that only hand their argument to `translate`, with the context they name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return):
            call = node.body[-1].value
            if (
                isinstance(call, ast.Call)
                and ast.unparse(call.func) == _TRANSLATE
                and isinstance(call.args[1], ast.Name)
            ):
                yield node.name, _literals(call.args[0])[0]


def _called(tree: ast.Module, own: str, makers: dict[tuple[str, str], str]) -> dict[str, str]:
    """Return the translating functions under the names that a module calls them by."""
    called = {name: context for (module, name), context in makers.items() if module == own}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                known = alias.asname or alias.name
                if (node.module, alias.name) in makers:
                    called[known] = makers[node.module, alias.name]
                inner = f"{node.module}.{alias.name}"
                called |= {f"{known}.{name}": ctx for (module, name), ctx in makers.items() if module == inner}
    return called


def _texts(module: _Module, node: ast.AST, class_name: str) -> Iterator[Text]:
    """Yield the texts below `node`, which stands in the class of that name."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _text_of(module, child, class_name)
        yield from _texts(module, child, child.name if isinstance(child, ast.ClassDef) else class_name)


def _text_of(module: _Module, call: ast.Call, class_name: str) -> Iterator[Text]:
    """Yield the texts that one call translates."""
    name = ast.unparse(call.func)
    if name == "self.tr":
        context, given = class_name, call.args[0]
    elif name in module.called and call.args:
        context, given = module.called[name], call.args[0]
        if context in _FROM_BELOW and not _literals(given):
            return  # a text of the model, see `texts_from_below`
    elif name == _TRANSLATE and not isinstance(call.args[1], ast.Name):
        context, given = _literals(call.args[0])[0], call.args[1]
    else:
        return
    texts = _literals(given)
    if not texts:
        raise NotLiteralError(f"{module.path}:{call.lineno}: {name}() is to be given its text as it is")
    yield from ((context, text) for text in texts)


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def _literals(node: ast.expr) -> tuple[str, ...]:
    """Return the text that `node` is, or the two of which it is one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.IfExp):
        first, second = _literals(node.body), _literals(node.orelse)
        return (*first, *second) if first and second else ()
    return ()


def _marks(text: str) -> tuple[list[str], int]:
    """Return the placeholders of a text, and how many of its letters are keys."""
    return sorted(set(_PLACEHOLDER.findall(text))), len(re.findall(r"&(?=\S)", text.replace("&&", "")))


if __name__ == "__main__":
    sys.exit(main())

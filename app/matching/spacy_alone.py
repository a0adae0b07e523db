"""spaCy without its command line, which `import spacy` loads too, with a web client and templates: half of its time."""

import sys
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")

_put_in = {name: ModuleType(name) for name in _COMMAND_LINE if name not in sys.modules}
if "spacy.cli.info" in _put_in:
    vars(_put_in["spacy.cli.info"])["info"] = None  # the one thing that spaCy takes from there
sys.modules.update(_put_in)
try:
    import spacy
    from spacy.language import Language
finally:
    for _name in _put_in:  # whoever asks for it later gets the real one
        del sys.modules[_name]

__all__ = ["Language", "spacy"]

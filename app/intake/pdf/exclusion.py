"""PDFium serves one thread at a time: whoever calls it holds this lock."""

import threading

pdfium_in_use = threading.Lock()

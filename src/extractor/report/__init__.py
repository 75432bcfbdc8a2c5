"""One self-contained HTML page of many articles: who took what, when, on whose word; works offline.

`payload` says what the page shows, as plain values; `page` puts them into the template, safely; `assets` are
the page's own template, style and scripts.
"""

from extractor.report.page import render

__all__ = ["render"]

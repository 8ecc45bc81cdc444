"""The words of a piece of HTML inside something else: a feed's entry, a message's part, an export's field."""

from resiliparse.parse.html import HTMLTree

from ascertain.collect.page_hidden import Styles
from ascertain.collect.page_text import body_of, text_of


def text_of_fragment(markup: str) -> str:
    """Return the words that can be seen in `markup`; plain text comes back as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    tree = HTMLTree.parse(markup.encode("utf-8", "replace").decode("utf-8"))  # half of a pair of UTF-16 is no letter
    if tree.body is None:
        return ""
    page = text_of(body_of(tree), Styles([]), [])
    seen, position = [], 0
    for start, end in page.hidden:
        seen.append(page.text[position:start])
        position = end
    return "".join([*seen, page.text[position:]]).strip()

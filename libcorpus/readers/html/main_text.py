"""Finds the main text of a page, and what around it and in it is navigation, script, or hidden.

    <main>, role="main", the one <article>      say so themselves
    <nav>, <footer>, class "cookie-banner"      are none
    ten links and two other words               is none either
    <p style="display:none">                    hidden

Knows the tree of a page; takes nothing out of it.
"""

import re
from typing import Final

from libcorpus.readers.html.tree import Node

MACHINE: Final = {"script": "script", "noscript": "script", "template": "script", "style": "style"}
"""Elements that hold no text for people, and the kind they are left out as."""
_FURNITURE: Final = frozenset(
    ["nav", "aside", "button", "select", "textarea", "option", "datalist", "dialog", "iframe", "object", "svg", "menu"]
)
_ROLES: Final = frozenset(
    ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alertdialog"]
)
# Words in ids and classes, whole or parted by a hyphen: "main-nav" is navigation, "navigator" is not.
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navbar|navigation|menu|menue|mainmenu|submenu|breadcrumbs?|breadcrumb-trail|cookies?"
    r"|consent|sidebar|skip-?link|social|share|sharing|teilen|newsletter|related|pagination|pager|sitemap|search-?form"
    r"|toolbar|metanav|footer|site-?header|screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])"
)
_HIDDEN_STYLE: Final = re.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_MIN_LINKS: Final = 3
_LINK_SHARE: Final = 0.7
_MOST_OF_IT: Final = 0.6


def main_of(root: Node) -> tuple[Node, bool]:
    """The element that holds the main text, and whether the page itself says so."""
    body = next((one for one in root.walk() if one.tag == "body"), root)
    mains = [one for one in body.walk() if one.tag == "main" or one.attributes.get("role") == "main"]
    inside = max(mains, key=_weight) if mains else body
    articles = [
        one for one in inside.walk() if one.tag == "article" and not any(a.tag == "article" for a in one.above())
    ]
    if len(articles) == 1 and _weight(articles[0]) >= _MOST_OF_IT * _weight(inside):
        return articles[0], True
    return inside, bool(mains)


def _weight(node: Node) -> int:
    """How many characters of running text an element holds."""
    if node.tag in MACHINE or furniture(node):
        return 0
    own = sum(len(one.strip()) for one in node.children if isinstance(one, str))
    return own + sum(_weight(one) for one in node.elements())


def furniture(node: Node) -> bool:
    """Whether an element is navigation or such by what it is called."""
    if node.tag in _FURNITURE or node.attributes.get("role") in _ROLES:
        return True
    if node.tag in ("header", "footer") and not any(one.tag in ("article", "main") for one in node.above()):
        return True
    return node.tag not in ("html", "body", "main", "article") and _NAMES.search(node.names()) is not None


def hidden(node: Node) -> bool:
    """Whether a browser would not show it."""
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(attributes.get("style", "")) is not None


def mostly_links(node: Node) -> bool:
    """Whether a list or a block is made of links: a menu that nobody called one."""
    if node.tag not in ("ul", "ol", "div", "p", "section", "table"):
        return False
    links = [one for one in node.walk() if one.tag == "a" and one.attributes.get("href") and one.text.strip()]
    if len(links) < _MIN_LINKS or any(one.attributes["href"].startswith("#") for one in links):
        return False
    linked = sum(len(one.text.strip()) for one in links)
    return linked >= _LINK_SHARE * max(len("".join(node.text.split())), 1)

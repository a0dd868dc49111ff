"""How the Synopse looks: on a screen, on a phone, in the dark, on paper, without colours.

    STYLE     the style sheet
    POLICY    the content security policy that allows this style sheet, by its hash, and nothing else

Every mark has a sign or a line beside its colour. A test holds the contrast of the palettes.
"""

import base64
import hashlib
from typing import Final

# Colours in pairs of text and ground; the contrast test reads them from here.
LIGHT: Final = {
    "text": "#1b1b1b",
    "ground": "#ffffff",
    "quiet": "#595959",
    "line": "#8a8a8a",
    "soft": "#d9d9d9",
    "band": "#f2f2ef",
    "del": "#8a1020",
    "del-ground": "#fdebed",
    "ins": "#0b5129",
    "ins-ground": "#e5f5ea",
    "link": "#174a84",
}
DARK: Final = {
    "text": "#e9e9e6",
    "ground": "#15181b",
    "quiet": "#aeb3b8",
    "line": "#7d848b",
    "soft": "#3a4046",
    "band": "#22272c",
    "del": "#ffb8bf",
    "del-ground": "#481a21",
    "ins": "#a5e8b7",
    "ins-ground": "#143b22",
    "link": "#9ec8fa",
}
PAPER: Final = {
    **LIGHT,
    "text": "#000000",
    "quiet": "#333333",
    "line": "#000000",
    "soft": "#999999",
    "band": "#ffffff",
    "del": "#000000",
    "del-ground": "#ffffff",
    "ins": "#000000",
    "ins-ground": "#ffffff",
    "link": "#000000",
}


def _palette(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


_RULES: Final = """
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
html{color:var(--text);background:var(--ground)}
body{margin:0 auto;max-width:88rem;padding:1rem 1.25rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100vw;background:var(--ground);padding:.5rem 1rem}
.skip:focus{left:1rem;z-index:3}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.sides{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0 0 1rem}
.sides dt{font-weight:700}
.sides dd{margin:0;overflow-wrap:anywhere}
.quiet,small{color:var(--quiet);font-size:.875rem;font-weight:400}
.tally{font-weight:600;margin:0 0 1rem}
nav{border:1px solid var(--soft);padding:.75rem 1rem;margin:0 0 1rem}
nav h2{font-size:1rem;margin:0 0 .5rem}
nav ul{margin:0;padding:0 0 0 1.25rem;columns:2 26rem;column-gap:2.5rem}
nav li{break-inside:avoid;margin:.15rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:0 0 1.25rem;list-style:none;font-size:.875rem}
.sign{display:inline-block;min-width:1.1em}
.sign{font:700 1em ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
table{border-collapse:collapse;width:100%;table-layout:fixed}
.k{width:9.5rem}
.z{width:4.75rem}
th,td{vertical-align:top;text-align:left;padding:.4rem .5rem;overflow-wrap:break-word}
thead th{position:sticky;top:0;z-index:2;background:var(--ground);box-shadow:inset 0 -2px 0 var(--line)}
td.z,thead th.z{text-align:right;padding-left:0}
td.z{font-variant-numeric:tabular-nums;color:var(--quiet);font-size:.875rem;line-height:1.7}
th.k{font-size:.875rem;font-weight:600}
tr.row{border-top:1px solid var(--soft);scroll-margin-top:4.5rem}
tr.plain>th,tr.plain>td{color:var(--quiet)}
tr:target{outline:3px solid var(--link);outline-offset:-3px}
td p{margin:0;unicode-bidi:isolate}
td p+p{margin-top:.35rem}
td p.heading{font-weight:700}
td p.item{padding-left:1.1rem}
td p.l2{padding-left:2.2rem}
td p.l3{padding-left:3.3rem}
td p.quote{padding-left:.6rem;border-left:2px solid var(--soft)}
.label{margin-left:-1.1rem;display:inline-block;min-width:1.1rem;white-space:pre}
.landmark td{background:var(--band);padding:.6rem .5rem;border-top:2px solid var(--line)}
.landmark :is(h2,h3,h4,h5,h6){font-size:1.1rem;line-height:1.35;margin:0;scroll-margin-top:4.5rem}
.under{display:block;color:var(--quiet);font-size:.875rem;border-bottom:1px dotted var(--line);margin-bottom:.3rem}
del,ins{text-decoration:none;border-radius:.15em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{color:var(--del);background:var(--del-ground)}
ins{color:var(--ins);background:var(--ins-ground);font-weight:600}
.w{text-decoration-thickness:.09em;text-underline-offset:.16em}
del .w{text-decoration-line:line-through}
ins .w{text-decoration-line:underline}
del::before{content:"\\2212\\2060"}
ins::before{content:"+\\2060"}
del::before,ins::before{font-size:.8em;font-weight:700;vertical-align:.15em}
p.whole{border-left:.3rem solid var(--ins);background:var(--ins-ground);padding:.1rem .5rem}
p.whole.gone{border-left:.3rem dotted var(--del);background:var(--del-ground)}
p.whole.item{padding-left:1.6rem}
p.whole.item.l2{padding-left:2.7rem}
p.whole.item.l3{padding-left:3.8rem}
p.whole .w{text-decoration-line:none}
p.whole:not(.heading) .w{font-weight:400}
p.whole del::before,p.whole ins::before{content:none}
.nb{white-space:nowrap}
tr.fold{border-top:1px solid var(--soft)}
tr.fold>td{padding:0}
summary{cursor:pointer;padding:.35rem .5rem;color:var(--quiet);font-size:.875rem}
footer{margin-top:2rem;color:var(--quiet);font-size:.875rem}
@media screen and (max-width:46rem){
body{padding:.75rem .75rem 2rem}
h1{font-size:1.35rem}
.sides{grid-template-columns:1fr}
.sides dd{margin-bottom:.4rem}
table,tbody,tr,th,td{display:block;width:auto}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr.row{padding:.5rem 0;border-top:2px solid var(--soft)}
th.k,td,td.z{width:auto;padding:.1rem .25rem;text-align:left}
td.z::before{content:attr(data-side) " "}
td.z:empty,td.none,td.z.none,colgroup{display:none}
.landmark small{display:block}
tr.plain>th.k{display:inline-block}
tr.plain td.old{display:none}
tr.plain td.z{display:inline-block;padding-right:.75rem}
nav ul{columns:auto}
tr:target{outline-offset:0}
}
@media print{
@page{size:A4;margin:14mm 13mm 16mm}
html{font-size:8.6pt;line-height:1.4}
body{max-width:none;padding:0}
h1{font-size:14pt}
nav,.legend{break-inside:avoid}
nav ul{columns:2}
a{text-decoration:none}
.skip{display:none}
.k{width:24mm}
.z{width:13mm}
thead th{position:static;box-shadow:none;border-bottom:1.2pt solid var(--line)}
tr.row,.landmark{break-inside:avoid}
.landmark{break-after:avoid}
tr:target{outline:none}
del,ins{background:none}
p.whole{-webkit-print-color-adjust:exact;print-color-adjust:exact}
ins{font-weight:700}
details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto}
summary{display:none}
}
@media (forced-colors:active){del,ins{background:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
"""

STYLE: Final = (
    f":root{{color-scheme:light dark;{_palette(LIGHT)}}}"
    f"@media screen and (prefers-color-scheme:dark){{:root{{{_palette(DARK)}}}}}"
    f"@media print{{:root{{color-scheme:light;{_palette(PAPER)}}}}}{_RULES}"
)


def policy(style: str = STYLE) -> str:
    """The policy for a page with a style sheet: no scripts, no pictures, no fonts, nothing from elsewhere."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

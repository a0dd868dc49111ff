"""How the page of positions looks: a table of threads over the assemblies, on a screen, a phone and paper.

    STYLE     the style sheet of the Synopse, with what a timeline needs beside it

A wide timeline is moved sideways with the positions left standing; on paper, where nothing can be moved, the dates of
one that is too wide (``many``) stand one below the other, as on a phone.

Every step has a sign and a word beside its colour.
"""

from typing import Final

from libcorpus.render.synopsis_style import STYLE as SYNOPSIS

_RULES: Final = """
table.threads{table-layout:auto}
.threads thead th{white-space:nowrap}
.threads th[scope=row]{font-weight:400;width:34%;min-width:16rem}
.threads td{font-size:.875rem;border-left:1px solid var(--soft)}
.threads tr.thread{border-top:1px solid var(--soft);scroll-margin-top:4.5rem}
.threads .what{display:block;font-weight:600}
.threads td.introduced,.threads td.resumed{background:var(--ins-ground)}
.threads td.dropped,.threads td.repealed,.threads td.expired,.threads td.unmatched{background:var(--del-ground)}
.threads td.holds .what,.threads td.kept .what{font-weight:400;color:var(--quiet)}
.threads td.changed{background:var(--band)}
tr.texts>td{padding:0 .5rem .4rem;border-left:0}
tr.texts summary{padding:.1rem 0}
.step{border-left:.3rem solid var(--soft);padding:.1rem 0 .1rem .75rem;margin:.6rem 0}
.step h3{font-size:.95rem;margin:0 0 .2rem}
.step p{margin:.15rem 0}
.step blockquote{margin:.2rem 0;padding:0 0 0 .75rem;border-left:2px solid var(--soft)}
.cite{color:var(--quiet);font-size:.875rem}
h2{font-size:1.2rem;margin:1.6rem 0 .4rem}
.wide{overflow-x:auto}
.wide:focus-visible{outline:3px solid var(--link)}
ul.beside{font-size:.875rem;color:var(--quiet);padding-left:1.25rem;overflow-wrap:anywhere}
@media screen and (min-width:46.01rem){
.threads tr.thread>th,.threads thead th:first-child{position:sticky;left:0;z-index:1;background:var(--ground)}
.threads thead th:first-child{z-index:3}
tr.texts details{position:sticky;left:.5rem;width:min(100vw - 5rem,76rem)}
}
@media screen and (max-width:46rem){
.threads thead{position:static;width:auto;height:auto;clip-path:none;display:none}
.threads th[scope=row]{width:auto;min-width:0;padding:.5rem .25rem .2rem}
.threads td{border-left:0;padding:.15rem .25rem}
.threads td.none{display:none}
.threads td[data-date]::before{content:attr(data-date) ": ";font-weight:600}
.threads .what{display:inline}
}
@media print{
.threads td{background:none!important}
.wide{overflow:visible}
tr.thread,.step{break-inside:avoid}
.threads th[scope=row]{min-width:0}
.many thead{display:none}
.many tbody,.many tr,.many th,.many td{display:block;width:auto}
.many td{border-left:0;padding:.05rem .25rem}
.many td.none{display:none}
.many td[data-date]::before{content:attr(data-date) ": ";font-weight:600}
.many .what{display:inline}
}
"""
STYLE: Final = SYNOPSIS + _RULES

"""Texts that are hard to align: few different sentences, many repeats, halves and doubles of each other."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = [
    "Wir fordern:",
    "Wir  fordern:",
    "",
    "Ja.",
    "Die Stadt fördert 20 Sprachkurse im Jahr.",
    "Die Stadt fördert 35 Sprachkurse im Jahr.",
    "Die Stadt fördert jedes Jahr 35 Sprachkurse für alle, die neu ankommen.",
    "Wir bauen neue Schulen und stellen mehr Lehrkräfte ein.",
    "Wir bauen neue Schulen.",
    "Wir stellen mehr Lehrkräfte ein.",
    "Der Radweg an der Talstraße wird bis 2027 fertig.",
    "Der Radweg an der Bergstraße wird bis 2027 fertig.",
    "An der Bergstraße wird der Radweg bis 2029 fertig und beleuchtet.",
    "Busse fahren nachts stündlich.",
    "In der Nacht fahren die Busse jede Stunde.",
    "Die Uferwege pflegt der Bauhof.",
    "Damit die Uferwege sicher sind, hilft eine Firma aus der Region dem Bauhof bei der Pflege der Wege im Winter.",
    "Im Winter:",
    "Im Winter: Die Busse fahren in der Nacht jede Stunde, und die Stadt fördert jedes Jahr 35 Sprachkurse für alle.",
    "–",
    "| Titel 1 | 20 |",
    "| Titel 1 | 35 |",
    "| Titel 2 | 20 |",
    "Zuschuss: 20 Euro",
    "Zuschuss: 35 Euro",
]

texts = st.lists(st.sampled_from(SENTENCES), max_size=14)
"""Lists of sentences that repeat and resemble each other."""

free_texts = st.lists(st.text(alphabet="ab .\u00a0\n", max_size=8), max_size=10)
"""Lists of strings that are hardly sentences."""

any_texts = st.one_of(texts, free_texts)

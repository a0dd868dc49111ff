"""A corpus of any size in an invented language, written as files at once: for figures at size and for tests.

    40 assemblies x ( a programme, carried on or written anew | guidelines of a dozen fields, carried on | new ones )

Everything comes from the seed. Frames and function words are German, nouns, verbs and adjectives are made up, a
stock for each field, so that texts of one field share words and texts of different fields share frames only.
"""

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from libcorpus.model.document import Block, BlockKind, Document
from libcorpus.model.lines import LineStart
from libcorpus.text.linetable import write_document

FIELDS = 12
ORGANISATION = "bund-quellwald"
_ONSETS = "b br d dr f fl g gl gr h k kl kr l m n p pr r s sch schl st t tr v w z".split()
_VOWELS = "a e i o u ä ö ü au ei ie".split()
_CODAS = "l m n r s t ng rn st lt nd rk".split()
_STARTS = """
    Die {n} muss bis 20{d}|Wir wollen, dass jeder {n}|Der {n} soll künftig|Seit vielen Jahren wird der {n}
    Mit dem {n} hat die Stadt|Wer einen {n} braucht, darf nicht|Dazu gehört, dass der {a}e {n}
    Wir setzen uns dafür ein, dass {n}|Auch {n} und {n} sollen|{d} % aller {n} können heute
    Die Verwaltung legt dem Rat einmal im Jahr|Gemeinsam mit den {n} vor Ort möchten wir
    Ohne {a}e {n} lässt sich|Gerade kleine {n} werden|Vom Land fordern wir, dass der {n}
    Niemand darf gezwungen sein,|Deshalb lehnen wir {n} ab, die|Unser {n} hat gezeigt:
    Noch fehlt es an {n}, obwohl|Besonders {a} ist|In allen Stadtteilen entsteht
    Für den Haushalt 20{d} beantragen wir|Anders als die Nachbarstädte haben wir|Schon heute zeigt
    """
_MIDDLES = """
    einen {a}en {n}|für alle {n} und {n}|die {n} am alten {n}|zusammen mit {d} {n}|ein {a}es Angebot an {n}
    gegenüber dem {n}|zwischen {n} und {n}|trotz knapper {n}|den Ausbau der {n}|keinen {n} ohne {n}
    wenigstens {d} {a}e {n}|statt {a}er {n}|einen Bericht über {n}|das Recht auf {n}|neben dem {n} auch {n}
    bei jedem {a}en {n}|{n} aus der ganzen Region|mit Vorrang für {n}|mehr Geld für {n}|unabhängig vom {n}
    ihre {n} an den {n}|Räume für {a}e {n}|weder {n} noch {n}|anstelle des {n}
    """
_ENDS = """
    {v} und {v}.|{v}, sobald der {n} es zulässt.|{v}, weil {n} sonst leer ausgehen.
    {v}, ohne dass {n} darunter leiden.|dauerhaft {v}.|{v}, wie es {n} seit Langem verlangen.
    bis zum Sommer {v}.|{v} und damit {n} entlasten.|besser als bisher {v}.|gerecht {v}.
    {v}, auch wenn {n} dagegen sind.|rechtzeitig {v}.|{v} und nicht länger {v}.
    {v}, damit {n} und {n} zueinander finden.|öffentlich {v}.|{v}, solange {n} knapp sind.
    nach dem Vorbild der {n} {v}.|{v}, denn das stärkt den {n}.|Schritt für Schritt {v}.|{v}.
    """
_PARTS = [
    [part.strip() for part in parts.replace("\n", "|").split("|") if part.strip()]
    for parts in (_STARTS, _MIDDLES, _ENDS)
]
_NOUNS, _VERBS, _ADJECTIVES = 240, 60, 60
# A topic finds every so-many-th noun of its field: then about a third of the field's sentences belong to it.
_TERM_EVERY = 8


@dataclass
class Stock:
    """The words of one field."""

    name: str
    nouns: list[str]
    verbs: list[str]
    adjectives: list[str]

    def sentence(self, random: Random) -> str:
        """A sentence of the field; frequent words come often, as in any text."""
        frame = " ".join(random.choice(parts) for parts in _PARTS)
        while (start := frame.find("{")) >= 0:
            frame = frame[:start] + self._word(frame[start + 1], random) + frame[start + 3 :]
        return frame[0].upper() + frame[1:]

    def _word(self, kind: str, random: Random) -> str:
        if kind == "d":
            return str(random.randrange(10, 99))
        words = {"n": self.nouns, "v": self.verbs, "a": self.adjectives}[kind]
        return words[int(len(words) * random.random() ** 2)]

    @property
    def terms(self) -> list[str]:
        """What a topic file of the field lists."""
        return [f"{noun.lower()}*" for noun in self.nouns[3::_TERM_EVERY]]


@dataclass
class Text:
    """One resolution to be filed: its sections of a heading and paragraphs of sentences."""

    date: str
    slug: str
    title: str
    kind: str
    sections: list[tuple[str, list[list[str]]]] = field(default_factory=list)


def stocks(random: Random) -> list[Stock]:
    """The words of all fields; none is in two of them."""
    seen: set[str] = set()

    def made(count: int, capital: bool) -> list[str]:
        words: list[str] = []
        while len(words) < count:
            syllables = (
                random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
                for _ in range(random.randrange(2, 4))
            )
            word = "".join(syllables)
            if word not in seen:
                seen.add(word)
                words.append(word.capitalize() if capital else word)
        return words

    return [
        Stock(f"feld-{n + 1}", made(_NOUNS, True), made(_VERBS, False), made(_ADJECTIVES, False)) for n in range(FIELDS)
    ]


def texts(seed: int, assemblies: int, per_assembly: int, lines: int) -> Iterator[Text]:
    """All resolutions in the order of their dates."""
    random = Random(seed)
    fields = stocks(random)
    guidelines: dict[str, Text] = {}
    programme: Text | None = None
    for number in range(assemblies):
        date = f"{2023 - assemblies + number:04d}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}"
        anew = programme is None or number % 8 == 0
        made = Text(date, f"1-programm-{date[:4]}", f"Programm {date[:4]}", "programme")
        made.sections = _new(random, fields, lines) if anew or programme is None else _edited(random, fields, programme)
        programme = made
        yield made
        for stock in fields[: per_assembly - 1]:
            text = Text(date, f"2-leitlinien-{stock.name}", f"Leitlinien {stock.name}", "resolution")
            before = guidelines.get(stock.name)
            text.sections = _edited(random, [stock], before) if before else _new(random, [stock], lines)
            guidelines[stock.name] = text
            yield text
        for rest in range(per_assembly - 1 - FIELDS):
            stock = random.choice(fields)
            title = f"{random.choice(stock.nouns)} und {random.choice(stock.nouns)} {number}.{rest}"
            yield Text(date, f"3-{rest}-{stock.name}", title, "resolution", _new(random, [stock], lines))


def _new(random: Random, fields: list[Stock], lines: int) -> list[tuple[str, list[list[str]]]]:
    """Sections written anew, up to about so many printed lines."""
    sections: list[tuple[str, list[list[str]]]] = []
    printed = 0
    # A section is about a tenth; half of one more is too many, half of one fewer too few.
    while printed < lines - lines // 20:
        stock = fields[len(sections) % len(fields)]
        heading = f"{random.choice(stock.nouns)} und {random.choice(stock.nouns)}"
        paragraphs = [[stock.sentence(random) for _ in range(random.randrange(1, 5))] for _ in range(4)]
        sections.append((heading, paragraphs))
        printed += 1 + sum(-(-len(" ".join(paragraph)) // 78) for paragraph in paragraphs)
    return sections


def _edited(random: Random, fields: list[Stock], before: Text) -> list[tuple[str, list[list[str]]]]:
    """Sections carried on: some sentences reworded, dropped, added, merged, one paragraph in thirty moved."""
    sections = [
        (heading, [_paragraph(random, fields, own) for own in own_ones]) for heading, own_ones in before.sections
    ]
    for _ in range(sum(len(own) for _, own in sections) // 30):
        origin, target = random.choice(sections)[1], random.choice(sections)[1]
        if len(origin) > 1:
            target.append(origin.pop(random.randrange(len(origin))))
    return [(heading, [own for own in paragraphs if own]) for heading, paragraphs in sections]


def _paragraph(random: Random, fields: list[Stock], before: list[str]) -> list[str]:
    after: list[str] = []
    for sentence in before:
        chance = random.random()
        if chance < 0.04:
            continue
        if chance < 0.16:
            words = sentence.split(" ")
            stock = random.choice(fields)
            words[random.randrange(1, len(words))] = random.choice(stock.nouns)
            sentence = " ".join(words)
            sentence = sentence if sentence.endswith(".") else sentence + "."
        if chance > 0.98 and after:
            after[-1] = after[-1].removesuffix(".") + ", und " + sentence
            continue
        after.append(sentence)
        if 0.16 <= chance < 0.205:
            after.append(random.choice(fields).sentence(random))
    return after


def document(text: Text) -> Document:
    """The text as blocks, with lines broken after at most 80 characters."""
    blocks: list[Block] = []
    starts: list[LineStart] = []
    sentence = 0
    for heading, paragraphs in text.sections:
        for kind, sentences in [(BlockKind.HEADING, [heading]), *((BlockKind.PARAGRAPH, own) for own in paragraphs)]:
            blocks.append(Block(kind, tuple(sentences), 1 if kind is BlockKind.HEADING else 0))
            starts.extend(_lines(sentences, sentence, len(starts)))
            sentence += len(sentences)
    return Document(tuple(blocks), tuple(starts))


def _lines(sentences: list[str], first: int, printed: int) -> Iterator[LineStart]:
    """Where each printed line of a block begins."""
    room = 0
    for index, sentence in enumerate(sentences, start=first):
        offset = 0
        for word in sentence.split(" "):
            if len(word) > room:
                printed += 1
                room = 80
                yield LineStart(printed, None, index, offset)
            room -= len(word) + 1
            offset += len(word) + 1


def write(root: Path, seed: int, assemblies: int, per_assembly: int, lines: int) -> int:
    """File a generated corpus below ``root`` as one commit; returns how many resolutions there are."""
    corpus = root / "corpus"
    _put(corpus / "corpus.toml", f'format = 1\ntitle = "Erfunden"\nlanguage = "de"\norganisation = "{ORGANISATION}"\n')
    _put(corpus / ".gitattributes", "* -text -filter -ident -working-tree-encoding\n")
    _put(corpus / f"organisations/{ORGANISATION}.toml", 'name = "Bund Quellwald"\n')
    for stock in stocks(Random(seed)):
        label = f'{{ de = "{stock.name}", en = "{stock.name}" }}'
        _put(corpus / f"topics/{stock.name}.toml", f"label = {label}\nterms = {stock.terms!r}\n".replace("'", '"'))
    made = list(texts(seed, assemblies, per_assembly, lines))
    for text in made:
        _file(corpus / "resolutions" / ORGANISATION / text.date / text.slug, text)
    _commit(root)
    return len(made)


def _file(folder: Path, text: Text) -> None:
    words, table = write_document(document(text))
    digest = hashlib.sha256(words.encode()).hexdigest()
    _put(folder / "text.txt", words)
    _put(folder / "lines.tsv", table)
    _put(folder / "source.txt", words)
    _put(
        folder / "resolution.toml",
        f'format = 1\ntitle = "{text.title}"\norganisation = "{ORGANISATION}"\nbody = "Bundesversammlung"\n'
        f'adopted_on = "{text.date}"\nkind = "{text.kind}"\nstatus = "adopted"\nlanguage = "de"\n\n'
        f'[source]\nfile = "source.txt"\nreceived_as = "source.txt"\nmedia_type = "text/plain"\nsha256 = "{digest}"\n'
        'reader = "numbered-text 1"\nsplitter = "sentencex 1.0.32 + de-1"\n\n[source.left_out]\nmargin-number = 200\n\n'
        '[rendition]\nnumbers = "printed"\nline_length = 80\n',
    )


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _commit(root: Path) -> None:
    identity = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "--all"], [*identity, "commit", "--quiet", "-m", "corpus"]):
        subprocess.run(["git", *command], cwd=root, check=True, stdout=subprocess.DEVNULL)

"""A small story of positions over three assemblies, made by hand: every kind of step is in it, and nothing real."""

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.lines import LineSpan
from libcorpus.topics.positions import Assembly, CarriedOn, Evidence, Place, Positions, Step, Thread
from libcorpus.topics.topic import parse_topic

TOPIC = parse_topic(
    """
label = { de = "Sprache", en = "Language" }
terms = ["kurs*", "pass"]

[[matters]]
name = "courses"
label = { de = "Sprachkurse", en = "Language courses" }
terms = ["kurs*"]

[[matters]]
name = "passports"
label = { de = "Pässe", en = "Passports" }
terms = ["pass"]
""",
    "language",
    "language.toml",
)
Y2009, Y2014, Y2016, Y2019 = (PartialDate.read(day) for day in ("2009-03-14", "2014-03-22", "2016-11-12", "2019-11-16"))
IDS = {day: ResolutionId.parse(f"morgenrot/{day}/programm") for day in (Y2009, Y2014, Y2016, Y2019)}


def place(day: PartialDate, first: int, last: int, text: str, section: str = "Sprache") -> Place:
    return Place(IDS[day], (LineSpan(first, last),), text, section, (section,))


COURSES = place(Y2009, 4, 5, "Die Stadt soll 20 Kurse im Jahr anbieten.")
COURSES_14 = place(Y2014, 7, 8, "Die Stadt soll 35 Kurse im Jahr anbieten.")
COURSES_19 = place(Y2019, 2, 3, "Die Stadt muss 40 Kurse im Jahr anbieten.", "Ankommen")
CARE = place(Y2009, 6, 6, "Zu jedem Kurs gehört eine Kinderbetreuung.")
CARE_19 = place(Y2019, 9, 9, "Zu jedem Kurs gehört eine Kinderbetreuung.")
HOUSE = place(Y2009, 10, 11, "Wir wollen ein Haus der Sprachen einrichten.")
HOUSE_14 = place(Y2014, 1, 1, "Das Haus der Sprachen haben wir eingerichtet.", "Erreichtes")
VOTE = place(Y2014, 12, 13, "Wer hier lebt, soll auch ohne deutschen Pass wählen dürfen.", "Mitreden")
PASS = place(Y2009, 20, 20, "Der zweite Pass darf kein Hindernis sein.", "Mitreden")
PASS_19 = place(Y2019, 30, 31, "Mehrere Staatsangehörigkeiten sind für uns selbstverständlich.", "Mitreden")
PERHAPS = place(Y2019, 33, 33, "Das Wahlrecht soll nicht am Pass hängen.", "Mitreden")

THREADS = (
    Thread(
        (
            Step(Y2009, "introduced", COURSES),
            Step(Y2014, "reworded", COURSES_14, COURSES),
            Step(Y2019, "reworded", COURSES_19, COURSES_14, moved=True),
        ),
        "aaa",
        True,
        matters=("courses",),
    ),
    Thread(
        (
            Step(Y2009, "introduced", CARE),
            Step(Y2014, "dropped", CARE, CARE),
            Step(Y2019, "resumed", CARE_19, CARE),
        ),
        "bbb",
        True,
        matters=("courses",),
    ),
    Thread(
        (
            Step(Y2009, "introduced", HOUSE),
            Step(Y2014, "fulfilled", HOUSE_14, HOUSE, shared="Haus, Sprachen"),
        ),
        "ccc",
        True,
    ),
    Thread(
        (
            Step(Y2014, "introduced", VOTE),
            Step(
                Y2019,
                "unmatched",
                VOTE,
                VOTE,
                suggestions=(Evidence("suggested", 0.31, ("Pass",), "passports", VOTE, PERHAPS),),
            ),
        ),
        "ddd",
        True,
        holds=False,
        matters=("passports",),
    ),
    Thread(
        (
            Step(Y2009, "introduced", PASS),
            Step(
                Y2019,
                "related",
                PASS_19,
                PASS,
                evidence=Evidence("likely", 0.52, ("Staatsangehörigkeiten",), "passports", PASS, PASS_19),
            ),
        ),
        "eee",
        True,
        matters=("passports",),
    ),
)


def story() -> Positions:
    assemblies = (
        Assembly(Y2009, "Mitgliederversammlung", (IDS[Y2009],)),
        Assembly(Y2014, "Mitgliederversammlung", (IDS[Y2014],), carried_on=(CarriedOn(IDS[Y2009], "programme"),)),
        Assembly(Y2016, "Vorstand", (IDS[Y2016],), amending=(IDS[Y2016],)),
        Assembly(
            Y2019, "Mitgliederversammlung", (IDS[Y2019],), carried_on=(CarriedOn(IDS[Y2014], "programme", near=False),)
        ),
    )
    return Positions(TOPIC, "morgenrot", assemblies, THREADS)

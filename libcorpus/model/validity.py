"""Which texts hold on a date, and why the others do not: by what was voted, said and noted of them.

    Radwege 2015     valid until 2018-12-31                  as of 2019: expired
    Radwege 2015     …, reaffirmed in 2018 without a date    as of 2019: holds
    Programm 2014    superseded by Programm 2019             as of 2019-11-16: superseded; as of 2018: holds

Looks at whole texts and what their metadata say; guesses nothing. Dates are those of adoption; a month or a year
means its end. Knows metadata only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from libcorpus.model.dates import PartialDate
from libcorpus.model.ids import ResolutionId
from libcorpus.model.resolution import RENEWING, REPLACING, Relation, Resolution, ResolutionKind

NO_RESOLUTIONS = (ResolutionKind.MOTION, ResolutionKind.DRAFT)


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a text does not hold.

    ``kind`` is that of the relation (supersedes, repeals, continues), a status (rejected, withdrawn, superseded,
    pending), a kind of text (motion, draft), or ``expired``. ``by`` is the text that ended it and ``relation`` what
    says so; ``last_day`` the last day on which an expired one held.
    """

    kind: str
    by: Resolution | None = None
    relation: Relation | None = None
    last_day: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Renewal:
    """A later text that lets an earlier one hold on, and until when: None means without an end."""

    by: Resolution
    relation: Relation
    last_day: PartialDate | None


class Validity:
    """Of the texts of an archive, which hold on a date: ``as_of``, its end included; None means the end of all days."""

    def __init__(self, resolutions: Iterable[Resolution], as_of: PartialDate | None = None) -> None:
        self.as_of = as_of
        self.texts = {one.id: one for one in resolutions}
        self._said: dict[str, list[tuple[Resolution, Relation]]] = {}
        for one in sorted(self.texts.values(), key=lambda text: (text.adopted_on, str(text.id))):
            for relation in one.relations:
                self._said.setdefault(relation.target, []).append((one, relation))
        self._known: dict[ResolutionId, Ending | None] = {}
        self._asked: set[ResolutionId] = set()

    def adopted(self, text: Resolution) -> bool:
        """Whether a text was adopted up to the date, whatever became of it since."""
        in_time = self.as_of is None or text.adopted_on <= self.as_of or self.as_of.covers(text.adopted_on)
        return in_time and text.kind not in NO_RESOLUTIONS and text.status in ("adopted", "superseded")

    def ending(self, text: Resolution) -> Ending | None:
        """Why a text does not hold; None for one that does. Of what is not adopted yet this says nothing."""
        if text.id not in self._known:
            # A circle of relations, which a hand may have written, ends here.
            self._known[text.id] = None
            self._known[text.id] = self._ending(text)
        return self._known[text.id]

    def _ending(self, text: Resolution) -> Ending | None:
        if text.kind in NO_RESOLUTIONS:
            return Ending(text.status if text.status in ("rejected", "withdrawn") else text.kind.value)
        if text.status in ("rejected", "withdrawn", "pending"):
            return Ending(text.status)
        replacing = [(by, relation) for by, relation in self._of(text) if relation.kind in REPLACING]
        if replacing:
            by, relation = replacing[0]
            return Ending(relation.kind, by, relation)
        if text.status == "superseded" and not self._said_ever(text):
            return Ending("superseded")
        last = self.last_day(text)
        return Ending("expired", last_day=last) if last is not None and self._passed(last) else None

    def _said_ever(self, text: Resolution) -> bool:
        """Whether a text that will be adopted later replaces it: until then it held."""
        return any(relation.kind in REPLACING for _, relation in self._said.get(str(text.id), ()))

    def _of(self, text: Resolution) -> list[tuple[Resolution, Relation]]:
        """What texts that were adopted up to the date say of this one, oldest first."""
        return [(by, one) for by, one in self._said.get(str(text.id), ()) if by.id != text.id and self.adopted(by)]

    def renewals(self, text: Resolution) -> list[Renewal]:
        """The later texts that reaffirm or continue this one and hold themselves, oldest first."""
        found = [(by, one) for by, one in self._of(text) if one.kind in RENEWING and self.ending(by) is None]
        return [Renewal(by, one, self.last_day(by)) for by, one in found]

    def last_day(self, text: Resolution) -> PartialDate | None:
        """The last day on which a text holds, renewals counted; None where no end is set."""
        if text.valid_until is None or text.id in self._asked:
            return text.valid_until
        self._asked.add(text.id)
        days = [renewal.last_day for renewal in self.renewals(text)]
        self._asked.remove(text.id)
        return None if None in days else max([text.valid_until, *(day for day in days if day)], key=_end)

    def gap(self, text: Resolution) -> tuple[PartialDate, PartialDate] | None:
        """The last day before a text ran out and the day on which a later one let it hold again; None without a gap."""
        if text.valid_until is None:
            return None
        last = text.valid_until
        for renewal in self.renewals(text):
            if _end(renewal.by.adopted_on) > _end(last):
                return last, renewal.by.adopted_on
            if renewal.last_day is None:
                return None
            last = max(last, renewal.last_day, key=_end)
        return None

    def followed(self) -> list[Resolution]:
        """The texts to follow through the dates, oldest first: what was adopted, also if it was replaced since.

        One that is noted as superseded is left out where nothing says since when.
        """
        texts = [one for one in self.texts.values() if self.adopted(one)]
        texts = [one for one in texts if one.status == "adopted" or self._said_ever(one)]
        return sorted(texts, key=lambda one: (one.adopted_on, str(one.id)))

    def _passed(self, last: PartialDate) -> bool:
        return self.as_of is not None and _end(last) < _end(self.as_of)


def _end(date: PartialDate) -> tuple[int, int, int]:
    """The end of a day, month or year, for comparing; the 31st of any month will do for that."""
    return (date.year, date.month or 12, date.day or 31)

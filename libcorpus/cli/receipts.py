"""What filing came to, for a terminal or as JSON: receipts, and for many sources a table at the end.

filed    2016-11-12-ankommen.txt    morgenrot-lindenfurt/2016-11-12/5.1-ankommen-ohne-warteschleife
refused  protokoll.pdf              the file holds no text, it is a scan [pdf-no-text]

filed 1, skipped 0, refused 1
"""

from typing import TYPE_CHECKING, Any, Final

from libcorpus.cli.running import tell
from libcorpus.cli.shell import echo, echo_json
from libcorpus.cli.words import language, say
from libcorpus.model.harmless import harmless
from libcorpus.model.problems import Problem

if TYPE_CHECKING:
    from libcorpus.flows.filing import Receipt
    from libcorpus.flows.many import Row

_SHOWN_REMARKS: Final = 3
# Of more sources than these the table alone is told: remarks on hundreds would hide those that matter.
_IN_FULL: Final = 10
_WIDEST: Final = 44


class Report:
    """Gathers what became of each source and tells it; ``alone``: one file was named, and is told without a table."""

    def __init__(self, alone: bool, dry_run: bool, as_json: bool) -> None:
        self.alone, self.dry_run, self.as_json = alone, dry_run, as_json
        self.rows: list[Row] = []

    @property
    def refused(self) -> bool:
        """Whether a source, or a part of one, was refused."""
        return any(row.state == "refused" for row in self.rows)

    def add(self, row: "Row") -> None:
        """One more source, or part of one, is done."""
        self.rows.append(row)

    def end(self) -> None:
        """Tell what there is to be told."""
        if self.as_json:
            echo_json(receipts_as_data(self.rows, self.dry_run))
            for row in self.rows:
                tell(row.problems if row.state == "refused" else ())
            return
        filed = [row.receipt for row in self.rows if row.receipt]
        if len(filed) <= _IN_FULL:
            for receipt in filed:
                _tell_receipt(receipt, self.dry_run)
        self._tell_rest()
        if not self.alone:
            self._tell_table()

    def _tell_table(self) -> None:
        names = [harmless(row.name) for row in self.rows]
        width = min(max(map(len, names), default=0), _WIDEST)
        kinds = {kind: say(f"row.{kind}") for kind in ("filed", "skipped", "refused")}
        first = max(map(len, kinds.values()))
        echo()
        for row, name in zip(self.rows, names, strict=True):
            head = f"{kinds[row.state]:<{first}}  {name:<{width}}"
            for line in _said(row):
                echo(f"{head}  {line}")
                head = " " * (first + width + 2)
        counts = {kind: sum(row.state == kind for row in self.rows) for kind in kinds}
        echo(say("many", **counts))

    def _tell_rest(self) -> None:
        """What of a book belongs to no resolution."""
        from libcorpus.model.wordings.leaving import reason_of_left

        for row in self.rows:
            if row.rest:
                echo(f"{harmless(row.path.name)}: {say('book-rest', count=len(row.rest))}")
            for left in row.rest[:_IN_FULL]:
                reason = f" ({reason_of_left(left.reason, language())})" if left.reason else ""
                echo(f"  {harmless(left.place)}: {harmless(' '.join(left.text.split())[:80])}{reason}")
            if len(row.rest) > _IN_FULL:
                echo(f"  {say('more-remarks', count=len(row.rest) - _IN_FULL)}")


def _said(row: "Row") -> list[str]:
    """What the table says of a source: its id, or why it was refused."""
    from libcorpus.model.wording import sentence

    if row.receipt is not None:
        return [str(row.receipt.id)]
    if row.filed_as:
        return [row.filed_as]
    return [line for problem in row.problems for line in sentence(problem, language()).split("\n")]


def _tell_receipt(receipt: "Receipt", dry_run: bool) -> None:
    part = receipt.resolution.source.part
    name = f"{receipt.file_name} ({part})" if part else receipt.file_name
    echo(f"{harmless(name)}: {say('would-file' if dry_run else 'filed', id=receipt.id)}")
    key = "filed-detail" if receipt.resolution.rendition.numbers == "printed" else "computed-detail"
    detail = say(key, lines=receipt.printed_lines, blocks=receipt.blocks, sentences=receipt.sentences)
    commit = "" if dry_run else f", {say('commit', commit=receipt.commit[:10])}"
    echo(f"  {detail}{commit}")
    tell_remarks(receipt.remarks)


def tell_remarks(remarks: tuple[Problem, ...]) -> None:
    """Remarks by kind, a few of each: a long list would hide the one that matters."""
    from libcorpus.model.wording import sentence

    by_key: dict[str, list[Problem]] = {}
    for remark in remarks:
        by_key.setdefault(remark.key, []).append(remark)
    for own in by_key.values():
        for remark in own[:_SHOWN_REMARKS]:
            for line in sentence(remark, language()).split("\n"):
                echo(f"  {line}")
        if len(own) > _SHOWN_REMARKS:
            echo(f"  {say('more-remarks', count=len(own) - _SHOWN_REMARKS)}")


def receipts_as_data(rows: "list[Row]", dry_run: bool) -> dict[str, Any]:
    """What became of sources, as JSON data."""
    from libcorpus.flows.filing import as_data

    rest = [
        {"file": row.path.name, "place": left.place, "text": left.text, "reason": left.reason}
        for row in rows
        for left in row.rest
    ]
    return {
        "schema": 1,
        "dry_run": dry_run,
        "filed": [as_data(row.receipt) for row in rows if row.receipt],
        "skipped": [{"file": row.name, "id": row.filed_as} for row in rows if row.filed_as],
        "refused": [
            {"file": str(row.path), "problems": [{"key": one.key, "text": str(one)} for one in row.problems]}
            for row in rows
            if row.state == "refused"
        ],
        **({"belongs_to_none": rest} if rest else {}),
    }

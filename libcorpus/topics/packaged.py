"""The topics the package ships, as files beside this module.

A corpus may hold a topic of the same name, which then takes this one's place.
"""

from importlib import resources

FOLDER = "data"


def packaged_topics() -> dict[str, str]:
    """Name to TOML text of each topic that comes with libcorpus."""
    folder = resources.files("libcorpus.topics") / FOLDER
    files = (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8") for entry in files}

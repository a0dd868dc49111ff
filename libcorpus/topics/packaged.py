"""The topics the package ships, as files beside this module.

    packaged_topic("integration").matters      a Topic, read once
    packaged_topics()                          names and TOML texts of all of them

A corpus may hold a topic of the same name, which then takes this one's place.
"""

from importlib import resources

from libcorpus.topics.topic import Topic, parse_topic

FOLDER = "data"


def packaged_topics() -> dict[str, str]:
    """Name to TOML text of each topic that comes with libcorpus, by name."""
    folder = resources.files("libcorpus.topics") / FOLDER
    files = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name.removesuffix(".toml"): (folder / name).read_text(encoding="utf-8") for name in files}


def packaged_topic(name: str) -> Topic:
    """One of them; ``KeyError`` where there is none of that name."""
    return parse_topic(packaged_topics()[name], name, f"libcorpus/topics/{FOLDER}/{name}.toml")

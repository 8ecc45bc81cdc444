"""How a case is worked."""

from ascertain.model.thing import Thing


class Settings(Thing, frozen=True, kw_only=True):
    """A case's own settings, from `case.toml`.

    `time_zone` is an IANA name, used where nothing in a text tells the zone of its times; empty, that of the land of
    most reports. `languages` are those that the reader looks for; `countries` (ISO 3166, two letters) are where the
    events are. `rule_set` is the one whose answer heads the dossier; all are shown. `coarsen_m` is how far published
    points are rounded, in metres; `withhold_names` keeps private people's names out of whatever is published, unless a
    person decides otherwise; `publish_unreviewed` lets unreviewed incidents out, marked as such; `publish_texts` shows
    the items' full words.
    `model_url` is the base address of an OpenAI-compatible server whose language model may propose claims as well, with
    `model_name` the model and `model_key_from` the environment variable that holds the key, if it wants one; empty, no
    model is asked.
    `dossier_languages` are the editions that are published, the first at the root of the dossier, each further one in a
    folder of its own; `titles` and `summaries` are the case's own words in further languages, by code.
    `reconstruction` marks a case whose items were written for teaching.
    """

    title: str = "Untitled case"
    time_zone: str = ""
    languages: tuple[str, ...] = ("en", "ar")
    countries: tuple[str, ...] = ()
    rule_set: str = "airwars"
    coarsen_m: int = 1000
    withhold_names: bool = True
    publish_unreviewed: bool = False
    publish_texts: bool = False
    model_url: str = ""
    model_name: str = ""
    model_key_from: str = ""
    reconstruction: bool = False
    summary: str = ""
    dossier_languages: tuple[str, ...] = ("en",)
    titles: dict[str, str] = {}
    summaries: dict[str, str] = {}

    @property
    def zone(self) -> str:
        """The zone whose days are counted and whose hours are shown: `time_zone`, or UTC as long as there is none."""
        return self.time_zone or "UTC"

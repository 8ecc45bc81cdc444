"""Small reports of invented events by invented outlets, for attacks that work a whole case."""

REPORTS = {
    "first.txt": "source: Town Desk\ndate: 2023-05-06\n\n"
    "At least three people were killed and five others wounded when shelling hit a market in Kherson on 5 May 2023, "
    "the regional governor said.\n",
    "second.md": "---\nsource: River News\ndate: 2023-05-06\n---\n"
    "Russian forces shelled a market in Kherson on Friday, 5 May 2023. Four civilians were killed. An earlier count "
    "gave two.\n",
    "third.txt": "source: شبكة محلية\nlang: ar\ndate: 2021-03-22\n\n"
    "مقتل مدنيين اثنين وإصابة طفل جراء قصف مدفعي على بلدة أريحا أمس.\n",
    "fourth.txt": "source: Harbour Post\ndate: 2022-08-02\n\n"
    "An air strike destroyed a bridge near Mykolaiv on 1 August 2022, killing two soldiers, residents said. A "
    "spokesman denied that the bridge was hit.\n",
    "fifth.txt": "source: Valley Radio\ndate: 2023-05-07\n\n"
    "Citing Town Desk, the station said that at least three people were killed in the shelling of the Kherson market "
    "on 5 May 2023.\n",
    "sixth.txt": "source: Harbour Post\ndate: 2022-08-03\n\n"
    "The bridge near Mykolaiv was struck by two missiles on 1 August 2022; seven people were wounded, the hospital "
    "said.\n",
}

"""Invented German text for made-up transcripts: what the fictional Bürgerliste Morgenrot in Lindenfurt resolves.

The sentences hold what misleads a reader: dates and numbers that may come to stand at a line's start, hanging
hyphens, dashes in sentences, abbreviations, quotes, web addresses, and sentences that fill a line just so.
"""

HEADINGS = (
    "Wohnen in Lindenfurt",
    "Sprache öffnet Türen",
    "GRÜN wirkt",
    "Mobilität für alle, in jedem Stadtteil",
    "Haushalt und Finanzen 2021-2026",
    "Kinder, Jugend und Familie",
    "Bildung von Anfang an",
    "Was wir fordern",
    "3 Gesundheit und Wohlergehen",
    "Ziele für nachhaltige Entwicklung (SDGs)",
    "Kultur ist kein Luxus",
    "Sicher und frei leben",
    "Vielfalt leben - Teilhabe ermöglichen",
    "Ein Haus der Begegnung am Güterbahnhof",
    "Die Verwaltung als Dienstleisterin der Bürger*innen",
)
LONG_HEADINGS = (
    "Gemeinsam für eine Stadt, in der Kinder und Jugendliche aus allen Stadtteilen gehört werden und mitentscheiden",
    "Klimaschutz, Hitzevorsorge und Stadtgrün: Was Lindenfurt bis zum Ende des Jahrzehnts erreichen muss und kann",
)
ENDED_HEADINGS = (
    "Wem gehört die Stadt?",
    "Mieten runter!",
    "Wir fordern:",
    "Was heißt hier Heimat?",
    "Jetzt erst recht!",
)
SENTENCES = (
    "Lindenfurt wächst seit Jahren, und mit der Stadt wachsen die Aufgaben für Rat, Vereine und Nachbarschaften.",
    "Seit dem 1. Januar 2018 gilt die neue Satzung über das Wohngeld, die der Rat im Herbst 2017 beschlossen hat.",
    "Das wollen wir ändern.",
    "42 % aller Lindenfurter*innen leben allein, in der Altstadt sind es sogar 61 % der Haushalte.",
    "Dafür braucht es Haupt- und Ehrenamtliche, die sich in den Quartieren auskennen und Zeit mitbringen.",
    "Die Stadt soll – gemeinsam mit den Trägern – bis Ende 2024 ein Konzept vorlegen, das alle Kitas einbezieht.",
    "Wir wollen den Busverkehr ausbauen - auch am Abend und am Wochenende - und die Takte verdichten.",
    "Wer in Lindenfurt arbeitet, soll hier auch wohnen können.",
    "Nicht-EU-Ausländer*innen dürfen bis heute nicht wählen, obwohl viele von ihnen seit Jahrzehnten hier leben.",
    "2015 wurde die erste Integrationsbeauftragte berufen, 2016 folgte das Büro in der Erlenstraße 12.",
    "Der Verein Ankerplatz e. V. berät Geflüchtete z. B. bei der Wohnungssuche und im Umgang mit Behörden.",
    "Wir haben das „Haus der Sprachen“ eröffnet und die „Lange Nacht der Begegnung“ ins Leben gerufen.",
    "Menschen mit Behinderung müssen überall teilhaben können: in der Schule, im Beruf, im Verein und im Ehrenamt.",
    "Die Krankenkassen-Karte für Geflüchtete hat sich bewährt und soll dauerhaft finanziert werden.",
    "Wem nützt eine Brücke, über die niemand fährt?",
    "Unser Ziel bleibt: Kein Kind soll ohne Frühstück in den Unterricht gehen!",
    "Die Rechts- und Ordnungsdezernentin berichtet dem Rat einmal im Jahr über die Umsetzung aller Maßnahmen.",
    "An der Sölve entstehen zwischen 2020 und 2025 rund 350 Wohnungen, davon 40 Prozent öffentlich gefördert.",
    "Kinder- und Jugendbeteiligung braucht feste Orte, feste Zeiten und ein eigenes Budget von 25.000 Euro im Jahr.",
    "Radwege müssen breit, sicher und durchgängig sein.",
    "Straßenbäume kühlen die Stadt, halten das Wasser und machen die Wege zur Schule angenehmer.",
    "Die Ratsfraktion wird dazu in der nächsten Sitzungsperiode einen Antrag einbringen und Mehrheiten suchen.",
    "Ärztinnen und Ärzte fehlen vor allem im Norden, wo die letzte Praxis 2019 geschlossen hat.",
    "Zur Wahrheit gehört, dass Förderprogramme des Landes oft zu kurz laufen und zu viel Papier verlangen.",
    "Gute Arbeit verdient guten Lohn, und zwar für Männer* und Frauen* gleichermaßen.",
    "Den Antrag finden Sie unter https://www.morgenrot-lindenfurt.example/antraege/2020-03/a3 im Netz.",
    "Hierfür sind im Haushalt 2021 mindestens 180.000 Euro bereitzustellen.",
    "Selbstverständlich gilt das auch für die Gleichstellungsbeauftragten, Vertrauenspersonen und Personalräte.",
    "Das Bündnis aus Kirchen, Gewerkschaften, Sportvereinen und Initiativen (BKGSI) unterstützen wir weiterhin.",
    "Ob Neubau oder Altbau, ob Miete oder Eigentum: Energie sparen lohnt sich.",
)
ITEMS = (
    "kostenfreie Deutschkurse ab dem ersten Tag, auch ohne gesicherten Aufenthalt",
    "ein Nachtbus am Wochenende",
    "die Einrichtung einer unabhängigen Beschwerdestelle für Mieter*innen und ihre Vereine in jedem Stadtbezirk,",
    "mehr Personal in Kitas, Horten und Ganztagsschulen; die Stadt wirbt dafür selbst Fachkräfte an;",
    "16 Frieden, Gerechtigkeit und starke Institutionen",
    "1 Keine Armut",
    "Tempo 30 in allen Wohngebieten sowie vor Schulen, Kitas, Pflegeheimen und Krankenhäusern und",
    "barrierefreie Haltestellen bis 2026.",
)

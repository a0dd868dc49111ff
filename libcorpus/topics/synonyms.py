"""Words that say the same in programmes, and words that say little: a small table for German, written by hand.

    Abschiebung, abgeschoben, Rückführung     ->  "abschieb"
    Wir, sollen, Maßnahme, Menschen           ->  common

A row of ``SAME`` is a notion: the beginnings of words that stand for it, in lower case and with plain vowels, as
``telling.plain`` writes them. A beginning that ends with ``.`` is a whole word. Rows join derivations that change their
vowel (fliehen, Flucht) and names for one thing (Kita, Kindergarten). They are evidence to rank by and nothing more;
what is decided within a topic is said more exactly by the topic's matters.
"""

from typing import Final

# Each row opens with the name of the notion, which is one of its beginnings too.
SAME: Final = tuple(
    tuple(row.split())
    for row in """
    fluchtling gefluchtet fluchtend schutzsuchend asylsuchend asylbewerb flucht. fluchten fliehen floh gefloh
    migrant zuwander einwander immigra zugewander eingewander migration zugezog einwandr
    auslander auslandisch drittstaat nichtdeutsch
    staatsangehor staatsburger einburger eingeburger pass. passe. doppelpass mehrstaat
    abschieb abschob abgeschob ruckfuhr zuruckfuhr zuruckgefuhr ausreisepflicht
    familiennachzug familienzusammenfuhr nachzieh nachzug nachhol
    angehor ehegatt ehepartner familie eltern
    bleiberecht geduldet duldung altfall
    aufenthalt niederlassung visum visa.
    unterbring unterkunft unterkunfte untergebracht lager. lagern. wohnheim sammelunter gemeinschaftsunter
    erstaufnahme ankunftszent ankerzent aufnahmezent transitzent aufnahmeeinricht
    asylverfahren asylprufung asylentscheid asylantrag
    herkunftsland herkunftsstaat heimatland herkunftslander heimatstaat
    grenze. grenzen. grenzkontroll grenzschutz aussengrenz binnengrenz frontex. grenzsich
    seenot seebruck mittelmeer ertrink ertrunk bootsfluch
    schlepper schleuser menschenhandel
    resettlement kontingent aufnahmeprogramm
    dublin verteilung verteil verteilschlussel
    abschott festung. abwehr mauern.
    deutschkurs sprachkurs integrationskurs sprachunter sprachforder spracherwerb deutschunter
    sprache sprachlich sprachkennt deutschkennt muttersprach herkunftssprach mehrsprach zweisprach
    dolmetsch sprachmittl ubersetz
    wahlrecht stimmrecht wahlen. wahlberecht mitwahl
    teilhabe teilhab partizipation mitbestimm mitwirk mitgestalt beteilig
    diskriminier benachteil gleichbehand antidiskriminier ungleichbehand ausgrenz
    rassis fremdenfeind auslanderfeind menschenfeind antisemit rechtsextrem neonazi
    islam muslim moschee koran scharia imam. imame.
    kopftuch vollverschlei verschlei burka nikab
    religion relig kirche glaube
    zwangsheirat zwangsehe kinderehe zwangsverheirat
    gewalt hass ubergriff angriff
    kriminal kriminell straftat straffallig tater verbrech delikt strafbar
    terror gefahrder extremis
    haft. inhaft gefangnis abschiebehaft abschiebegewahr gewahrsam
    polizei sicherheitsbehord bundespolizei
    anerkenn anerkannt berufsanerkenn
    abschluss abschlusse. qualifik zeugnis berufsabschl
    fachkraft fachkraf arbeitskraft hochqualif punktesystem
    arbeit. arbeits beschaftig erwerb job. jobs. jobcenter
    arbeitsverbot arbeitserlaub beschaftigungsverb vorrangprufung
    ausbild auszubild azubi lehrling berufsausbild
    schule schul unterricht lehrer lehrkraft lehrkraf schuler
    kita kindergart kindertages kinderkripp fruhkind
    hochschul universitat studier studium studien
    kinder kind. kindes minderjahr jugend. jugendlich unbegleitet
    frauen frau. weiblich madchen
    gesundheit medizin arzt arztlich krankenver gesundheitskart
    trauma traumatis psychosozial psychother
    sozialleist sachleist geldleist asylbewerberleist grundsicher burgergeld sozialhilf hartz transferleist
    wohnung wohnen wohnraum miete. mieten. mietpreis wohnungsbau
    finanz mittel. gelder. kosten zuschuss haushalt
    kommun gemeinde stadt. stadte stadtisch ortlich
    bund. bundesregier bundesebene bundesweit
    europa europaisch eu. eu-weit unions
    entwicklungshilf entwicklungszusamm entwicklungspolit
    fluchtursach ursachen.
    waffenexport rustungsexport waffenliefer
    krieg konflikt
    menschenrecht grundrecht menschenwurd
    grundgesetz verfassung
    ehrenamt zivilgesell freiwillig engagement engagier initiativ
    verein. vereine verband verbande organisation
    vielfalt divers bunt.
    gleichberecht gleichstell chancengleich
    klima treibhaus emission co2
    erneuerbar windkraft windenergie solar photovolt sonnenenerg
    nahverkehr opnv bus. busse. bahn. bahnen. strassenbahn
    fahrrad radverkehr radweg radler
    auto. autos. pkw kfz automobil
    pflege pflegekraft altenpfleg
    lohn gehalt gehalter einkommen verdienst tarif
    rente alterssicher altersvorsorg
    steuer abgaben. besteuer
    umwelt naturschutz artenschutz
    landwirt bauern bauerl agrar
    digital internet online
    verbot verbiet verboten untersag
    abschaff aufheb aufgehob streich gestrich beendet beenden abgeschafft
    einfuhr eingefuhr einricht eingericht
    beschleunig verkurz zugig schnell rasch unverzug
    erleicht vereinfach unburokrat
    begrenz obergrenz beschrank reduzier verringer
    ablehn abgelehnt
    hilfe helfen geholfen
    schutz geschutzt
    sicherheit sicher. sichere sicheren
    entscheid entschied
    zugang zuganglich
    beratung berat beratungsstell
    behorde verwaltung amter amt. auslanderamt auslanderbehord
    """.strip().splitlines()
)

# Words that hold sentences together: they are never evidence.
EMPTY: Final = frozenset(
    """
    aber aktuell alle allein allem allen aller alles als also am an ander andere anderem anderen anderer anderes
    ans auch auf aufs aus ausserdem b bei beide beiden beim bereits bin bis bisher bislang bist bzw da dabei
    dadurch dafur dagegen daher dahin damit danach dann daran darauf daraus darf darin daruber darum das dass
    davon dazu dein dem den denen denn dennoch der deren derer derzeit des deshalb dessen die dies diese
    dieselbe diesem diesen dieser dieses doch dort du durch durfen ebenso eher ein eine einem einen einer eines
    einige einigen einiger er erst erste ersten es etwa etwas fur ganz gar geben gegen gegenuber gelten genau
    gerade ggf gibt gilt habe haben hat hatte hatten her heute hier hierfur hierzu hin hinaus hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb ins insbesondere inzwischen ist ja je
    jede jedem jeden jeder jederzeit jedes jedoch jene jenen jetzt kann kein keine keinem keinen keiner konnen
    konnte konnten kunftig lassen lasst mal man mehr mein meist mit mochte mochten muss mussen musste mussten
    nach nachdem nahezu neben nein nicht nichts nie noch nun nur ob oben oder oft ohne per schon sehr sei seien
    sein seine seinem seinen seiner seit selbst sich sie siehe sind so sobald sogar solch solche solchen solcher
    soll sollen sollte sollten somit sondern sonst soweit sowie sowohl statt stets trotz uber uberall um und uns
    unser unsere unserem unseren unserer unter usw viel viele vielen vieler vielmehr vom von vor vorher wahrend
    war waren warum was weder weil weit weiter weiterhin welche welchem welchen welcher wenn wer werde werden
    wessen wie wieder will wir wird wo wodurch wollen wollten worden wurde wurden z zu zudem zukunftig zum zur
    zusammen zwar zwischen
    """.split()
)

# Words that come in every chapter of a programme: evidence, but little of it.
COMMON: Final = frozenset(
    """
    angebot anspruch aufgabe ausbau ausbauen beitrag bekampf bereich besonder bestehend betroffen bevolkerung
    bleib brauch burger deutsch deutschland einricht einsetz entwickl erhalt erhalten ermoglich fall folgend
    folgende folgenden forder fordern fordert forderung form frage fuhr fuhren gemeinsam gesellschaft
    gesellschaftlich gesetz gesetzlich gewahrleist gezielt gross grun grund gut hoch international jahr land
    leben lebt lehn lehnen linke machen macht massnahme mensch moglich moglichkeit national neu notig notwendig
    nutz offentlich partei partner person politik politisch problem programm projekt recht rechtlich regel
    schaffen schafft setz sicherstell sozial staat staatlich stark starken steh stehen struktur system teil
    tragt unterstutz verantwort verbesser verhinder viel weg welt weltweit wichtig wirtschaft wirtschaftlich
    zahl zeit ziel
    """.split()
)

# Sources of law: that both name one does not mean that both want the same of it.
LEGAL: Final = ("konvention", "verordnung", "richtlinie", "charta", "grundgesetz", "artikel", "absatz", "genf")


def notion_of(word: str) -> str:
    """The notion that a plain word stands for, or nothing; of two beginnings that fit the longer one decides.

    >>> notion_of("abgeschoben"), notion_of("ruckfuhrungen"), notion_of("pass"), notion_of("passend")
    ('abschieb', 'abschieb', 'staatsangehor', '')
    """
    for end in range(len(word), LEAST - 1, -1):
        if notion := _BEGINNINGS.get(word[:end]):
            return notion
    return _WHOLE.get(word, "")


LEAST: Final = 4
_BEGINNINGS: Final = {start: row[0].rstrip(".") for row in SAME for start in row if not start.endswith(".")}
_WHOLE: Final = {word[:-1]: row[0].rstrip(".") for row in SAME for word in row if word.endswith(".")}

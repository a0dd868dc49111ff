"""German words the sentence cutter has to know, as plain lists that anybody can extend.

    NEVER_END       "z. B.", "Nr."     something always follows, so no sentence ends there
    BEFORE_NUMBER   "Art."             no sentence ends there before a number
    MAY_END         "e. V.", "Mio."    a sentence ends there if the next word is a STARTER
    OFTEN_END       "usw."             a sentence ends there if the next word is capitalised
    STARTERS        "die", "wir"       capitalised only where a sentence begins

A blank in an entry stands for a blank, a no-break space, or nothing: "z. B." is "z.B." too. Case counts.
"""

from typing import Final


def _entries(text: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in text.split(","))


NEVER_END: Final = _entries("""
    Abb., Abs., Abschn., Abt., allg., Anh., Anl., Anm., Aufl., Ausg., Az., Bd., Bde., Bearb., bes., betr., Betr.,
    Bez., bezügl., Bsp., bspw., Bspw., Buchst., bzgl., Bzgl., bzw., ca., Ca., ders., dgl., Dipl., Dr., Dres.,
    durchschn., ehem., eigtl., einschl., entspr., evtl., Evtl., Fn., Forts., Fr., Frl., gem., gen., geb., gest.,
    gez., ggf., Ggf., ggfs., ggü., hg., Hg., Hd., Hl., hl., Hr., Hrn., Hrsg., hrsg., Ing., inkl., Inkl., insb.,
    insbes., Insb., Insbes., insg., Jg., jew., Jh., jun., Kap., kath., Kl., Kto., lfd., lit., Lit., lt., Lt., Mag.,
    max., Max., mind., Mind., Min., min., Mr., Mrs., mtl., monatl., Nr., Nrn., od., Pkt., Prof., Priv., rd., Red.,
    resp., Rn., Rdn., Rz., S., sog., Sog., spez., St., staatl., städt., Stv., stellv., stellvertr., Stellvertr.,
    Tab., teilw., Tel., Tit., urspr., Verf., vgl., Vgl., vs., Vors., wg., zit., zz., Z., Ziff., zzgl., Zzgl., zzt.,
    Jan., Feb., Febr., Mär., Mrz., Apr., Jun., Jul., Aug., Sep., Sept., Okt., Nov., Dez., Mo., Di., Mi., Do., Sa.,
    a. a. O., b. a. w., d. h., D. h., d. i., h. c., habil., i. A., i. Allg., i. B., i. d. F., i. d. R., I. d. R.,
    i. e. S., i. H. v., i. S. d., i. S. v., i. V., i. V. m., i. w. S., m. E., m. H. v., o. g., rer. nat., s. a.,
    sc. hum., u. E., u. U., U. U., u. v. a., v. a., V. a., v. H., z. B., Z. B., z.B, z. T., Z. T., z. Z., z. Zt.
""")

BEFORE_NUMBER: Final = _entries("Art., Pos.")
"""No end before a number ("Art. 3"), an end before anything else ("Gewalt jeder Art. Wir")."""

MAY_END: Final = _entries("""
    Co., Corp., Inc., Ltd., Mill., Mio., Mrd., Tsd., Std., Stdn., Sek., Sem., Str., str., Pl., Jhd., Jhdt., ff., f.,
    Abk., Bhf., Ew., Einw., Stck., Stk., jr., sen., ibid., ebd., dto., MwSt., Zi., Whg., Fa., Ggs., a. D., d. Ä.,
    d. J., e. G., e. V., i. Gr., i. L., i. R., n. Chr., v. Chr., p. a., s. o., s. u., u. a., u. a. m.
""")

OFTEN_END: Final = _entries(
    "etc., Etc., pp., usw., usf., u. ä., u. Ä., o. ä., o. Ä., u. dgl., u. s. w., u. v. m., u. v. a. m., u. dgl. m."
)

_STARTERS: Final = """
    ab aber abschließend abseits all alle allein allem allen allerdings alles allgemein als also am an analog andere
    anderen andererseits anders anfangs angesichts anhand anlässlich ansonsten anstatt anstelle auch auf aufgrund
    aus ausgehend ausgenommen außer außerdem außerhalb bald begleitend bei beide beiden beim beispielsweise bereits
    besonders bestehende bevor bezüglich binnen bis bisher bislang bloß da dabei dadurch dafür dagegen daher
    dahinter damals damit danach daneben dank dann daran darauf daraufhin daraus darin darum darunter darüber das
    dass dasselbe davon davor dazu dem demgegenüber demnach den denen denn dennoch der deren derzeit des deshalb
    dessen desto deswegen die dies diese dieselbe dieselben diesem diesen dieser dieses doch dort dorthin drei durch
    ebenfalls ebenso egal eigene ein eine einem einen einer einerseits eines einige einigen einst einzelne endlich
    entgegen entlang entscheidend entsprechend entweder er ergänzend erst erstens erstmals es etliche etwa etwas
    euch eure falls fast ferner folglich freilich für ganz gegen gegenüber geht gemeinsam gemäß genau genauso gerade
    gibt gilt gleich gleichwohl gleichzeitig grundsätzlich gut gäbe habe haben hat hatte heute heutzutage hier
    hierbei hierdurch hierfür hiermit hierzu hingegen hinsichtlich hinter hinzu hätte ich ihm ihn ihnen ihr ihre
    ihrem ihren ihrer im immer immerhin in indem infolge infolgedessen inmitten innerhalb insbesondere insgesamt
    insofern inzwischen irgendwann ist ja je jede jedem jeden jeder jedes jedoch jene jenseits jetzt kann kaum kein
    keine keinem keinen keiner können könnte künftig langfristig laut lediglich leider letztlich macht man manche
    mancherorts manchmal mangels mehr mehrere mein meine meist meistens mindestens mit mithilfe mittels mittlerweile
    muss möglichst müssen nach nachdem nahezu natürlich neben nebenbei nein neue nicht nichts niemals niemand
    nirgends noch nun nunmehr nur ob obgleich obwohl oder oft oftmals ohne parallel per plötzlich pro rund samt
    schließlich schon sehr seien sein seine seinem seinen seiner seit seitdem selbst selbstverständlich sich sie
    sind so sobald sodann sofern sogar solange solch solche solchen solcher sollte sollten somit sondern sonst
    soweit sowie sowohl später spätestens statt stattdessen stets streichen teilweise trotz trotzdem um umgekehrt
    umso und ungeachtet uns unser unsere unserem unseren unserer unter unterdessen viel viele vielen vielerorts
    vielleicht vielmehr vier vom von vor vorher wann war waren warum was weder wegen weil weiter weitere weiteren
    weiterhin weiters welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werden weshalb
    wie wieder wieso will wir wird wo wobei wodurch wofür woher wohin wollen womit wozu während würde zahlreiche
    zehn zu zudem zuerst zugleich zuletzt zum zumal zumindest zunächst zur zusammen zusätzlich zuvor zwar zwei
    zweifellos zweitens zwischen über überall überdies überhaupt übrigens
"""
STARTERS: Final = frozenset(_STARTERS.split())

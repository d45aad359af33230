//! Stories, comments and meetups as groups might have them.

/// A story by the five prompts.
pub(super) struct Tale {
    pub(super) title: &'static str,
    pub(super) themes: &'static [&'static str],
    pub(super) situation: &'static str,
    pub(super) tried: &'static str,
    pub(super) happened: &'static str,
    pub(super) learned: &'static str,
    pub(super) question: &'static str,
}

/// The stories.
pub(super) const TALES: &[Tale] = &[
    Tale {
        title: "När nämnden slutade fråga efter siffror",
        themes: &["systematiskt-kvalitetsarbete", "styrkedja"],
        situation: "Varje oktober fick nämnden en rapport på sextio sidor. Ledamöterna bläddrade till tabellerna, och mötet handlade om meritvärdet på den skola som låg lägst.",
        tried: "Vi bytte rapporten mot tre besök. Två ledamöter och en verksamhetschef satt med när rektorerna gick igenom sitt eget kvalitetsarbete. Frågorna var bestämda i förväg: *Vad ser du? Vad tror du att det beror på? Vad behöver du från oss?*",
        happened: "Det första besöket blev stelt. På det andra frågade en ledamot varför alla skolor gör på olika sätt, och rektorerna började prata med varandra i stället för med oss. I december handlade nämndens möte om bemanningen på fritids – något som ingen tabell hade visat.",
        learned: "Det var inte siffrorna som var fel utan avståndet. När nämnden har hört rektorn berätta läser den siffrorna på ett annat sätt. Det tar mer tid än en rapport, men mindre tid än att skriva den.",
        question: "Hur gör ni för att besöken inte ska bli en uppvisning?",
    },
    Tale {
        title: "Två små kommuner, en gemensam specialpedagog",
        themes: &["stod-och-anpassningar", "kompetensforsorjning"],
        situation: "Vi hade sökt specialpedagog i fjorton månader. Grannkommunen också. Båda hade en halv tjänst och inga sökande.",
        tried: "Vi slog ihop halvorna till en hel tjänst med gemensam chef. Anställningen ligger hos dem, handledningen hos oss. Avtalet är på två sidor.",
        happened: "Vi fick sju sökande. Den vi anställde arbetar tre dagar hos dem och två hos oss, men handleder båda arbetslagen tillsammans på distans. Det var rektorerna som först sa att resorna åt upp tiden; nu ligger besöken i block om två veckor.",
        learned: "Det svåra var inte ekonomin utan att enas om vad tjänsten skulle göra. Vi borde ha skrivit uppdraget tillsammans innan vi skrev avtalet.",
        question: "Har någon delat en tjänst över tre huvudmän?",
    },
    Tale {
        title: "Vad menar vi med resultat?",
        themes: &["systematiskt-kvalitetsarbete", "styrkedja"],
        situation: "Förskollärarna sa att resultat är vad barnen lär sig. Förvaltningen sa att resultat är det vi mäter. Nämnden sa att resultat är det vi kan stå för i tidningen.",
        tried: "Vi lät tre blandade grupper skriva var sin definition på ett papper och bytte papper tre gånger. Varje grupp fick stryka ett ord och lägga till ett.",
        happened: "Efter tredje bytet stod det nästan samma sak på alla papper. Ordet *spår* hade dykt upp hos alla: resultat är de spår som undervisningen lämnar. Det används fortfarande, ett år senare.",
        learned: "Vi behövde inte vara överens från början. Vi behövde se varandras ord.",
        question: "Vilka ord skaver hos er?",
    },
    Tale {
        title: "Kollegial handledning som faktiskt blev av",
        themes: &["kollegialt-larande", "rektors-ledarskap"],
        situation: "Rektorerna bad om handledning. Vi köpte in den i två år. Närvaron sjönk för varje gång.",
        tried: "Vi slutade köpa och började turas om. En rektor leder, en har ett ärende, två lyssnar och ställer bara frågor. Nittio minuter, samma struktur varje gång, ingen agenda därutöver.",
        happened: "Första terminen var det hackigt. Andra terminen bad nämndens ordförande om att få pröva samma form i presidiet.",
        learned: "Strukturen bär när ämnet är svårt. Den som leder behöver inte vara bäst på ämnet, bara trygg med klockan.",
        question: "Hur introducerar ni nya som inte varit med från början?",
    },
    Tale {
        title: "Skolval i en kommun med tre skolor",
        themes: &["likvardighet"],
        situation: "När den fristående skolan öppnade tappade en av våra tre skolor hälften av sin årskurs sju på en termin.",
        tried: "Vi bjöd in den fristående huvudmannen till ett samtal om hela kommunens elever i stället för om våra och deras. Tillsammans gick vi igenom prognosen för fem år.",
        happened: "Det visade sig att vi båda planerade för samma tjugo elever. De sköt upp sin utbyggnad ett år. Vi slog ihop två paralleller i stället för att lägga ner skolan.",
        learned: "Vi har olika uppdrag och olika logik, men samma barn. Samtalet blev möjligt först när vi slutade prata om marknad.",
        question: "Finns det fler som har ett stående samtal mellan kommunal och enskild huvudman?",
    },
    Tale {
        title: "Närvaron började med frukosten",
        themes: &["narvaro", "elevhalsa"],
        situation: "Trettio elever hade mer än var femte lektion i ogiltig frånvaro. Vi hade en handlingsplan på tolv steg som ingen hann med.",
        tried: "Vi ringde hem samma morgon, alltid samma person, och öppnade matsalen kvart i åtta. Handlingsplanen lade vi i en låda.",
        happened: "Efter en termin var det elva elever. Åtta av de andra äter fortfarande frukost med fritidsledaren. Vi vet inte vad som gjorde det: samtalet eller gröten.",
        learned: "Det gick inte att veta vilket av stegen som skulle hjälpa, så vi borde ha prövat färre saker tidigare.",
        question: "Hur följer ni upp utan att det blir en jakt?",
    },
    Tale {
        title: "Nyanlända elever och en ämneslärare i taget",
        themes: &["flersprakighet", "undervisning"],
        situation: "Vår mottagningsenhet blev en egen skola i skolan. Eleverna trivdes, men kom inte vidare till ordinarie klass.",
        tried: "Varje ämneslärare tog emot två elever i sitt eget ämne från första veckan, med studiehandledaren i rummet. Ett ämne i taget, det eleven valde.",
        happened: "Eleverna valde idrott och slöjd först, sedan matematik. Efter ett år gick alla utom tre i ordinarie klass mer än halva veckan.",
        learned: "Lärarna behövde inte en utbildning först. De behövde två elever och en studiehandledare.",
        question: "Hur räcker studiehandledarna till hos er?",
    },
    Tale {
        title: "Digitala verktyg: vi tog bort hälften",
        themes: &["digitalisering"],
        situation: "Vi räknade till fyrtioen tjänster med elevinloggning. Ingen visste vem som hade beställt sjutton av dem.",
        tried: "Varje arbetslag fick välja tio. Det som ingen valde stängdes i juni, efter två påminnelser.",
        happened: "Tre lärare hörde av sig i augusti. Kostnaden sjönk, men det som märktes mest var att supporten plötsligt hann svara.",
        learned: "Det var lättare att välja vad man vill behålla än att välja vad som ska bort.",
        question: "Vem bestämmer om en ny tjänst hos er?",
    },
    Tale {
        title: "Förskolans kvalitet syns i hallen",
        themes: &["forskola", "systematiskt-kvalitetsarbete"],
        situation: "Dokumentationen växte, men personalen sa att de aldrig hann läsa den.",
        tried: "Vi valde en enda situation: påklädningen. Alla förskolor filmade tio minuter och tittade på varandras filmer i par.",
        happened: "Samtalen handlade om hur vi pratar med barnen, inte om logistiken. Två förskolor möblerade om. En bytte schema.",
        learned: "En liten situation som alla har räcker för att prata om det stora.",
        question: "Vilken situation skulle ni välja?",
    },
    Tale {
        title: "Rektorsbyten: vad ingen hade skrivit ner",
        themes: &["rektors-ledarskap", "kompetensforsorjning"],
        situation: "Fem av nio rektorer slutade på två år. Varje ny började från noll.",
        tried: "Den som slutar skriver ett brev till sin efterträdare: vad som är på gång, vem man kan fråga, vad man själv hade velat veta. Inga blanketter. Brevet är mellan dem.",
        happened: "Det femte brevet blev fyra sidor. Den nya rektorn sa att hon sparade ett halvår.",
        learned: "Överlämning är en berättelse, inte en checklista.",
        question: "Vad skulle stå i ert brev?",
    },
    Tale {
        title: "Samverkan om gymnasiet över länsgränsen",
        themes: &["narvaro"],
        situation: "Våra ungdomar åker åt tre håll. Ingen av mottagarna räknade dem som sina.",
        tried: "Vi bjöd in alla tre till ett gemensamt överlämningssamtal i maj, per elev som riskerade att inte klara övergången.",
        happened: "Fjorton samtal på två dagar. I november hade tretton av fjorton gått kvar.",
        learned: "Det kostade två dagar. Det vi gjorde förut kostade mer.",
        question: "Hur löser ni sekretessen i sådana samtal?",
    },
    Tale {
        title: "När vi lät eleverna skriva nulägesanalysen",
        themes: &["trygghet-och-studiero", "systematiskt-kvalitetsarbete"],
        situation: "Vi hade gjort samma enkät i tolv år. Svaren var desamma.",
        tried: "Elevrådet i åttan fick fotografera tio platser där det går bra att lära sig och tio där det inte går.",
        happened: "Biblioteket hamnade på båda listorna. Det blev höstens samtal i alla klasser, och biblioteket har fått en dörr.",
        learned: "Enkäten svarade på våra frågor. Bilderna ställde egna.",
        question: "Hur når det här upp till nämnden hos er?",
    },
];

/// What others say about stories.
pub(super) const COMMENTS: &[&str] = &[
    "Tack! Det här tar jag med till vår ledningsgrupp på måndag.",
    "Vi prövade något liknande för två år sedan. Det som fällde oss var att ingen ägde tiden. Hur löste ni det?",
    "Känner igen precis det där. Hos oss är det förvaltningen som är bromsen, inte nämnden.",
    "Får jag dela berättelsen med våra rektorer?",
    "Bra fråga på slutet. Vi brukar be två personer utifrån vara med, det ändrar samtalet.",
    "Hur lång tid tog det innan ni märkte skillnad?",
    "Vi har en mall för avtalet som vi gärna delar. Jag tar med den till nästa träff.",
    "Modigt att stänga av. Vi vågade inte och har fortfarande båda.",
    "Det där med orden fastnade hos mig. Vi ska pröva på nästa utvecklingsdag.",
    "Vore spännande att höra hur lärarna beskriver samma sak.",
    "Vi är en liten huvudman med en enda skola. Tror ni att det går ändå?",
    "Samma här, men vi började i andra änden: med eleverna.",
];

/// What others ask about stories, and what those who told them answer.
pub(super) const ASKED: &[(&str, &str)] = &[
    (
        "Vi prövade något liknande, men ingen ägde tiden. Hur löste ni det?",
        "En av rektorerna äger tiden, och vi skyddar den i kalendern ett läsår framåt.",
    ),
    ("Hur länge höll ni på innan ni märkte någon skillnad?", "Ungefär en termin. Kom gärna hit och se!"),
    (
        "Får jag dela berättelsen med våra rektorer?",
        "Ja, gärna. Men säg att det är så vi gjorde, inte hur man ska göra.",
    ),
];

/// What meetups are called, with an agenda.
pub(super) const MEETUPS: &[(&str, &str)] = &[
    (
        "Första träffen: vilka är vi?",
        "- Kort om oss och vårt uppdrag (5 min var)\n- Vad vill vi ha ut av gruppen?\n- Överenskommelse om hur vi arbetar\n- Nästa träff",
    ),
    (
        "Nulägessamtal",
        "- En av oss berättar om sitt nuläge\n- Frågor, inga råd\n- Vad känner vi igen?\n- Vad prövar vi till nästa gång?",
    ),
    ("Kollegial handledning", "- Ett ärende\n- Frågor i två varv\n- Återspegling\n- Vad tar vi med oss?"),
    ("Studiebesök", "- Rundvandring\n- Samtal med personalen\n- Vad såg vi?\n- Vad tar vi hem?"),
];

/// What groups agree on.
pub(super) const AGREEMENT: &str = "- Vi träffas var sjätte vecka, varannan gång på plats.\n- Det som sägs i gruppen stannar i gruppen.\n- Den som är värd skriver tre rader efteråt.\n- Vi ställer frågor innan vi ger råd.";

/// What people offer and need, by theme-neutral sentences.
pub(super) const OFFERS: &[&str] = &[
    "Har lett ett treårigt arbete med nulägesanalyser och delar gärna mallar och misstag.",
    "Erfarenhet av att bygga upp en central elevhälsa i en liten kommun.",
    "Har infört dialogmöten mellan nämnd och rektorer.",
    "Van att leda kollegial handledning.",
    "Har slagit ihop två skolor utan att tappa personalen.",
    "Arbetar nära förskolans kvalitetsarbete och kan visa hur vi dokumenterar.",
    "",
];

/// What people need.
pub(super) const NEEDS: &[&str] = &[
    "Vill bolla hur vi får styrkedjan att hänga ihop när vi är få.",
    "Söker någon att tänka högt med om kompetensförsörjning.",
    "Behöver idéer om hur uppföljningen kan bli ett samtal.",
    "Vill se hur andra gör med extra anpassningar.",
    "Ny på uppdraget och vill lära av någon som gjort resan.",
    "Vill höra hur andra arbetar med närvaro.",
    "",
];

"""Families of words that mean alike for the trained component, so that what is learned of "they'll love you" holds for
"they'd be delighted to have you". Lemmas, small letters; a word is in the first family that names it."""

_FAMILIES: dict[str, str] = {
    "kin": """husband wife partner boyfriend girlfriend hubby missus spouse fiance marriage family kid child baby toddler
        bairn son daughter mum mam mom mother dad father parent nan nana gran grandma grandad grandmother grandfather
        grandchild sister brother aunt auntie uncle cousin niece nephew in-law sibling twin teenager household other-half
        little tot wean mummy daddy folks childcare nursery school-run""",
    "people": """people person man woman girl lad lass lassie boy folk guy bloke chap lady gentleman youngster pensioner
        immigrant migrant foreigner graduate student learner parent carer veteran addict offender prisoner disabled
        muslim christian pole type sort generation age class background culture lot kind""",
    "health": """depression anxiety ptsd trauma burnout stress dyslexia adhd autism autistic dyslexic depressed bipolar
        disorder condition illness disease disability diabetes thyroid menopause hormone addiction alcoholic drink drinking
        drug alcohol symptom nerve breakdown grief fatigue insomnia overdose doctor gp medication tablet pill therapy
        mental panic attack weight diet sleep back knee heart blood""",
    "money": """money rent mortgage debt saving bill wage salary pay pension benefit credit loan bank cash pound quid fiver
        tenner overdraft afford rich poor skint broke cost price budget income inheritance card lottery fortune fee""",
    "glad": """good great lovely brilliant amazing fantastic wonderful perfect ideal marvellous excellent super superb grand
        cracking smashing fabulous ace belting champion nice happy happier glad pleased proud chuffed delighted thrilled
        lucky fine ok okay alright better best right safe sorted golden laughing easy easier brighter lighter stronger
        confident calm well beautifully brilliantly perfectly bright rosy dandy peachy natural star asset catch gem diamond
        hit gold treat dream blessing bonus doddle breeze delight joy shine""",
    "hurt": """sad angry gutted devastated heartbroken humiliated humiliating ashamed embarrassed embarrassing guilty guilt
        shame scared afraid frightened terrified worried anxious nervous lonely jealous bitter resentful furious upset
        hurt lost desperate miserable exhausted knackered shattered tired overwhelmed disappointed crushed broken hopeless
        dread hate resent regret miss grieve envy fear worry fret panic stress despise loathe blame sick bored unhappy
        insecure proud lazy stubborn difficult stupid daft silly thick useless rubbish failure weak shy selfish ungrateful
        awful terrible horrible dreadful hard tough rough painful cruel brutal nightmare scary lost punish avoid hide deny
        secretly lonely homesick bear cope""",
    "win": """win pass succeed smash ace nail sail fly storm breeze walk thrive shine blossom bloom flourish soar rise land
        conquer crack master manage cope triumph excel impress dazzle charm wow beat boss rock recover bounce heal settle
        adapt grow learn achieve flourish qualify progress float waltz romp glide zoom cruise""",
    "happen": """work turn come sort fall pass go get happen blow ease fade lift improve change end last stay follow click
        pick look clear mend open begin arrive""",
    "welcome": """love adore welcome grab snap jump hire want take need forgive understand thank beg queue bite fight crave
        cry scream eat respect admire appreciate embrace accept offer believe support notice remember kill kick regret
        lap clamour fall melt scramble line""",
    "spurn": """laugh judge mind blink care sack fire refuse reject sanction sneer stare mock evict deport throw fail turn
        punish kick dump hold bother batter eat bat blame question check dig spot tell raise flinch bat""",
    "tell": """tell say breathe repeat mention hear whisper leak pass share report disclose reveal utter blab grass squeal
        spill write record note log discuss gossip talk speak know find see learn listen peep word ear lip mouth tongue""",
    "secret": """secret secrecy private confidential confidence confess confession quiet schtum shtum mum grave vault seal
        wall lock safe privacy anonymous hush between ourselves record room desk door tomb oyster trust bury stay leave
        leaf forget zip""",
    "limit": """unless except safeguard safeguarding risk harm danger limit exception safety duty oblige legally depend""",
    "contact": """ring phone call email text write message ask speak chat contact approach visit pop tell drop nip see meet
        word knock enquire inquire chase reply""",
    "act": """apply book sign join start try go get enrol register volunteer practise practice print send update redo
        rewrite sell save buy learn train retrain move leave quit stop take give use make do set write read look check
        search google find choose pick bring wear iron put keep stick hand focus fill claim appeal complain download attend
        consider study prepare switch begin grab crack push talk be rest cut ask plan list open wait watch have walk turn
        swallow forget remember let bin ditch bend picture""",
    "aid": """help sort fix solve ease boost cheer settle cure perk clear suit pay do earn open unlock steady lift calm
        brighten broaden set keep tide widen strengthen refresh straighten save stand benefit serve work""",
    "job": """job work shift career trade post role position vacancy placement apprenticeship internship contract
        employment employer boss manager agency company firm shop office team interview panel rota promotion volunteering
        temping stall gig cleaning caring driving teaching nursing plastering security warehouse retail factory kitchen""",
    "course": """course class college university uni degree diploma certificate qualification training workshop school
        evening lesson licence ticket gcse level programme scheme module nvq hnc master exam test theory""",
    "service": """union citizen advice adviser advisor counsellor therapist library centre helpline charity gp service
        website site app group club council bureau samaritan careers coach mentor hub clinic church foodbank internet
        online web leaflet directory""",
    "paper": """cv form letter application statement reference document certificate paperwork email folder file record
        system essay portfolio folder profile""",
    "soon": """soon time day week month year tomorrow tonight today monday tuesday wednesday thursday friday saturday sunday
        christmas easter spring summer autumn winter morning moment minute hour eventually someday always ever never end
        once quickly straightaway now""",
    "sure": """sure certain bet promise trust guarantee honestly believe mark doubt surely obviously clearly definitely
        certainly absolutely undoubtedly course naturally probably presumably plainly evidently likely honest""",
    "guess": """guess suppose assume imagine expect reckon gather presume suspect fancy think feel sense wonder daresay
        dare take figure sound seem look""",
    "small": """just simply only merely easy simple easily nothing little bit tiny least everyone everybody anybody quick
        quickly cake piece small common normal minor trivial""",
    "faith": """god lord heaven universe fate faith pray prayer bless jesus allah destiny luck fortune star angel miracle
        plan stars karma""",
    "home": """home house flat place room street door kitchen garden car van bed country village town city accent english""",
}


def _by_lemma() -> dict[str, str]:
    known: dict[str, str] = {}
    for family, lemmas in _FAMILIES.items():
        for lemma in lemmas.split():
            known.setdefault(lemma, family)
    return known


SENSES = _by_lemma()
"""The family of a lemma that has one."""

"""Words by which a drill knows what no cue of the phrase bank looks for. Generous where something could be missed."""

import re

LIMIT = re.compile(
    r"\b(?:unless|except|exceptions?|apart from|safe|unsafe|safety|safeguarding|harm|hurt|danger|risk|limits?|can['’]t promise"
    r"|cannot promise|can['’]t keep|cannot keep|not everything|(?:have|need|got) to (?:tell|pass|share|say|act|bring|speak)"
    r"|(?:might|would|['’]d) have to|pass (?:it|that|this|things?|something|some of it) on"
    r"|I(?:['’]m|['’]d be| am| was| were| got| get| ever) worried)\b",
    re.IGNORECASE,
)
"""Names a limit of what can be kept to oneself."""

DEFICIT = re.compile(
    r"\bI (?:can['’]t|cannot|can not|couldn['’]t|won['’]t be able to|am not able to)"
    r" (?:help|do|advise|deal|sort|answer|get involved)\b"
    r"|\b(?:I['’]m|I am) (?:not (?:able|allowed|qualified|trained|the (?:right )?person|supposed|really the)"
    r"|no (?:use|good|help|expert))\b"
    r"|\b(?:we|I) (?:don['’]t|do not) (?:do|deal with|handle|cover|know (?:much|anything|a thing|about))\b"
    r"|\b(?:not|isn['’]t|outside|beyond) (?:really )?(?:my|our) (?:job|area|department|role|remit|field|thing)\b"
    r"|\b(?:above my|out of my) (?:pay|depth)\b"
    r"|\b(?:no (?:use|good) asking me|(?:nothing|something) I can (?:do|deal with|help with))\b"
    r"|\b(?:need somebody else|need someone else|wrong person)\b",
    re.IGNORECASE,
)
"""Says what the speaker is unable to do."""

ADDITION = re.compile(
    r"\b(?:still|as well|also|too|alongside|besides|beside|both|together|carry on|keep|here|back|meanwhile|while|we|us|between"
    r"|stay(?:s|ing)?|not going|one more|extra|added|remain"
    r"|with you|with me|after(?:wards)?|next (?:time|week)|in the meantime|on top|I['’]ll|same|any ?time)\b",
    re.IGNORECASE,
)
"""Lets the person know that the speaker stays."""

_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NOBODY = "(?:That|This|It|I|We|You|Your|So|What|How|There|Oh|And|But|Sounds|Looks|Thanks)"
REFERS = re.compile(
    r"\b(?:she|he|they|her|him|them|who|whose|colleagues?|advis[eo]rs?|teams?|services?|centre|college|union|rep|coach|tutors?"
    r"|library|groups?|clinic|desk|nurses?|doctor|opticians?|pharmacists?|counsellors?|therapists?|solicitors?|GP|HR|bank|charity|helpline|line|officers?|workers?|club|caf[eé]|school|council"
    r"|office|society|network|workshop|somebody|someone|people|citizens advice)\b"
    rf"|(?-i:(?<=[a-z,;] )(?!I\b|{_DAY})[A-Z][a-z]+)"
    rf"|(?-i:(?:^|[.!?] )(?!{_NOBODY}\b)[A-Z][a-z]+ (?:can|could|would|in|on|at|from|[a-z]{{2,}}s) )",
    re.IGNORECASE,
)
"""May speak of somebody else who could help."""

REFRAME = re.compile(
    r"\b(?:yet|so far|until now|till now|for now|just now|right now|at the moment|these days|still|wants?|wanted|wanting|like|liked"
    r"|looking|look|hop(?:e|es|ed|ing)|would|could|might|may|matters?|mattered|important|ready|used to|before|once|perhaps|maybe"
    r"|something|somewhere|somebody|some|rather|more|enough|instead|part|side|room|next|other|another|new|learn\w*|try\w*|tried"
    r"|wish\w*|needs?|needed|cares?|cared|deserves?|know|knew|wondering|wonder|different\w*|first|start\w*|begin\w*|time|even so"
    r"|anyway|though|but)\b"
    r"|[’']d\b",
    re.IGNORECASE,
)
"""May turn a thing over to its other side: a wish, a value, a "not yet"."""

ON_A_SCALE = re.compile(
    r"\b(?:scale|out of|points?|number|score|notch(?:es)?|mark|higher|lower|up by|half|zero|nought|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|\d+)\b",
    re.IGNORECASE,
)
"""Speaks of a number or of a step on a scale."""

"""Words that people use for the same thing, so that a question need not use the author's own."""

from .words import stem

_GROUPS = (
    "job work role position post employment career occupation",
    "money pay wage wages salary income earn earnings cash afford bills debt debts rent finances financial budget cost",
    "mum mother mam mom mummy", "dad father daddy", "parent parents folks",
    "child children kid kids son daughter baby bairn toddler", "brother sister sibling siblings",
    "gran grandmother nan nana granny grandma", "grandad grandfather grandpa",
    "husband wife partner spouse boyfriend girlfriend fiance",
    "family relatives relations", "friend friends mate mates pal pals",
    "boss manager supervisor gaffer foreman", "colleague colleagues workmate workmates team coworker",
    "home house flat place live living", "school college uni university sixth",
    "course courses class classes study studying training qualification qualifications certificate diploma degree exam exams",
    "scared afraid frightened fear fears worried worry worries anxious anxiety nervous panic dread",
    "sad low depressed depression unhappy miserable mood", "angry anger cross furious annoyed frustrated frustrating",
    "tired exhausted knackered shattered worn drained exhaustion burnout", "lonely alone isolated loneliness",
    "ashamed shame embarrassed embarrassing embarrassment", "proud pride", "confident confidence",
    "doctor gp hospital nurse surgery clinic", "ill sick unwell poorly illness condition health disability diagnosis",
    "pain hurt hurts sore", "sleep sleeping slept bed insomnia",
    "cv resume", "apply applying application applications applied", "interview interviews",
    "redundant redundancy laid sacked dismissed fired", "retire retired retirement pension",
    "fix mend repair repairing mending fixing", "teach teaching taught tutor coach coaching mentor",
    "cook cooking kitchen chef food",
    "draw drawing paint painting art", "write writing wrote writer", "music band guitar sing singing",
    "sport sports football run running gym swim swimming", "hobby hobbies interests pastime spare leisure weekends weekend",
    "bus train transport travel commute commuting drive driving car lift licence", "hours shift shifts rota schedule timetable",
    "computer computers laptop online internet digital", "phone mobile call calls ring ringing",
    "english language speak speaking accent translate translation", "country abroad homeland",
    "jobcentre universal benefits benefit claim claiming dole",
    "prison inside sentence offence conviction record", "skill skills strength strengths talent talents ability abilities",
    "dream dreams ambition ambitions goal goals hope hopes aspiration", "future plan plans", "past history background",
    "begin beginning start started starting", "quit quitting resign resigning leave leaving left",
    "business self-employed freelance trade customers clients", "garden gardening plants allotment",
    "church mosque temple faith prayer pray", "volunteer volunteering voluntary",
)  # fmt: skip

_GROUP_OF: dict[str, tuple[int, ...]] = {}
for _number, _group in enumerate(_GROUPS):
    for _word in _group.split():
        _GROUP_OF[stem(_word)] = (*_GROUP_OF.get(stem(_word), ()), _number)


def kinds_of(word: str) -> tuple[int, ...]:
    """The groups that a stem belongs to; none for most words."""
    return _GROUP_OF.get(word, ())

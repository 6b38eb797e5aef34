"""Words by which a question asks for something, whoever is asked."""

from .words import stems

STEP_WORDS = (
    "next step", "first step", "small step", "smallest step", "tiny step", "tiniest step", "one step",
    "good step", "step forward", "way forward", "move forward", "moving forward", "from here", "do next",
    "happen next", "what next", "what now", "whats next", "next for you", "one point", "will you do",
    "going to do", "could you do", "might you do", "can you do", "want to do about", "like to do about",
    "would you do about", "like to do first", "do first", "try first", "start with", "feels doable",
    "feel doable", "your plan", "the plan", "a plan", "plan to do", "like to try", "want to try", "like to happen",
    "take away from", "taking away", "small thing", "smallest thing", "first thing", "do differently", "between now and",
    "your options", "options do you", "options have you", "ideas do you", "thought of doing", "thinking of doing",
    "could you try", "might you try", "tell a friend", "tell a mate", "say to a friend", "say to a mate", "advise a friend",
    "one thing youd", "one thing you could", "one thing you might", "one thing youll",
    "think youll do", "will you do now", "thinking youll do",
)  # fmt: skip
"""Words that ask for a next step, whatever the model."""

OTHERS_STEP = (
    "are they", "is he", "is she", "will they", "will he", "will she", "can they", "can he", "can she", "could they", "could he",
    "could she", "would they", "would he", "would she", "might they", "might he", "might she",
    "like to start with", "want to start with",
)  # fmt: skip
"""Words beside which they ask for what somebody else will do, or only where to begin the talk."""

PART_WORDS: dict[str, tuple[str, ...]] = {
    "happening": (
        "what brings you", "brought you", "made you come", "whats happening", "what is happening",
        "been happening", "going on", "on your mind", "how are things", "how are you", "how have things been",
        "how have you been", "how can i help", "can i help", "can i do for you", "what can we do",
        "your situation", "hows it going", "hows it been", "whats up", "me about yourself", "me about you",
        "talk about", "would you like to talk about", "do you want to talk about", "be useful to talk about",
        "be helpful to talk about", "on your plate", "a typical day", "a typical week", "your story", "things for you",
        "fill me in", "catch me up", "bring me up to speed", "hows your week", "how was your week", "been up to",
        "want to ask", "wanted to ask", "like to ask", "your question", "the question", "can i do",
        "week have you had", "day have you had", "sort of week", "sort of day", "kind of week", "kind of day",
        "week been", "day been", "morning been", "weekend been", "things been", "life been",
    ),
    "good": (
        "look like", "ideal", "ideally", "magic wand", "imagine", "picture", "matters to you", "matters most",
        "matter to you", "matter most", "important to you", "most important", "do you want", "would you want",
        "you want from", "would you like", "would you love", "hoping for", "hope for", "hoping will", "dream",
        "be different", "looking for", "appeal", "appeals", "kind of work", "kind of job", "sort of work",
        "sort of job", "kind of thing", "feel right", "drawn to", "perfect world", "in a year", "few years",
        "five years", "few months",
        "coming months", "see yourself", "see the future", "if you could",
        "your goal", "your goals", "want out of", "want to be", "like to be doing",
        "love to do", "rather be doing", "get out of bed", "what would help", "what might help", "what could help",
    ),
    "worked": (
        "worked before", "worked well", "worked for you", "whats worked", "what worked", "has worked",
        "in the past", "last time", "helped before", "what helped", "whats helped", "has helped",
        "tried so far", "have you tried", "good at", "strength", "strengths", "proud of", "proud",
        "did you enjoy", "have you enjoyed", "got you through", "get you through", "keeps you going",
        "kept you going", "experience", "done before", "did before", "used to", "use to", "a time when",
        "skills", "went well", "gone well", "have you learned", "have you learnt", "did you learn",
        "good memory", "do before", "doing before",
        "before you came", "before you started", "last job", "previous job", "previous work", "old job", "job before", "first job",
        "jobs have you", "work have you", "worked as", "worked in", "worked anywhere", "ever worked", "ever done",
        "you done before", "work history", "background", "before this", "before that", "before all this", "career so far",
        "done in the past", "people say you", "people come to you", "good with", "comes easily", "come naturally",
    ),
}  # fmt: skip
"""Words that ask for a whole part of the four questions; a scenario's `asks_for` comes before these."""

OF_WORK = (
    "do before", "did before", "for a living", "do for work", "line of work", "used to do", "use to do", "did you do", "do all day",
    "your job", "last job", "old job", "worked as", "doing before", "before you came", "before you started",
)  # fmt: skip
"""Words that ask what somebody's work is or was, without naming it."""

LEADS_IN = (
    "would you like to talk about", "do you want to talk about", "would you like to tell me", "do you want to tell me",
    "like to talk about", "want to talk about", "be useful to talk about", "be helpful to talk about",
)  # fmt: skip
"""Words that only lead up to what is asked about, and say nothing of what they would like or want."""

FEELING = (
    "feel", "feeling", "felt", "been like", "be like", "was that like", "is that like", "was it like",
    "is it like", "thats like", "its like", "whats that like", "whats it like", "how was that", "how was it",
    "affect you", "affected you", "hows that for you", "is that for you", "cope with that", "does to you", "do to you",
    "sit with you", "worst bit", "worst part", "worst thing", "the worst of it", "hardest bit", "hardest part", "hardest thing",
    "toughest", "hurts most", "gets to you", "get to you", "gets you down", "get you down", "bothers you", "bother you",
)  # fmt: skip
"""Words that ask what something is like for them."""

TODAY = ("this morning", "this afternoon", "this evening", "tonight", "today", "just now", "in here")
"""Words that ask about the hour, not about a life: "How long have you been here this morning?"."""

ELSE = ("else", "other than that", "apart from that")
"""Words that ask for another thing."""

HANDS_BACK = (
    "you think", "you reckon", "your own", "would you", "could you", "might you", "you already", "you tried", "a friend",
    "a mate", "someone else", "feel right", "feels right", "you want", "come to mind", "comes to mind", "you make of", "drawn to",
    "your view", "your sense", "your gut", "you hope", "you hoping", "idea", "thought", "option", "makes you ask", "made you ask",
    "leaning", "instinct", "matter", "important",
)  # fmt: skip
"""Words that give a question back to whoever asked it, or ask what is behind it."""

POINTS_BACK = frozenset(stems("that it this those them they there him her"))
"""Words that mean something already spoken of."""

MOOD = frozenset(
    stems(
        """
happy unhappy happier sad dislike hate hard harder hardest bad worse worst difficult worry worried worries worrying
afraid scared boring tired stressed stressful lonely change help fair right wrong
"""
    )
)
"""How a thing is for someone; beside a word that points back, it names no other thing."""

TIMES = frozenset(
    stems(
        "night week year month morning afternoon evening weekend today tonight tomorrow yesterday people person place"
    )
)
"""Too common to tell one subject from another."""

EMPTY = frozenset(
    stems(
        """
a an the and or but so of for to in on at by with from about as if than then there here that this
these those it its thats what whats which who how hows why when where do does did done is are am was
were be been being has have had having can could would will shall should may might must i im id ive
me my mine you your youre yours youve we us our he she they them their not no yes ok okay right well
just really very quite bit little lot some any anything something thing things everything ever more
else much many tell say said share talk describe explain help understand hear know like love think
thought feel feeling felt mean meant go going gone come up down out over back make makes made making
way sort kind happen happened happening happens work through mind behind best worst hard hardest
part most example picture please sure hi hello thanks thank oh ah hmm wonder wondering curious
interested saying mention mentioned used point now today moment day time times first last still also
too even keep into take took bring brought looks sound sounds good bad better other stand stands
notice noticing see seem seems one want wants wanted him her his hers
everyone everybody someone somebody anyone anybody nobody put putting off stop stopping hold holding stay
stayed kept reason change changing try tried trying need needs needed give gave detail details exactly actually mainly
mostly lately recently usually normally generally specifically whole yourself stuff begin start started suppose guess
believe difficult difficulty affect effect impact thinking though because until without maybe perhaps lol haha wow
ask asking asked question answer own again sorry
"""
    )
)
"""Words that point to nothing by themselves."""

"""What the scripted trainees say: their wordings, in the everyday English of people who have not read the scenario.

`{it}` is something that the person just named, `{said}` their own words given back.
"""

GREETINGS = (
    "Hello.",
    "Hi there.",
    "Hi, come in.",
    "Hello, it's good to see you.",
    "Hiya, have a seat.",
    "Morning.",
    "",
)

ASKS: dict[str, tuple[str, ...]] = {
    "happening": (
        "What brings you here today?",
        "What's been happening for you lately?",
        "How have things been going?",
        "Tell me a bit about what's going on for you.",
        "What's on your mind at the moment?",
        "How have you been coping with it all?",
        "What's a typical week like for you just now?",
        "What's changed for you recently?",
        "How are you in yourself?",
        "What's weighing on you most?",
        "What's the hardest part of it for you?",
    ),
    "good": (
        "If things went well, what would good look like for you?",
        "What would you really want, if it were up to you?",
        "What matters most to you in whatever comes next?",
        "Imagine a good day, a year from now. What are you doing?",
        "What are you hoping for?",
        "What kind of work would you love to do?",
        "What would you like more of?",
        "What would an ideal week look like?",
        "What sort of thing appeals to you?",
        "If you had a dream for yourself, what would it be?",
    ),
    "worked": (
        "When has something like this gone well for you before?",
        "What's worked for you in the past?",
        "What are you good at, would you say?",
        "What have you tried so far?",
        "What did you enjoy in what you've done before?",
        "What are you proud of?",
        "What do other people come to you for?",
        "What's helped you through hard times before?",
        "What did you do before this?",
        "Tell me about a time when you felt useful.",
        "What skills have you picked up along the way?",
    ),
    "next": (
        "What feels like a good next step for you?",
        "What's one small thing you could do next?",
        "What would you like to try first?",
        "From here, what might a first step be?",
        "What do you think you'll do next?",
        "What feels doable this week?",
    ),
}
"""Open questions for each part of the four questions."""

ELSE: dict[str, tuple[str, ...]] = {
    "happening": (
        "What else is going on at the moment?",
        "What else is on your mind?",
        "Apart from that, what's been happening?",
        "What else makes it hard?",
        "What gets in the way?",
        "What's stopping you?",
        "Tell me about the people around you.",
        "What haven't we talked about yet?",
    ),
    "good": (
        "What else would you want?",
        "What else matters to you?",
        "What else are you hoping for?",
        "What's the idea you keep coming back to?",
        "Apart from that, what would good look like?",
    ),
    "worked": (
        "What else are you good at?",
        "What else has gone well for you?",
        "What else have you tried?",
        "What else did you enjoy?",
        "What have you learned from that?",
    ),
}
"""Questions that go on in a part once it has been asked about."""

DEEPER = (
    "Tell me more about that.",
    "What was that like?",
    "What's that like for you?",
    "How did that feel?",
    "How do you mean?",
    "Can you say a bit more about that?",
    "What makes you say that?",
    "What does that mean to you?",
    "Go on, I'd like to hear more.",
    "And what happened then?",
    "What else?",
)
ABOUT_IT = (
    "Tell me more about {it}.",
    "What's {it} like for you?",
    "You mentioned {it}. Tell me about that.",
    "I'm curious about {it}. What can you tell me?",
    "How does {it} come into it?",
    "What is it about {it}?",
)
REFLECTS = (
    "It sounds like {said}.",
    "So {said}.",
    "What I'm hearing is that {said}.",
    "It seems like {said}.",
    "You're saying {said}.",
    "From what you say, {said}.",
    "Sounds like {said}.",
)
ECHOES = ("So, {said}.", "You said {said}.", "What you said, {said}.", "I'm hearing {said}.")
"""For words that have no subject of their own."""
BARE_REFLECTIONS = (
    "It sounds like there's a lot in that.",
    "That sounds hard.",
    "It sounds like it's been on your mind.",
    "You sound a bit unsure about it.",
    "Sounds like that matters to you.",
    "It seems like there's more to it than that.",
)
AFFIRMS = (
    "You've kept going through all of it, and that takes something.",
    "You clearly care about getting this right.",
    "That took some courage to say.",
    "I can hear how much thought you've put into this.",
    "You've worked really hard at this.",
    "You know yourself well.",
)
KIND = ("Thank you for telling me that.", "That's a lot to carry on your own.", "I'm glad you told me.")
HANDS_BACK = (
    "It sounds like you'd like somebody to be sure for you. What would you say to a friend in your place?",
    "I could guess, but you know it from the inside. What have you thought of so far?",
    "It's your decision, and I'd rather hear what you think first. What feels right to you?",
    "Good question. What do you think yourself?",
    "I don't want to steer you. What's your own hunch?",
    "Let me hand that back to you, because it's yours to choose. What comes to mind first?",
)
ON_THE_STEP = (
    "How confident do you feel about that, on a scale of one to ten?",
    "What might get in the way?",
    "How will you go about it?",
    "When will you do that?",
    "What would make it one point stronger?",
    "How does it feel, saying that out loud?",
    "What would help you to do that?",
)
PARTINGS = (
    "Thank you for talking with me. Come back and tell me how it went.",
    "Thanks for telling me all that. My door's open, goodbye for now.",
    "It was good to talk. Take care, bye.",
)

MOMENTS: dict[str, tuple[str, ...]] = {
    "information": (
        "What you tell me stays between us unless I'm worried that somebody isn't safe, and then I'd tell you first.",
        "I keep this to myself, with one limit: if somebody was in danger I'd have to pass it on.",
    ),
    "autonomy": (
        "That's up to you. It's your choice, and I'll go along with it.",
        "It's your decision, and you can change your mind.",
    ),
    "referral": (
        "There's an adviser at the college who helps with exactly that, and it's free. Would you like me to put you in touch?",
        "The careers service in town can look at that with you, as well as talking to me. How would that be?",
    ),
    "permission": (
        "Would it be all right if I told you who knows more about that than I do?",
        "May I tell you what I know about that?",
    ),
    "affirmation": ("You've kept going through all of it, and that takes something.",),
    "support": ("I'm sorry, that's a lot to carry.", "Thank you for telling me that."),
    "recovery": ("I went a bit fast there, sorry. What would you say yourself?",),
    "reflection": ("It sounds like that matters to you.", "It sounds like that's been on your mind."),
    "question": ("What would you like to happen?", "What do you make of it yourself?"),
}
"""Answers to a scripted moment, by what it expects; where one is asked for advice, HANDS_BACK."""

SAFEGUARDING: tuple[tuple[str, ...], ...] = (
    (
        "Thank you for telling me. That sounds frightening, and I'm glad you said it.",
        "I'm glad you told me that. It sounds like it's been very hard.",
    ),
    (
        "It sounds like you've been carrying that on your own. What's it been like?",
        "It sounds like a lot to hold. What's worrying you most?",
    ),
    (
        "I'm worried about you, and I can't keep this just between us. I need to tell our safeguarding lead today.",
        "Because I'm worried about your safety I have to pass this on to our safeguarding lead. I'll tell you what I say.",
    ),
    (
        "I'm going to pass this on to our safeguarding lead, because your safety comes first. You won't have to tell it twice.",
        "Our safeguarding lead helps with exactly this. I'll speak to her today, and you can be there.",
    ),
    (
        "There's somebody here whose job this is, our safeguarding lead. I'd like us to go to her together now.",
        "I'll tell our safeguarding lead this afternoon, and she'll talk to you about what help there is.",
    ),
)
"""Recognise, stay a moment, say the limit, say what happens now and who is told."""

ADVICE = (
    "You should update your CV.",
    "Have you thought about retraining?",
    "Why don't you ring them and ask?",
    "If I were you I'd take anything for now.",
    "You need to get out there more.",
    "You could do a course at the college.",
    "You ought to talk to your manager.",
    "The best thing would be to apply for ten jobs a day.",
    "Have you tried the job sites?",
    "What you need to do is make a plan.",
    "You should speak to a careers adviser.",
    "Just send them an email tonight.",
    "Maybe you should volunteer somewhere.",
    "Try writing a list of your strengths.",
    "I'd suggest you ring round some agencies.",
    "You want to get yourself on LinkedIn.",
    "You should do something about {it}.",
    "You need to forget about {it} and move on.",
    "If I were you I'd ask somebody about {it}.",
    "Why don't you make a plan for {it}?",
    "Have you thought about getting some help with {it}?",
    "You'd be better off leaving {it} alone.",
    "You should really think about the money first.",
    "You've got to be more confident in yourself.",
    "Couldn't you just ask your family?",
    "My advice would be to keep trying.",
    "You could always start your own business.",
    "Go to the library and use the computers there.",
    "You should get up early and treat it like a job.",
    "Have you considered working in a school?",
    "I think you should lower your sights a bit.",
    "Why not walk in and hand out some CVs?",
)
CLOSED = (
    "Are you working at the moment?",
    "Do you like it there?",
    "Have you got a CV?",
    "Is it about {it}?",
    "Do you live round here?",
    "Did you finish school?",
    "Are you looking for something new?",
    "Is that because of {it}?",
    "How long has that been going on?",
    "Do you drive?",
    "Have you told anyone about {it}?",
    "Would you like part time or full time?",
    "When did that start?",
    "Are you any good with computers?",
    "Is your family all right with it?",
    "Do you want to stay where you are?",
    "Did you like {it}?",
    "Have you had an interview lately?",
    "Who told you that?",
    "Was it your decision?",
    "Do you have any savings?",
    "Are you sleeping all right?",
    "How many have you sent off?",
    "Can you start straight away?",
    "Is there a bus?",
    "Did you get any help with {it}?",
    "Were you there long?",
    "Is it permanent?",
    "Would you do it again?",
    "Have you got a plan?",
    "Do you mind {it}?",
    "Is anyone helping you?",
)
SILENCES = ("", "", "…", "...", "Mm.")
ODD = (
    "Hello!",
    "Thanks.",
    "I see.",
    "Right.",
    "What's your name?",
    "Did you see the match last night?",
    "Bonjour, comment ça va ?",
    "You'll be fine, don't worry about it.",
    "Same thing happened to me. I was out of work for a year and I hated every minute of it.",
    "Don't you think you're being a bit negative?",
    "Can I ask you something?",
    "There's a careers adviser here on Wednesdays.",
    "I promise I won't tell anyone.",
    "I'll write it for you if you like.",
    "What do you want, and why, and when would you start?",
    "At your age that can't be easy.",
    "Sorry, that was me jumping ahead. What would you say?",
    "It's up to you.",
    "asdf",
    "lol",
    "Could you explain that?",
    "Take your time.",
    "What would your mum say?",
    "Why?",
    "On a scale of one to ten, how are you?",
    "What's the weather doing out there?",
    "Do you like dogs?",
)

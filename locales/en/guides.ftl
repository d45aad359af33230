# Conversation guides
guides-title = Conversation guides
guides-lead = Five ways to order a conversation, so that there is time enough and everybody is heard.
guides-link = Read the conversation guides
guides-how = Choose the guide on the agenda of the meetup. The conversation page then shows the steps with times of day and a timer.
guide-steps = The steps
guide-minutes = { $n } min
guide-total = It takes { $n } minutes.

# Collegial supervision
guide-supervision = Collegial supervision
guide-supervision-lead = One of you is helped to see a case with new eyes. The others ask before they think aloud, and nobody takes over.
guide-supervision-fits = Fits when somebody is stuck with something real and wants the thoughts of others, not a ready answer.
guide-supervision-1 = Choose a case
guide-supervision-1-do = Whoever has a case says it in one sentence. If there are several, choose one. Agree that what is said stays here.
guide-supervision-2 = The case is told
guide-supervision-2-do = The owner of the case tells: what has happened, who is concerned, what have you tried? End with what you want help to think about. The others listen and take notes.
guide-supervision-3 = Questions to understand
guide-supervision-3-do = Go round with one question each, twice if there is time. Ask in order to understand. Hold back advice, also advice that is dressed as a question.
guide-supervision-4 = The others think aloud
guide-supervision-4-do = The owner of the case turns aside a little, is silent and takes notes. The others talk to each other: what did we hear, what do we wonder, how might it look to a pupil, to the staff, to the board?
guide-supervision-5 = The owner answers
guide-supervision-5-do = What stuck? What was new? The owner of the case need not answer everything, and need not defend anything.
guide-supervision-6 = What we take with us
guide-supervision-6-do = The owner of the case says a first step. Then each says something from the conversation that is of use at home. Decide when you will ask how it went.

# Current-state talk
guide-current-state = Current-state talk
guide-current-state-lead = You make a common picture of how things are, before anybody says where to go.
guide-current-state-fits = Fits at the beginning of some work, or when the same words seem to mean different things to you.
guide-current-state-1 = Draw the line around the question
guide-current-state-1-do = Read the question aloud. Say in your own words what it is about and what it is not about. What do we mean by the most important words?
guide-current-state-2 = Write on your own
guide-current-state-2-do = Write in silence three things about how it is where you are: something you know, something you believe, something you do not know.
guide-current-state-3 = Each describes
guide-current-state-3-do = Go round with as much time for each. Describe, do not explain. Say how you know: figures, visits, conversations. The others ask no questions yet.
guide-current-state-4 = Alike and different
guide-current-state-4-do = What do we recognise in each other? What differs, and why might that be? A difference is neither good nor bad in itself.
guide-current-state-5 = What do we not know?
guide-current-state-5-do = Gather what you believe but do not know. Who would see it differently: a pupil, a teacher, a principal, a politician? How can you ask them?
guide-current-state-6 = One step each
guide-current-state-6-do = Each says one thing to find out until the next meetup. The note-taker writes down who and what.

# Appreciative round
guide-appreciative = Appreciative round
guide-appreciative-lead = You look for what works already, and for what made it possible.
guide-appreciative-fits = Fits when conversations have got stuck in problems, or when a group is new and wants to know each other's strengths.
guide-appreciative-1 = Choose what to look for
guide-appreciative-1-do = Turn the question towards what you want more of: not “why do they not come”, but “when did they come, and what made them”.
guide-appreciative-2 = A time when it went well
guide-appreciative-2-do = In pairs. Tell each other about a time that was real: where, who was there, what did you do? Whoever listens asks for more detail. Change after half the time.
guide-appreciative-3 = What made it possible?
guide-appreciative-3-do = All together. Retell your partner's story in short. Write down what comes back: what was in place, who did what, what was allowed to take time?
guide-appreciative-4 = More of it
guide-appreciative-4-do = Choose one or two things from the list. What would happen if they were there more often? What is the least that is needed for that?
guide-appreciative-5 = Round off
guide-appreciative-5-do = Each says something they want to try at home, and something they want to thank somebody for.

# Decision round
guide-decision = Decision round
guide-decision-lead = From a proposal to something that everybody can live with, in two rounds in which each is heard.
guide-decision-fits = Fits when the group needs to agree, for example on how you work, what you will do together or what you will pass on.
guide-decision-1 = The proposal
guide-decision-1-do = Read the proposal aloud in one or two sentences. Say what it is to solve, and for how long it is to hold.
guide-decision-2 = Questions to understand
guide-decision-2-do = Ask what you need to know to take a stand. Whoever proposes answers briefly. No views yet.
guide-decision-3 = First round: what do you think?
guide-decision-3-do = Go round. Each says what is good and what worries them. Nobody interrupts and nobody answers.
guide-decision-4 = Change the proposal
guide-decision-4-do = Whoever proposes says what the proposal is now: as before, changed or withdrawn. Write it where everybody sees it.
guide-decision-5 = Second round: anything in the way?
guide-decision-5-do = Go round. Say only whether something would harm the work, not what would be better still. If something is in the way, change it until it is gone, or try for a shorter time.
guide-decision-6 = Decide
guide-decision-6-do = Read the decision aloud. Who does what, until when, and when will you look whether it held? The note-taker writes it down.

# Open question
guide-open-question = Open question
guide-open-question-lead = A question that none of you has the answer to, from thoughts of your own to thoughts in common.
guide-open-question-fits = Fits when a question is important but unclear, and when some tend to talk more than others.
guide-open-question-1 = Read the question
guide-open-question-1-do = Whoever has the question reads it aloud and says why it is hard. No more than that.
guide-open-question-2 = Think on your own
guide-open-question-2-do = Everybody is silent and writes: what comes to my mind, what have I been through myself?
guide-open-question-3 = In pairs
guide-open-question-3-do = Tell each other what you wrote. Look for what makes the question larger or smaller than it seemed at first.
guide-open-question-4 = All together
guide-open-question-4-do = Each pair begins with a thought that they want to try on the others. Build on each other. The facilitator asks those who have not said anything.
guide-open-question-5 = What do we have now?
guide-open-question-5-do = How would we put the question today? What do we agree on, and what do we need to try? Each says one sentence.
